"""What the tests of sinks share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import predictiontrader_catalog

FOLDERS = (
    Path(predictiontrader_catalog.__file__).parents[1],
    Path(__file__).parents[2],
)
INFO = 9
ERROR = 17


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def record(name: object, size: int = 0) -> bytes:
    """A line that can be told from others, of at least that many bytes."""
    line = json.dumps({"name": str(name), "padding": ""})
    return f'{line[:-2]}{"x" * (size - len(line) - 1)}"}}\n'.encode()


def names(*paths: Path) -> list[str]:
    """The names of the records in files; fails where a line is not whole."""
    lines = b"".join(path.read_bytes() for path in paths).splitlines(keepends=True)
    assert all(line.endswith(b"\n") for line in lines)
    return [json.loads(line)["name"] for line in lines]


def start(function: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Starts one of the worker's functions in a process of its own."""
    command = [sys.executable, "-m", "runtime.sinks.sink_worker", function]
    return subprocess.Popen(
        [*command, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, FOLDERS))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def work(function: str, *arguments: object) -> bytes:
    """What one of the worker's functions prints; fails where it fails."""
    process = start(function, *arguments)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    return output


def wait_until(condition: Callable[[], bool]) -> None:
    """Returns as soon as something is so; fails where it never is."""
    limit = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < limit
        time.sleep(0.005)


@contextmanager
def killed(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Ends a process without asking it."""
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
