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
PATH = f"import sys; sys.path.insert(0, {str(GENERATED)!r})"
IMPORT = f"{PATH}; import {PACKAGE}"
LOGGING = (
    f"{PATH}; from {PACKAGE} import events, log, Service; "
    f"from {PACKAGE}.sinks import FileSink; "
    "log.configure(service=Service.ENGINE, sink=FileSink(sys.argv[1])); "
    "events.degraded_mode_left()"
)


def milliseconds(python: str, script: str, cache: str) -> float:
    """The wall time of one process, which keeps compiled modules in `cache`."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["PYTHONPYCACHEPREFIX"] = cache
    start = time.perf_counter()
    record = f"{cache}/records.jsonl"
    subprocess.run([python, "-c", script, record], check=True, env=environment)
    return (time.perf_counter() - start) * 1000


def main(pythons: list[str]) -> None:
    """Measures each interpreter, its bare start and its import in turn."""
    for python in pythons:
        with tempfile.TemporaryDirectory() as cache:
            scripts = (BARE, IMPORT, LOGGING)
            for script in scripts:
                milliseconds(python, script, cache)  # compiles every module
            runs = [
                [milliseconds(python, script, cache) for script in scripts]
                for _ in range(RUNS)
            ]
        bare, whole, logged = (
            statistics.median(times) for times in zip(*runs, strict=True)
        )
        print(
            f"{python}: on top of {bare:.1f} ms when bare, {whole - bare:.1f} ms to "
            f"import, {logged - bare:.1f} ms with a log file and a first record in it"
        )


if __name__ == "__main__":
    main(sys.argv[1:] or [sys.executable])
