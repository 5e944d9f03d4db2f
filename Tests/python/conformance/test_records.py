"""Each event's function gives the lines of records.json, and those are valid."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
from package_tools import Output

_TESTS = Path(__file__).parent.parent


def vectors(output: Output) -> dict[str, Any]:
    """What the generator made for the catalog."""
    found: dict[str, Any] = json.loads(
        (output.folder / "conformance/records.json").read_bytes()
    )
    return found


def call(record: dict[str, Any], context: dict[str, Any]) -> dict[str, Any]:
    """A call in the notation that `replay` reads."""
    time = datetime.datetime.fromisoformat(context["timestamp"].replace("Z", "+00:00"))
    complete = record["complete"]
    return {
        "call": "event",
        "time": round(time.timestamp() * 1000),
        "correlation": context["correlation_id"],
        "session": context["session_id"],
        "span": context["span_id"] if complete else None,
        "message": context["message"],
        "details": context["details"] if complete else {"$object": []},
        **{
            name: record[name]
            for name in ("event", "level", "service", "component", "arguments")
        },
    }


def lines_of(output: Output, calls: list[dict[str, Any]]) -> list[bytes]:
    """What the package writes for the calls."""
    done = subprocess.run(
        [sys.executable, "-m", "conformance.replay", output.package],
        input="".join(json.dumps(call) + "\n" for call in calls).encode(),
        env={"PYTHONPATH": f"{output.python}:{_TESTS}"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout.splitlines(keepends=True)


def test_every_event_gives_its_lines(output: Output) -> None:
    found = vectors(output)
    calls = [call(record, found["context"]) for record in found["records"]]
    written = lines_of(output, calls)
    wanted = [record["line"].encode() for record in found["records"]]
    for place, (line, expected) in enumerate(zip(written, wanted, strict=True)):
        assert line == expected, calls[place]


def test_every_line_is_valid(output: Output) -> None:
    schema = json.loads((output.folder / "schema/log-record.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema)
    for record in vectors(output)["records"]:
        validator.validate(json.loads(record["line"]))
