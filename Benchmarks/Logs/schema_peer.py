"""Holds each line of a log against the generated schema: schema_peer.py SCHEMA FILE."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema_rs
import orjson


def main() -> int:
    """Ends with 1 where a line is not valid."""
    schema = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    validator = jsonschema_rs.validator_for(schema)
    with Path(sys.argv[2]).open("rb") as file:
        return 0 if all(validator.is_valid(orjson.loads(line)) for line in file) else 1


if __name__ == "__main__":
    sys.exit(main())
