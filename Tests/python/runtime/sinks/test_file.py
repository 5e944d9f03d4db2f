"""Log files: what is opened, and what happens when it goes away."""

from __future__ import annotations

import json
import os
import stat
from functools import partial
from pathlib import Path

import pytest
from predictiontrader_catalog._runtime.sinks import FileSink
from runtime.sinks.sink_tools import (
    INFO,
    Clock,
    killed,
    names,
    record,
    start,
    wait_until,
)


def has_grown(path: Path, size: int) -> bool:
    return path.exists() and path.stat().st_size > size


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_made_is_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "log.jsonl"
    before = os.umask(0)
    try:
        FileSink(path).write(record("one"), INFO)
    finally:
        os.umask(before)
    assert mode(path) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


def test_what_exists_keeps_its_lines_and_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(record("old"))
    path.chmod(0o640)
    FileSink(path).write(record("new"), INFO)
    assert names(path) == ["old", "new"]
    assert mode(path) == 0o640


def test_no_other_program_inherits_the_descriptor(tmp_path: Path) -> None:
    sink = FileSink(tmp_path / "log.jsonl")
    assert not os.get_inheritable(sink._file._descriptor)


def test_a_relative_path_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    sink = FileSink("log.jsonl")
    monkeypatch.chdir("elsewhere")
    clock.now += 2
    sink.write(record("one"), INFO)
    assert names(tmp_path / "log.jsonl") == ["one"]
    assert not Path("log.jsonl").exists()


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(tmp_path / "target")
    os.mkfifo(pipe)
    for path, words in [
        (link, "symbolic link"),
        (pipe, "named pipe.*StreamSink"),
        (tmp_path, "folder"),
        (Path("/dev/null"), "device.*StreamSink"),
    ]:
        with pytest.raises(ValueError, match=f"{path} is a {words}"):
            FileSink(path)
    assert not (tmp_path / "target").exists()


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError, match="Not a directory"):
        FileSink(tmp_path / "file" / "log.jsonl")


@pytest.mark.usefixtures("clock")
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc")
def test_where_no_folder_can_be_made_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        FileSink("/proc/codebook/deeper/log.jsonl")


def test_a_record_costs_one_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sink = FileSink(tmp_path / "log.jsonl")
    sink.write(record("first"), INFO)
    for name in ("lstat", "fstat", "open"):
        monkeypatch.delattr(os, name)
    for number in range(100):
        sink.write(record(number), INFO)
    monkeypatch.undo()
    assert len(names(tmp_path / "log.jsonl")) == 101


@pytest.mark.parametrize("renamed", [True, False])
def test_a_folder_that_goes_away_is_made_anew(
    tmp_path: Path, clock: Clock, renamed: bool
) -> None:
    folder = tmp_path / "logs"
    sink = FileSink(folder / "log.jsonl")
    sink.write(record("one"), INFO)
    if renamed:
        folder.rename(tmp_path / "before")
    else:
        (folder / "log.jsonl").unlink()
        folder.rmdir()
    clock.now += 1
    sink.write(record("two"), INFO)
    assert names(folder / "log.jsonl") == ["two"]
    assert mode(folder) == 0o700
    assert sink.take_dropped() == 0


def test_a_file_that_cannot_be_made_anew_is_waited_for(
    tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "logs" / "log.jsonl"
    sink = FileSink(path)
    path.unlink()
    path.parent.rmdir()
    path.parent.touch()
    clock.now += 1
    for number in range(3):
        sink.write(record(number), INFO)
    assert sink.take_dropped() == 0  # There is no place yet to tell of them.
    path.parent.unlink()
    sink.write(record("again"), INFO)
    assert names(path) == ["again"]
    assert (sink.take_dropped(), sink.take_dropped()) == (3, 0)


def test_a_renamed_file_goes_on_where_no_new_one_can_be_made(
    tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "log.jsonl"
    sink = FileSink(path)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to("trap")
    clock.now += 1
    sink.write(record("one"), INFO)
    assert names(tmp_path / "elsewhere") == ["one"]
    assert not (tmp_path / "trap").exists()
    path.unlink()
    clock.now += 1
    sink.write(record("two"), INFO)
    assert names(path) == ["two"]
    assert sink.take_dropped() == 0


@pytest.mark.usefixtures("clock")
def test_a_descriptor_that_others_closed_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    sink = FileSink(path)
    sink.write(record("one"), INFO)
    os.close(sink._file._descriptor)
    sink.write(record("two"), INFO)
    assert names(path) == ["one", "two"]


def test_a_descriptor_that_others_reused_is_left_alone(
    tmp_path: Path, clock: Clock
) -> None:
    path, foreign = tmp_path / "log.jsonl", tmp_path / "foreign"
    sink = FileSink(path)
    number = sink._file._descriptor
    with foreign.open("wb") as file:
        os.dup2(file.fileno(), number)
        clock.now += 1
        sink.write(record("one"), INFO)
        sink.close()
        os.close(number)  # Fails where the sink has closed it.
    assert names(path) == ["one"]
    assert foreign.read_bytes() == b""


def test_closing_leaves_a_reused_descriptor_open(tmp_path: Path) -> None:
    sink = FileSink(tmp_path / "log.jsonl")
    number = sink._file._descriptor
    with (tmp_path / "foreign").open("wb") as file:
        os.dup2(file.fileno(), number)
    sink.close()
    os.close(number)  # Fails where the sink has closed it.


def test_what_was_open_before_is_closed(tmp_path: Path, clock: Clock) -> None:
    sink = FileSink(tmp_path / "log.jsonl")
    before = len(list(Path("/dev/fd").iterdir()))
    for number in range(10):
        (tmp_path / "log.jsonl").unlink()
        clock.now += 1
        sink.write(record(number), INFO)
    assert len(list(Path("/dev/fd").iterdir())) == before
    del sink
    assert len(list(Path("/dev/fd").iterdir())) == before - 1


def test_after_a_crash_a_record_has_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(b'{"name":"to')
    sink = FileSink(path)
    sink.write(record("one"), INFO)
    sink.write(record("two"), INFO)
    assert path.read_bytes() == b'{"name":"to\n' + record("one") + record("two")


def test_a_line_that_is_under_way_is_not_taken_for_a_torn_one(
    tmp_path: Path, clock: Clock
) -> None:
    """As in a file that another process has just begun."""
    path = tmp_path / "log.jsonl"
    sink = FileSink(path)
    path.unlink()
    path.write_bytes(b'{"name":"und')
    clock.now += 1
    sink.write(record("one"), INFO)
    assert path.read_bytes() == b'{"name":"und' + record("one")


def test_a_killed_process_leaves_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    pieces: list[bytes] = []
    for size in (100_000, 5_000_000):
        with killed(start("endless", path)):
            wait_until(partial(has_grown, path, size))
        lines = path.read_bytes().splitlines(keepends=True)
        broken = [line for line in lines if not is_whole(line)]
        # A kill amid a write may leave a piece of the last line, and of no other. The
        # next process goes on behind it, in a line of its own.
        assert broken in (pieces, [*pieces, lines[-1]])
        pieces = [line.rstrip(b"\n") + b"\n" for line in broken]
    assert len(lines) >= 5_000_000 // max(map(len, lines))


def is_whole(line: bytes) -> bool:
    """Whether a line is a record with its line feed."""
    try:
        json.loads(line)
    except ValueError:
        return False
    return line.endswith(b"\n")


def test_a_closed_sink_drops(tmp_path: Path) -> None:
    sink = FileSink(tmp_path / "log.jsonl")
    sink.close()
    sink.close()
    sink.flush()
    sink.write(record("late"), INFO)
    assert names(tmp_path / "log.jsonl") == []
    assert sink.take_dropped() == 0
