"""Disks that are full, and have room again."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from predictiontrader_catalog._runtime.sinks import BufferedFileSink, FileSink
from runtime.sinks.sink_tools import ERROR, INFO, names, record

ROOM = 12_288
SIZE = 900  # Does not divide the room, so that one record is written in part.


class Disk(NamedTuple):
    """A folder with little room, and what makes more."""

    folder: Path
    make_room: Callable[[], None]


@contextmanager
def small_mount(folder: Path) -> Iterator[Disk]:
    """A file system of its own, half of which another file takes."""
    options = ("-t", "tmpfs", "-o", f"size={2 * ROOM}", "tmpfs")
    done = subprocess.run(["mount", *options, folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no file system can be mounted: {done.stderr.decode().strip()}")
    try:
        (folder / "other").write_bytes(bytes(ROOM))
        yield Disk(folder, (folder / "other").unlink)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def small_limit(folder: Path) -> Iterator[Disk]:
    """A limit for the size of files."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield Disk(folder, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture(params=[small_mount, small_limit])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    with request.param(tmp_path) as disk:
        yield disk


@pytest.mark.parametrize("kind", [FileSink, BufferedFileSink])
def test_records_are_dropped_until_there_is_room(
    disk: Disk, kind: type[FileSink | BufferedFileSink]
) -> None:
    path = disk.folder / "log"
    sink = kind(path)
    for number in range(20):
        sink.write(record(number, SIZE), ERROR)
    whole = ROOM // SIZE
    assert names(path) == [str(number) for number in range(whole)]
    assert sink.take_dropped() == 0  # There is no room yet to tell of them.
    disk.make_room()
    sink.write(record("again"), ERROR)
    sink.write(record("and again"), ERROR)
    assert names(path)[whole:] == ["again", "and again"]
    assert (sink.take_dropped(), sink.take_dropped()) == (20 - whole, 0)


def test_of_a_block_the_whole_lines_stay(disk: Disk) -> None:
    path = disk.folder / "log"
    sink = BufferedFileSink(path, interval=1000)
    for number in range(20):
        sink.write(record(number, SIZE), INFO)
    sink.flush()
    assert names(path) == [str(number) for number in range(ROOM // SIZE)]
    disk.make_room()
    sink.write(record("again"), ERROR)
    assert sink.take_dropped() == 20 - ROOM // SIZE


def fails(*_: object) -> None:
    raise OSError


@pytest.mark.parametrize("kind", [FileSink, BufferedFileSink])
def test_a_piece_that_cannot_be_taken_back_has_a_line_of_its_own(
    disk: Disk, kind: type[FileSink | BufferedFileSink], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = disk.folder / "log"
    sink = kind(path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "ftruncate", fails)
        for number in range(20):
            sink.write(record(number, SIZE), ERROR)
    assert path.stat().st_size == ROOM
    disk.make_room()
    sink.write(record("again"), ERROR)
    assert path.read_bytes()[ROOM:] == b"\n" + record("again")
    assert sink.take_dropped() == 20 - ROOM // SIZE


def test_what_others_wrote_behind_a_piece_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log"
    sink = FileSink(path)
    with small_limit(tmp_path) as disk, monkeypatch.context() as patch:
        patch.setattr(os, "lseek", appending(path, disk.make_room))
        for number in range(ROOM // SIZE + 1):
            sink.write(record(number, SIZE), INFO)
    sink.write(record("again"), INFO)
    lines = path.read_bytes().splitlines(keepends=True)
    assert lines[-2].endswith(record("other"))
    assert lines[-1] == record("again")
    assert len(lines) == ROOM // SIZE + 2
    assert sink.take_dropped() == 1


def appending(path: Path, make_room: Callable[[], None]) -> Callable[..., int]:
    """`lseek`, after which another process appends a record."""
    lseek = os.lseek

    def seek(*arguments: int) -> int:
        end = lseek(*arguments)
        make_room()
        with path.open("ab") as file:
            file.write(record("other"))
        return end

    return seek
