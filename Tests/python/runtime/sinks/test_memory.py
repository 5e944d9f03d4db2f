"""Records in memory, and in several places at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from predictiontrader_catalog._runtime import sinks
from predictiontrader_catalog._runtime.sinks import (
    BufferedFileSink,
    FanOutSink,
    FileSink,
    MemorySink,
)
from runtime.sinks.sink_tools import FOLDERS, INFO, names, record


def test_the_last_records_are_kept() -> None:
    sink = MemorySink(2)
    for number in range(3):
        sink.write(record(number), INFO)
    assert sink.lines == [record(1), record(2)]
    assert sink.take_dropped() == 0
    sink.close()
    sink.clear()
    assert sink.lines == []


def test_a_ring_has_room() -> None:
    with pytest.raises(ValueError, match="at least 1, not 0"):
        MemorySink(0)


def test_each_sink_gets_each_record(tmp_path: Path) -> None:
    files = [FileSink(tmp_path / name) for name in "ab"]
    sink = FanOutSink(*files)
    sink.write(record("one"), INFO)
    for number, file in enumerate(files, start=1):
        file._file.dropped = number
    assert (sink.take_dropped(), sink.take_dropped()) == (3, 0)
    sink.flush()
    sink.close()
    sink.write(record("late"), INFO)
    assert names(tmp_path / "a") == names(tmp_path / "b") == ["one"]


def test_a_sink_that_there_is_none_of_is_passed_over(tmp_path: Path) -> None:
    sink = FanOutSink(None, FileSink(tmp_path / "a"), None)
    sink.write(record("one"), INFO)
    sink.flush()
    sink.close()
    assert (names(tmp_path / "a"), sink.take_dropped()) == (["one"], 0)


class Faulty:
    """A sink that breaks its word."""

    def write(self, line: bytes, severity: int) -> None:
        raise LookupError(line, severity)

    def flush(self) -> None:
        raise LookupError

    def close(self) -> None:
        raise LookupError

    def take_dropped(self) -> int:
        raise LookupError


def test_a_faulty_sink_costs_the_others_nothing(tmp_path: Path) -> None:
    file = BufferedFileSink(tmp_path / "log", interval=1000)
    sink = FanOutSink(Faulty(), file)
    sink.write(record("one"), INFO)
    assert (sink.take_dropped(), sink.take_dropped()) == (1, 0)
    sink.flush()
    assert names(tmp_path / "log") == ["one"]
    sink.close()
    assert file._file._closed


def test_importing_sinks_is_cheap() -> None:
    """What takes long is imported where it is needed."""
    code = f"""if True:
        import sys
        sys.path.insert(0, {str(FOLDERS[0])!r})
        import predictiontrader_catalog
        before = set(sys.modules)
        import predictiontrader_catalog._runtime.sinks as sinks
        print(*(set(sys.modules) - before))
        sinks.ConsoleSink, sinks.console_if_terminal
        """
    command = [sys.executable, "-I", "-S", "-c", code]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    heavy = {"asyncio", "dataclasses", "json", "logging", "pathlib", "traceback"}
    assert "predictiontrader_catalog._runtime.sinks" in output.split()
    assert not heavy & set(output.split())


@pytest.mark.parametrize("name", ["TapeSink", "json"])
def test_there_is_no_other_sink(name: str) -> None:
    with pytest.raises(AttributeError, match=f"no attribute '{name}'"):
        getattr(sinks, name)
