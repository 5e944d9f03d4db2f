"""Threads and processes that write to one file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from runtime.sinks.sink_tools import names, start

PROCESSES, THREADS, COUNT = 4, 8, 3125


@pytest.mark.parametrize("kind", ["file", "buffered"])
@pytest.mark.parametrize("rotated", ["rotated", "single"])
def test_no_record_is_torn_or_lost(tmp_path: Path, kind: str, rotated: str) -> None:
    path = tmp_path / "log"
    workers = [
        start("flood", kind, path, rotated, name, THREADS, COUNT)
        for name in range(PROCESSES)
    ]
    for worker in workers:
        assert worker.stdin
        worker.stdin.close()
    for worker in workers:
        assert worker.stdout
        assert worker.stdout.read() == b"0 0\n"
        worker.stdout.close()
        assert worker.wait() == 0

    files = [each for each in tmp_path.iterdir() if each.suffix != ".lock"]
    assert Counter(names(*files)) == Counter(
        f"{process}.{thread}.{number}"
        for process in range(PROCESSES)
        for thread in range(THREADS)
        for number in range(COUNT)
    )
    assert (len(files) > 50) == (rotated == "rotated")
