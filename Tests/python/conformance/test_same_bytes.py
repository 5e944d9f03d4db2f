"""Random records give the same bytes in Swift and in Python (docs/log-format.md)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conformance.random_records import RandomRecords
from package_tools import ROOT, SHIPPED

RECORDS = int(os.environ.get("CODEBOOK_RANDOM_RECORDS", "10000"))
"""How many are compared; more in longer runs."""

_BATCH = 2500
_SEED = int(os.environ.get("CODEBOOK_RANDOM_SEED", "20260109"))
_TESTS = Path(__file__).parent.parent
_PYTHON: list[str | Path] = [
    sys.executable,
    "-m",
    "conformance.replay",
    SHIPPED.package,
]


@pytest.fixture(scope="module")
def swift() -> Path:
    """The executable that replays calls in Swift."""
    executable = ROOT / ".build/debug/RecordReplay"
    if not executable.exists():
        pytest.skip(f"{executable} has not been built")
    return executable


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """The generated schema of a record."""
    schema = json.loads((SHIPPED.folder / "schema/log-record.schema.json").read_bytes())
    return jsonschema.Draft202012Validator(schema)


def batches() -> Iterator[list[str]]:
    """Calls, some at a time."""
    catalog = json.loads(SHIPPED.catalog.read_bytes())
    records = RandomRecords(_SEED, catalog)
    for _ in range(0, RECORDS, _BATCH):
        yield [records.line() for _ in range(min(_BATCH, RECORDS))]


def answers(command: list[str | Path], calls: list[str]) -> list[bytes]:
    """The line that each call gives."""
    done = subprocess.run(
        command,
        input="".join(f"{call}\n" for call in calls).encode(),
        env={**os.environ, "PYTHONPATH": f"{SHIPPED.python}:{_TESTS}"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    lines = done.stdout.split(b"\n")
    assert lines.pop() == b""
    assert len(lines) == len(calls)
    return lines


def checked(line: bytes) -> dict[str, Any]:
    """The record of a line, which holds no more than JSON allows, and no name twice."""
    assert len(line) + 1 <= 16_383
    record: dict[str, Any] = json.loads(
        line.decode(), object_pairs_hook=_unique, parse_constant=pytest.fail
    )
    return record


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    assert len(members) == len(pairs), f"a name stands twice: {pairs}"
    return members


def test_both_languages_write_the_same(
    swift: Path, validator: jsonschema.Draft202012Validator
) -> None:
    compared = 0
    for calls in batches():
        python_lines = answers(_PYTHON, calls)
        swift_lines = answers([swift], calls)
        for call, one, other in zip(calls, python_lines, swift_lines, strict=True):
            assert one == other, f"{call}\nPython: {one!r}\nSwift:  {other!r}"
            record = checked(one)
            if compared % 10 == 0:
                validator.validate(record)
            compared += 1
    assert compared == RECORDS
