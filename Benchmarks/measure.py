"""Times whole processes and prints medians."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """What one finished process cost."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def run(command: Sequence[str], cwd: Path, expected: int = 0) -> Run:
    """Runs a command and reads the system's own account of it.

    Raises SystemExit where the command ends with another status than `expected`.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != expected:
        sys.exit(f"{command} ended with {process.returncode}: {errors.decode()}")
    divisor = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / divisor)


def medians(
    commands: dict[str, tuple[Sequence[str], Path, int]],
    runs: int,
    before: Callable[[], None] | None = None,
) -> dict[str, Run]:
    """Medians of several commands that run in turn, after one round of warming up.

    Each command comes with its folder and with the status that it must end with.
    """
    results: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, (command, cwd, expected) in commands.items():
            if before is not None:
                before()
            result = run(command, cwd, expected)
            if number > 0:
                results[name].append(result)
    return {
        name: Run(*(statistics.median(column) for column in zip(*rows, strict=True)))
        for name, rows in results.items()
    }
