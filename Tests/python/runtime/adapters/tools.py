"""Records as the tests see them, each held against the schema."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator
from kept_logs import keep
from package_tools import ROOT, SHIPPED
from predictiontrader_catalog._runtime.logger import RecordLogger
from runtime.adapters.sample import ListSink, sample_logger

PROGRAMS = Path(__file__).parent / "programs"

Record = dict[str, Any]


@functools.cache
def validator() -> Draft202012Validator:
    """Accepts the shipped catalog's records."""
    path = SHIPPED.folder / "schema/log-record.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def parsed(line: bytes) -> Record:
    """A line as a record; fails where it is none."""
    try:
        record: Record = json.loads(line)
    except ValueError:
        raise AssertionError(f"a plain line: {line!r}") from None
    validator().validate(record)
    return record


class Recorded:
    """A logger and what it has written so far."""

    def __init__(self) -> None:
        """Makes a logger with nothing written."""
        self.sink = ListSink()
        self.logger: RecordLogger = sample_logger(self.sink)

    @property
    def records(self) -> list[Record]:
        """What has been written, each record held against the schema."""
        return [parsed(line) for line in self.sink.lines]

    @property
    def only(self) -> Record:
        """The one record that has been written."""
        (record,) = self.records
        return record


def nothing_printed(capsys: pytest.CaptureFixture[str]) -> bool:
    """Whether neither standard output nor standard error got anything."""
    captured = capsys.readouterr()
    return captured.out == "" and captured.err == ""


class Finished(NamedTuple):
    """How a program ended, and what it wrote."""

    status: int
    records: list[Record]
    output: str

    def named(self, event: str) -> list[Record]:
        """The records of one event."""
        return [record for record in self.records if record["event"] == event]

    def of(self, component: str) -> list[Record]:
        """The records of one component."""
        return [record for record in self.records if record["component"] == component]


def run_program(name: str, *arguments: str, python: str = sys.executable) -> Finished:
    """Runs a program; fails where it printed anything to standard error but records."""
    path = [str(ROOT / "Generated/python"), str(ROOT / "Tests/python")]
    done = subprocess.run(
        [python, "-X", "faulthandler", PROGRAMS / name, *arguments],
        cwd=PROGRAMS,
        env={"PYTHONPATH": ":".join(path), "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=50,
        check=False,
    )
    keep(f"program-{name.removesuffix('.py')}", [done.stderr])
    return Finished(
        done.returncode,
        [parsed(line) for line in done.stderr.splitlines()],
        done.stdout.decode(),
    )
