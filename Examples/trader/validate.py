#!/usr/bin/env python3
"""Holds each line of log files against a JSON Schema: validate.py SCHEMA FILE..."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

_MAX_BYTES = 16_383


def main() -> int:
    """Prints what is wrong; the exit status tells whether anything is."""
    schema, *files = sys.argv[1:]
    validator = Draft202012Validator(
        json.loads(Path(schema).read_text(encoding="utf-8")),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    faults = 0
    for name in files:
        for number, line in enumerate(Path(name).read_bytes().splitlines(True), 1):
            for fault in _faults(validator, line):
                print(f"{name}:{number}: {fault}", file=sys.stderr)
                faults += 1
    return 1 if faults else 0


def _faults(validator: Draft202012Validator, line: bytes) -> list[str]:
    if not line.endswith(b"\n"):
        return ["the line has no end"]
    if len(line) > _MAX_BYTES:
        return [f"the line has {len(line)} bytes"]
    try:
        record = json.loads(line)
    except ValueError as error:
        return [f"no JSON: {error}"]
    return [error.message for error in validator.iter_errors(record)]


if __name__ == "__main__":
    sys.exit(main())
