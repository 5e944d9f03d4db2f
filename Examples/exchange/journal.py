"""What the exchange got and what it did, one line of JSON each, as it happens.

`at_ms` is a monotonic clock, so that what came how long after what can be told; `ts` is
the wall clock, so that it goes with the logs of others.
"""

from __future__ import annotations

import json
import time
from datetime import datetime, timezone
from pathlib import Path
from typing import TextIO

__all__ = ["Journal"]


class Journal:
    """Writes lines to a file; each is there as soon as it is written."""

    def __init__(self, path: Path | None) -> None:
        """Makes a journal.

        Args:
            path: The file, which is replaced; nothing is written where it is left out.
        """
        self._file: TextIO | None = None
        if path is not None:
            self._file = path.open("w", encoding="utf-8", buffering=1)

    def write(self, kind: str, **members: object) -> None:
        """Writes a line.

        Args:
            kind: What happened.
            members: What there is to tell of it. Those that are `None` are left out.
        """
        if self._file is None:
            return
        told = {name: value for name, value in members.items() if value is not None}
        now = datetime.now(tz=timezone.utc).isoformat(timespec="milliseconds")
        line = {
            "at_ms": round(time.monotonic_ns() / 1e6, 3),
            "ts": now.replace("+00:00", "Z"),
            "kind": kind,
            **told,
        }
        self._file.write(json.dumps(line) + "\n")

    def close(self) -> None:
        """Ends the file."""
        if self._file is not None:
            self._file.close()
