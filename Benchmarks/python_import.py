"""How long importing the generated Python package takes, over a bare interpreter.

Prints medians of 21 runs for this Python, or for those that are named as arguments.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GENERATED = Path(__file__).resolve().parents[1] / "Generated" / "python"
PACKAGE = "predictiontrader_catalog"
RUNS = 21
BARE = "pass"
IMPORT = f"import sys; sys.path.insert(0, {str(GENERATED)!r}); import {PACKAGE}"


def milliseconds(python: str, script: str, cache: str) -> float:
    """The wall time of one process, which keeps compiled modules in `cache`."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["PYTHONPYCACHEPREFIX"] = cache
    start = time.perf_counter()
    subprocess.run([python, "-c", script], check=True, env=environment)
    return (time.perf_counter() - start) * 1000


def main(pythons: list[str]) -> None:
    """Measures each interpreter, its bare start and its import in turn."""
    for python in pythons:
        with tempfile.TemporaryDirectory() as cache:
            milliseconds(python, IMPORT, cache)  # compiles every module
            runs = [
                (milliseconds(python, BARE, cache), milliseconds(python, IMPORT, cache))
                for _ in range(RUNS)
            ]
        bare, whole = (statistics.median(times) for times in zip(*runs, strict=True))
        print(f"{python}: {whole - bare:.1f} ms on top of {bare:.1f} ms when bare")


if __name__ == "__main__":
    main(sys.argv[1:] or [sys.executable])
