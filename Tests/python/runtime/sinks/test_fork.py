"""What a forked child does with its parent's sinks."""

from __future__ import annotations

from pathlib import Path

from runtime.sinks.sink_tools import names, work


def test_a_fork_duplicates_nothing(tmp_path: Path) -> None:
    work("fork_buffered", tmp_path / "log")
    assert names(tmp_path / "log") == ["before", "child", "parent"]


def test_a_child_has_a_timer_of_its_own(tmp_path: Path) -> None:
    work("fork_timer", tmp_path / "log")
    assert names(tmp_path / "log") == ["parent", "child"]


def test_a_child_has_locks_of_its_own(tmp_path: Path) -> None:
    work("fork_locked", tmp_path / "log")
    assert sorted(names(tmp_path / "log")) == ["file", "stream"]


def test_dropped_records_are_the_parents_to_tell_of(tmp_path: Path) -> None:
    work("fork_dropped", tmp_path / "log")
    assert names(tmp_path / "log") == ["child"]


def test_a_child_has_an_end_of_the_file_of_its_own(tmp_path: Path) -> None:
    work("fork_end", tmp_path / "log")
    assert names(tmp_path / "log") == ["parent", "child"]
