"""Processes that die while they make a bundle."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from bundle import killed
from bundle.sample import findings, made, write_lines

TIMES = 100


def test_no_part_of_a_bundle_is_ever_under_its_name(out: Path, log: Path) -> None:
    write_lines(log, 0, 20)
    delays = random.Random(20_260_109)
    whole = left = 0
    with subprocess.Popen(
        [sys.executable, killed.__file__, log, out],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        for _ in range(TIMES):
            _kill_one(parent, delays.random() * 0.06)
            for path in out.iterdir():
                if path.name.startswith("."):
                    left += 1
                else:
                    assert findings(path) == []
                    path.unlink()
                    whole += 1
    # Some died in the middle; the next bundle takes away what they left.
    assert left > 0
    assert whole > 0
    made(out)
    assert [path.suffix for path in out.iterdir()] == [".zip"]


def _kill_one(parent: subprocess.Popen[bytes], delay: float) -> None:
    assert parent.stdin is not None
    assert parent.stdout is not None
    parent.stdin.write(b"\n")
    parent.stdin.flush()
    child = int(parent.stdout.readline().replace(b".", b""))
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    # Until it is gone, as its parent tells.
    parent.stdout.readline()
