"""The bootstrap line is read without waiting for ever and without reading on."""

from __future__ import annotations

import io
import os
import sys
import threading
from collections.abc import Iterator

import pytest
from predictiontrader_catalog._runtime.handshake import (
    Bootstrap,
    CarrierError,
    CatalogIdentity,
    read_bootstrap,
)

BOOTSTRAP = Bootstrap(
    CatalogIdentity("1.0.0", "a" * 64),
    "fefea8d9-0a09-422d-baf6-4f69970fa9ea",
    "4e18bf6a-94c8-4ce7-a4e9-151f5f573263",
)
LINE = BOOTSTRAP.to_line().encode()


class Pipe:
    """A pipe with a stream at its reading end."""

    def __init__(self) -> None:
        """Opens it."""
        reading, self.writing = os.pipe()
        self.stream = os.fdopen(reading, "rb")

    def send(self, data: bytes) -> None:
        """Writes bytes."""
        os.write(self.writing, data)

    def end(self) -> None:
        """Closes the writing end."""
        os.close(self.writing)
        self.writing = -1

    def close(self) -> None:
        """Closes both ends."""
        if self.writing >= 0:
            self.end()
        self.stream.close()


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    """An open pipe."""
    made = Pipe()
    yield made
    made.close()


@pytest.mark.parametrize("timeout", [None, 30.0])
def test_what_follows_the_line_is_left(pipe: Pipe, timeout: float | None) -> None:
    pipe.send(LINE + b"and then\n")
    assert read_bootstrap(pipe.stream, timeout) == BOOTSTRAP
    assert pipe.stream.readline() == b"and then\n"


def test_a_line_may_come_in_parts(pipe: Pipe) -> None:
    def send() -> None:
        for byte in LINE:
            pipe.send(bytes([byte]))

    sender = threading.Thread(target=send)
    sender.start()
    assert read_bootstrap(pipe.stream, 30.0) == BOOTSTRAP
    sender.join()


def test_standard_input_is_where_it_comes_from(
    pipe: Pipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = io.TextIOWrapper(pipe.stream)
    monkeypatch.setattr(sys, "stdin", text)
    pipe.send(LINE)
    assert read_bootstrap() == BOOTSTRAP
    text.detach()


def test_without_standard_input_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CarrierError, match="no standard input"):
        read_bootstrap()


@pytest.mark.parametrize("sent", [b"", LINE[:-1], b"{"])
def test_a_line_that_does_not_come_is_not_waited_for(pipe: Pipe, sent: bytes) -> None:
    if sent:
        pipe.send(sent)
    with pytest.raises(CarrierError, match="did not come in time"):
        read_bootstrap(pipe.stream, 0.01)


def test_an_end_before_the_line_is_told(pipe: Pipe) -> None:
    pipe.end()
    with pytest.raises(CarrierError, match="ended before"):
        read_bootstrap(pipe.stream, 30.0)


def test_a_last_line_may_lack_its_line_feed(pipe: Pipe) -> None:
    pipe.send(LINE[:-1])
    pipe.end()
    assert read_bootstrap(pipe.stream) == BOOTSTRAP


def test_an_endless_line_ends_at_the_limit(pipe: Pipe) -> None:
    def send() -> None:
        with os.fdopen(pipe.writing, "wb") as end:
            end.write(b"x" * 70_000)
        pipe.writing = -1

    sender = threading.Thread(target=send)
    sender.start()
    with pytest.raises(CarrierError, match="longer"):
        read_bootstrap(pipe.stream, 30.0)
    assert len(pipe.stream.read()) == 70_000 - 65_537
    sender.join()


def test_streams_in_memory_are_read_too() -> None:
    assert read_bootstrap(io.BytesIO(LINE + b"more")) == BOOTSTRAP
    assert read_bootstrap(io.StringIO(LINE.decode())) == BOOTSTRAP
    with pytest.raises(CarrierError, match="longer"):
        read_bootstrap(io.BytesIO(b"x" * 1_000_000))
