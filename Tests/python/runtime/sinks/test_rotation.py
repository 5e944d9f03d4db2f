"""Rotation by size and count, also where it fails and where others rotate."""

from __future__ import annotations

import fcntl
import stat
from pathlib import Path
from unittest.mock import Mock

import pytest
from predictiontrader_catalog._runtime.sinks import (
    FileSink,
    Rotation,
    log_file,
    opening,
)
from predictiontrader_catalog._runtime.sinks.rotation import rotate
from runtime.sinks.sink_tools import INFO, Clock, names, record


def write(sink: FileSink, *numbers: int) -> None:
    """Writes records of 100 bytes."""
    for number in numbers:
        sink.write(record(number, 100), INFO)


def files(path: Path) -> dict[str, list[str]]:
    """The names in each log file, by what the file's name adds to the path."""
    return {
        each.name.removeprefix(path.name): names(each)
        for each in path.parent.glob(f"{path.name}*")
        if each.suffix != ".lock" and each.is_file()
    }


@pytest.mark.parametrize("rotation", [Rotation(0, 1), Rotation(1, 0), Rotation(-1, -1)])
def test_numbers_that_make_no_sense_are_refused(
    tmp_path: Path, rotation: Rotation
) -> None:
    with pytest.raises(ValueError, match="must be at least 1"):
        FileSink(tmp_path / "log", rotation)


def test_files_are_bounded_in_size_and_number(tmp_path: Path) -> None:
    path = tmp_path / "log"
    write(FileSink(path, Rotation(250, 2)), *range(7))
    assert files(path) == {"": ["6"], ".1": ["4", "5"], ".2": ["2", "3"]}
    assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {0o600}


def test_a_file_that_is_full_already_is_rotated_first(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(record("old", 300))
    write(FileSink(path, Rotation(250, 2)), 1)
    assert files(path) == {"": ["1"], ".1": ["old"]}


def test_a_record_that_is_too_long_has_a_file_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "log"
    write(FileSink(path, Rotation(50, 2)), 1, 2)
    assert files(path) == {"": ["2"], ".1": ["1"]}


def test_what_lies_beyond_a_gap_stays(tmp_path: Path) -> None:
    path = tmp_path / "log"
    (tmp_path / "log.1").write_bytes(record("a"))
    (tmp_path / "log.3").write_bytes(record("c"))
    write(FileSink(path, Rotation(100, 3)), 1, 2)
    assert files(path) == {"": ["2"], ".1": ["1"], ".2": ["a"], ".3": ["c"]}


def test_size_is_looked_at_seldom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size_of = Mock(side_effect=opening.size_of)
    monkeypatch.setattr(log_file, "size_of", size_of)
    write(FileSink(tmp_path / "log", Rotation(100_000, 3)), *range(1000))
    assert len(files(tmp_path / "log")[""]) == 1000
    assert 10 < size_of.call_count < 60


@pytest.mark.parametrize("keep", [1, 2])
def test_a_rename_that_fails_is_tried_again_later(
    tmp_path: Path, clock: Clock, keep: int
) -> None:
    path, obstacle = tmp_path / "log", tmp_path / "log.1"
    obstacle.mkdir()
    sink = FileSink(path, Rotation(250, keep))
    write(sink, *range(10))
    assert files(path) == {"": [str(number) for number in range(10)]}
    assert sink.failed_rotations == 1
    clock.now += 1
    write(sink, 10, 11)
    assert sink.failed_rotations == 2
    obstacle.rmdir()
    clock.now += 1
    write(sink, 12)
    assert files(path)[""] == ["12"]
    assert len(files(path)[".1"]) == 12
    assert sink.take_dropped() == 0


def test_nobody_waits_for_a_lock_that_is_not_given_back(
    tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "log"
    sink = FileSink(path, Rotation(250, 2))
    with (tmp_path / "log.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        write(sink, *range(10))
        assert list(files(path)) == [""]
    clock.now += 0.001
    write(sink, 10)
    assert files(path)[""] == ["10"]
    assert sink.failed_rotations == 0


def test_a_lock_file_is_no_way_into_other_files(tmp_path: Path) -> None:
    path, target = tmp_path / "log", tmp_path / "target"
    (tmp_path / "log.lock").symlink_to(target)
    sink = FileSink(path, Rotation(250, 2))
    write(sink, *range(10))
    assert not target.exists()
    assert len(files(path)[""]) == 10
    assert sink.failed_rotations == 1


def test_who_was_second_follows_who_was_first(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "log"
    first, second = (FileSink(path, Rotation(1000, 3)) for _ in range(2))
    write(second, 0)
    write(first, *range(1, 11))
    assert files(path) == {"": ["10"], ".1": [str(number) for number in range(10)]}
    write(second, 11)  # It has not looked yet.
    assert files(path)[".1"][-1] == "11"
    clock.now += 1
    write(second, 12)
    assert files(path)[""] == ["10", "12"]


@pytest.mark.usefixtures("clock")
def test_what_others_rotated_is_not_rotated_again(tmp_path: Path) -> None:
    path = tmp_path / "log"
    first, second = (FileSink(path, Rotation(250, 3)) for _ in range(2))
    write(first, 0, 1)
    write(second, 2)
    write(first, 3)
    assert files(path) == {"": ["2", "3"], ".1": ["0", "1"]}


def test_who_waited_for_the_lock_looks_again(tmp_path: Path) -> None:
    path = tmp_path / "log"
    FileSink(path)
    assert rotate(str(path), (0, 0), 3)
    assert list(files(path)) == [""]
    path.unlink()
    assert rotate(str(path), (0, 0), 3)
    assert files(path) == {}
