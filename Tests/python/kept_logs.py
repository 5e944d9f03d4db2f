"""What tests log with the shipped catalog, left for `codebook logs check`.

`CODEBOOK_TEST_LOGS` names a folder; without it nothing is kept. What tests make wrong
on purpose, or of other catalogs, is no log of the shipped one and does not belong here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

__all__ = ["keep"]


def keep(name: str, lines: Iterable[bytes]) -> None:
    """Appends records to a log of that name."""
    folder = os.environ.get("CODEBOOK_TEST_LOGS")
    kept = b"".join(lines)
    if folder and kept:
        # In one piece, whatever else writes: tests run in several processes.
        os.write(_log(folder, name), kept)


@cache
def _log(folder: str, name: str) -> int:
    # Each process that runs tests has its own: in a file, a session does not come back.
    process = os.environ.get("PYTEST_XDIST_WORKER", "main")
    path = Path(folder) / "python" / process / f"{name}.log.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
