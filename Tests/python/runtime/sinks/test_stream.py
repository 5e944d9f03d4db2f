"""Standard output and standard error, whatever reads them."""

from __future__ import annotations

import fcntl
import json
import os
import select
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NamedTuple
from unittest.mock import Mock

import pytest
from predictiontrader_catalog._runtime.sinks import StreamSink
from runtime.sinks.sink_tools import INFO, names, record


class Pipe(NamedTuple):
    """A pipe with a sink at one end."""

    sink: StreamSink
    reader: int
    writer: int
    poll: Mock
    """Stands before the sink's `poll`."""

    def write(self, *names: object, size: int = 0) -> None:
        for name in names:
            self.sink.write(record(name, size), INFO)

    def read(self) -> bytes:
        """All that is in the pipe."""
        data = b""
        while select.select([self.reader], [], [], 0)[0]:
            data += os.read(self.reader, 65536)
        return data

    def fill(self, room: int = 0) -> None:
        """Fills the pipe, so that there is room for no more than that."""
        size = fcntl.fcntl(self.writer, fcntl.F_GETPIPE_SZ)
        os.write(self.writer, b"f" * (size - room))

    @property
    def waits(self) -> list[float]:
        """How long the sink wanted to wait, each time, in milliseconds."""
        return [call.args[0] for call in self.poll.call_args_list if call.args[0] > 0]


@pytest.fixture(params=["nowait", "poll"])
def pipe(request: pytest.FixtureRequest) -> Iterator[Pipe]:
    """A pipe on a system that can write without waiting, and on another one."""
    reader, writer = os.pipe()
    sink = StreamSink(writer, timeout=0.02)
    if request.param == "poll":
        sink._nowait = None
    elif sink._nowait is None:
        pytest.skip("this system cannot be told not to wait")
    assert sink._poll
    poll = Mock(side_effect=sink._poll.poll)
    sink._poll = Mock(poll=poll)
    yield Pipe(sink, reader, writer, poll)
    os.close(writer)
    with suppress(OSError):  # Some tests have closed it.
        os.close(reader)


@pytest.fixture(autouse=True)
def _no_endless_wait() -> Iterator[None]:
    """Fails a test that would wait for ever."""

    def stop(signal_number: int, frame: FrameType | None) -> None:
        raise AssertionError(signal_number, frame)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 20)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_records_reach_the_reader(pipe: Pipe) -> None:
    pipe.write("one", "two")
    pipe.write("long", size=16_383)
    assert pipe.read() == record("one") + record("two") + record("long", 16_383)
    assert pipe.waits == []


def test_only_the_first_record_waits_for_a_reader(pipe: Pipe) -> None:
    pipe.fill()
    pipe.write(*range(1000))
    assert pipe.waits == [pytest.approx(20, abs=1)]
    assert pipe.sink.take_dropped() == 0  # There is no room yet to tell of them.
    pipe.read()
    pipe.write("again", "and again")
    assert pipe.read() == record("again") + record("and again")
    assert (pipe.sink.take_dropped(), pipe.sink.take_dropped()) == (1000, 0)


def test_a_second_stall_waits_again(pipe: Pipe) -> None:
    for _ in range(2):
        pipe.fill()
        pipe.write(1, 2)
        pipe.read()
        pipe.write(3)
        pipe.read()
    assert len(pipe.waits) == 2


def test_a_record_goes_on_where_it_stopped(pipe: Pipe) -> None:
    pipe.fill(room=8192)
    pipe.write("long", size=16_383)
    pipe.write("dropped")
    data = pipe.read()
    pipe.write("next")
    data += pipe.read()
    assert data.lstrip(b"f") == record("long", 16_383) + record("next")
    assert pipe.sink.take_dropped() == 1


def test_flushing_finishes_a_record(pipe: Pipe) -> None:
    pipe.fill(room=8192)
    pipe.write("long", size=16_383)
    data = pipe.read()
    pipe.sink.flush()
    assert (data + pipe.read()).lstrip(b"f") == record("long", 16_383)
    assert pipe.sink.take_dropped() == 0


def test_a_slow_reader_delays_a_record_once(pipe: Pipe) -> None:
    """What is waited for in all is the time-out, not that for each piece."""
    pipe.fill()

    def a_bit_of_room(_: float) -> list[int]:
        os.read(pipe.reader, 4096)
        return [1]

    pipe.poll.side_effect = a_bit_of_room
    pipe.write("long", size=16_383)
    assert sorted(pipe.waits, reverse=True) == pipe.waits


def test_the_descriptor_stays_as_it_is(pipe: Pipe) -> None:
    pipe.fill()
    pipe.write("one")
    pipe.sink.close()
    assert not fcntl.fcntl(pipe.writer, fcntl.F_GETFL) & os.O_NONBLOCK


def test_a_descriptor_that_does_not_wait_is_waited_for(pipe: Pipe) -> None:
    os.set_blocking(pipe.writer, False)
    pipe.fill()
    pipe.poll.side_effect = lambda _: [(pipe.writer, select.POLLOUT)]
    pipe.write("one")
    assert pipe.sink._dropped == 1
    assert pipe.waits


@pytest.mark.parametrize("pipe", ["nowait"], indirect=True)
def test_another_process_may_take_the_room(pipe: Pipe) -> None:
    pipe.fill()
    pipe.poll.side_effect = lambda _: [(pipe.writer, select.POLLOUT)]
    pipe.write("one")
    assert pipe.sink._dropped == 1


def test_without_a_reader_records_are_dropped(pipe: Pipe) -> None:
    os.close(pipe.reader)
    pipe.write(*range(10))
    assert pipe.sink._dropped == 10
    assert pipe.waits == []


def test_a_reader_that_goes_amid_a_record_is_counted_once(pipe: Pipe) -> None:
    pipe.fill(room=8192)
    pipe.write("long", size=16_383)
    os.close(pipe.reader)
    pipe.write("next")
    assert pipe.sink._dropped == 2


def test_a_closed_sink_drops(pipe: Pipe) -> None:
    pipe.sink.close()
    pipe.sink.close()
    pipe.write("late")
    assert pipe.read() == b""
    os.fstat(pipe.writer)  # The descriptor is its owner's to close.


def test_a_signal_handler_may_log_amid_a_write(pipe: Pipe) -> None:
    pipe.fill()

    def handler(_: float) -> list[int]:
        pipe.write("from the handler")
        return []

    pipe.poll.side_effect = handler
    pipe.write("one")
    assert pipe.sink._dropped == 1 + pipe.poll.call_count


# It may come while garbage is collected, where nothing can be raised.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_repeats_and_tears_nothing(pipe: Pipe) -> None:
    armed: list[bool] = []
    interrupts = 0

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        if armed:
            armed.clear()
            raise KeyboardInterrupt

    data = bytearray()
    number = 0
    before = signal.signal(signal.SIGPROF, interrupt)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    try:
        while interrupts < 20:
            number += 1
            line = record(number, 6000 if number % 2 else 100)
            try:
                armed.append(True)
                pipe.sink.write(line, INFO)
                armed.clear()
            except KeyboardInterrupt:
                interrupts += 1
            data += pipe.read()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    pipe.sink.flush()
    lines = (bytes(data) + pipe.read()).splitlines()
    found = [json.loads(line)["name"] for line in lines]
    assert len(set(found)) == len(found)


def test_a_file_is_written_without_looking(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with path.open("wb") as file:
        sink = StreamSink(file.fileno())
        sink.write(record("one", 16_383), INFO)
        sink.write(record("two"), INFO)
    assert names(path) == ["one", "two"]
    assert sink._poll is None


def test_a_descriptor_must_be_open() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    os.close(writer)
    with pytest.raises(OSError, match="Bad file descriptor"):
        StreamSink(writer)


def test_a_descriptor_may_be_closed_later() -> None:
    reader, writer = os.pipe()
    sink = StreamSink(writer)
    os.close(reader)
    os.close(writer)
    sink.write(record("one"), INFO)
    assert sink._dropped == 1
