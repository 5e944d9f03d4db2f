"""When a buffered file is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from predictiontrader_catalog._runtime.sinks import (
    BufferedFileSink,
    Rotation,
)
from runtime.sinks.sink_tools import ERROR, INFO, names, record, wait_until, work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log"


def never(path: Path) -> BufferedFileSink:
    """A sink whose timer does not count."""
    return BufferedFileSink(path, interval=1000)


def holds(path: Path, count: int) -> bool:
    return len(names(path)) == count


def test_a_record_is_held_back_until_an_error(path: Path) -> None:
    sink = never(path)
    sink.write(record("info"), INFO)
    sink.write(record("warning"), ERROR - 1)
    assert names(path) == []
    sink.write(record("error"), ERROR)
    assert names(path) == ["info", "warning", "error"]


def test_a_full_buffer_is_written(path: Path) -> None:
    sink = never(path)
    for number in range(48):
        sink.write(record(number, 1024), INFO)
    assert names(path) == []
    sink.write(record(48), INFO)
    assert len(names(path)) == 48
    sink.flush()
    assert len(names(path)) == 49


def test_a_block_goes_into_one_file(path: Path) -> None:
    sink = BufferedFileSink(path, Rotation(50_000, 3), interval=1000)
    for number in range(100):
        sink.write(record(number, 1000), INFO)
    sink.close()
    assert (
        len(names(path.with_suffix(".2"))) == len(names(path.with_suffix(".1"))) == 49
    )
    assert names(path) == ["98", "99"]


def test_closing_writes_what_is_held_back(path: Path) -> None:
    sink = never(path)
    sink.write(record("one"), INFO)
    sink.close()
    sink.write(record("late"), INFO)
    sink.close()
    assert names(path) == ["one"]


def test_the_timer_writes_again_and_again(path: Path) -> None:
    sink = BufferedFileSink(path, interval=0.01)
    for count in range(1, 4):
        sink.write(record(count), INFO)
        wait_until(partial(holds, path, count))


def test_there_is_a_thread_only_while_something_waits(path: Path) -> None:
    assert work("threads_end", path) == b"1\n1\n2\n"


def test_without_a_thread_nothing_is_held_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", start)
    sink = never(path)
    sink.write(record("one"), INFO)
    assert names(path) == ["one"]


@pytest.mark.parametrize("end", ["at_exit", "in_worker"])
def test_what_is_held_back_is_written_at_the_end(path: Path, end: str) -> None:
    work(end, path)
    assert names(path) == ["last"]


def test_what_comes_after_the_end_is_written(path: Path) -> None:
    work("after_exit", path)
    assert names(path) == ["held back", "late", "later"]


def test_the_end_of_a_worker_is_prepared_once(path: Path) -> None:
    assert work("often_in_worker", path) == b"1\n"
    assert len(names(path)) == 5


def test_a_sink_that_is_let_go_of_loses_nothing(path: Path) -> None:
    sink = BufferedFileSink(path, interval=0.01)
    sink.write(record("one"), INFO)
    del sink
    wait_until(lambda: names(path) == ["one"])
