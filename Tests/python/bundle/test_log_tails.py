"""The lines at the end of a log, in files of any kind and in pieces of any size."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.bundle import log_lines
from predictiontrader_catalog._runtime.bundle.log_lines import (
    HEAD,
    Line,
    Splitter,
    lines,
    tail,
)
from predictiontrader_catalog._runtime.bundle.log_sources import OpenedFile

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")

FILES = st.lists(
    st.lists(st.sampled_from([b"a\n", b"\n", b"bcd\n", b"e" * 20 + b"\n", b"f"])).map(
        b"".join
    ),
    max_size=4,
)


def expected(files: list[bytes], most: int) -> tuple[list[bytes], int]:
    """Lines, the oldest first, and how many bytes come before them."""
    taken: list[bytes] = []
    total = sum(map(len, files))
    for data in files:
        its_lines = _LINE.findall(data)
        fitting = its_lines
        while sum(map(len, fitting)) > most:
            fitting = fitting[1:]
        taken = [*fitting, *taken]
        most -= sum(map(len, fitting))
        if fitting != its_lines:
            break
    return taken, total - sum(map(len, taken))


@pytest.mark.parametrize("chunk", [1, 3, 262_144])
@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(files=FILES, most=st.integers(0, 120))
def test_tails(tmp_path: Path, chunk: int, files: list[bytes], most: int) -> None:
    opened = []
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setattr(log_lines, "_CHUNK", chunk)
        for number, data in enumerate(files):
            path = tmp_path / str(number)
            path.write_bytes(data)
            descriptor = os.open(path, os.O_RDONLY)
            stack.callback(os.close, descriptor)
            opened.append(OpenedFile(descriptor, len(data)))
        taken = tail(tuple(opened), most)
        found = [
            line.data + b"\n" * line.is_whole
            for file, start in taken
            for line in lines(file, start.start)
        ]
        left_out = sum(start.left_out for _, start in taken)
    assert (found, left_out) == expected(files, most)


@given(st.lists(st.binary(max_size=30)))
def test_pieces(pieces: list[bytes]) -> None:
    splitter = Splitter()
    found = [line for piece in pieces for line in splitter.feed(piece)]
    rest = splitter.rest()
    whole = b"".join(pieces)
    assert [line.data + b"\n" for line in found] + (
        [rest.data] if rest else []
    ) == _LINE.findall(whole)
    assert sum(line.size for line in [*found, *([rest] if rest else [])]) == len(whole)


@pytest.mark.parametrize("size", [HEAD - 1, HEAD, HEAD + 1, 5 * HEAD])
@pytest.mark.parametrize("piece", [1000, HEAD, 10 * HEAD])
def test_long_lines_keep_their_beginning(size: int, piece: int) -> None:
    data = bytes(range(1, 10)) * (size // 9 + 1)
    text = data[:size] + b"\nnext\n"
    splitter = Splitter()
    pieces = [text[at : at + piece] for at in range(0, len(text), piece)]
    found = [line for part in pieces for line in splitter.feed(part)]
    assert found == [Line(data[:size][:HEAD], size + 1, True), Line(b"next", 5, True)]
