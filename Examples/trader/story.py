#!/usr/bin/env python3
"""Merges log files by time and prints them as a table: story.py FILE..."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

_COLUMNS = ("time", "service", "level", "event", "action", "message")
_NOTES = {"error_code": "{}", "attempt": "attempt {}", "backoff_ms": "wait {} ms"}
_ASKED = "action_started"


def main() -> int:
    """Prints the table."""
    records = [record for name in sys.argv[1:] for record in _records(Path(name))]
    records.sort(key=_time)
    rows = [_COLUMNS, *(_row(record) for record in records)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        cells = (text.ljust(width) for text, width in zip(row, widths, strict=False))
        print("  ".join((*cells, row[-1])))
    return 0


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _time(record: dict[str, Any]) -> tuple[str, int]:
    # In one millisecond the user asks, the engine does it, and the user sees it.
    if record["event"] == _ASKED:
        return record["ts"], 0
    return record["ts"], 1 if record["service"] == "engine" else 2


def _row(record: dict[str, Any]) -> tuple[str, ...]:
    notes = [
        text.format(record[field]) for field, text in _NOTES.items() if field in record
    ]
    message = record["message"]
    return (
        record["ts"][11:-1],
        record["service"],
        record["level"],
        record["event"],
        record["correlation_id"][:8],
        f"{message} ({', '.join(notes)})" if notes else message,
    )


if __name__ == "__main__":
    sys.exit(main())
