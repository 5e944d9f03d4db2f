"""What the tests of the logging runtime share: a logger whose lines they check."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from kept_logs import keep
from predictiontrader_catalog import events
from predictiontrader_catalog._runtime.description import CatalogDescription
from predictiontrader_catalog._runtime.logger import RecordLogger
from predictiontrader_catalog._runtime.recorder import Recorder

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "Generated" / "schema" / "log-record.schema.json"
MOST_BYTES = 16_383

TIME = 1_767_982_043_412_999_999
"""2026-01-09T18:07:23.412999999Z."""

TIMESTAMP = "2026-01-09T18:07:23.412Z"
CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
SPAN = "00f067aa0ba902b7"


class Lines:
    """A sink that keeps lines, and can be told to drop them."""

    def __init__(self, kept_as: str | None = None) -> None:
        """Begins with none; what is written is kept under a name, if there is one."""
        self.lines: list[bytes] = []
        self.kept_as = kept_as
        self.severities: list[int] = []
        self.works = True
        self.dropped = 0
        self.flushes = 0
        self.closed = False

    def write(self, line: bytes, severity: int) -> None:
        """Keeps a line."""
        if not self.works:
            self.dropped += 1
            return
        self.lines.append(line)
        self.severities.append(severity)
        if self.kept_as:
            keep(self.kept_as, [line])

    def flush(self) -> None:
        """Counts the calls."""
        self.flushes += 1

    def close(self) -> None:
        """Remembers it."""
        self.closed = True

    def take_dropped(self) -> int:
        """How many were dropped, once it works again."""
        if not self.works:
            return 0
        dropped, self.dropped = self.dropped, 0
        return dropped


class Recording:
    """A logger of its own, with a time that stands still."""

    def __init__(
        self,
        service: str = "engine",
        description: CatalogDescription = events.LOGGER.description,
    ) -> None:
        """Makes a logger that writes everything."""
        is_shipped = description is events.LOGGER.description
        self.sink = Lines("recording" if is_shipped else None)
        self.time = TIME
        self.logger = RecordLogger(description)
        self.logger.configure(service=service, sink=self.sink, clock=lambda: self.time)
        self.logger.set_level(next(iter(description.levels)))
        self.logger.adopt_session(SESSION)
        self.logger.adopt_root(CORRELATION)
        self.sink.lines.clear()
        self.sink.severities.clear()

    @property
    def recorder(self) -> Recorder:
        """What is behind the logger."""
        return self.logger._recorder

    def fast(self, event: str, *values: object) -> bytes:
        """The line of an event's own function."""
        return self._one(lambda: self.logger.writers[event](*values))

    def general(self, event: str, *values: object) -> bytes:
        """The line of the way for everything."""
        layout = self.recorder.layout.event(event)
        assert layout is not None
        return self._one(lambda: self.recorder.event(layout, values, admitted=True))

    def both(self, event: str, *values: object) -> dict[str, Any]:
        """The record that both ways give."""
        fast, general = self.fast(event, *values), self.general(event, *values)
        assert fast == general
        return checked(fast)

    def records(self) -> list[dict[str, Any]]:
        """What was written, checked."""
        return [checked(line) for line in self.sink.lines]

    def details(self, details: object) -> dict[str, Any]:
        """The details of a record to which these were added."""
        record = self.both("reconnect_scheduled", 3, 5000, None, details)
        found: dict[str, Any] = record["details"]
        return found

    def json(self, value: object) -> str:
        """The JSON of a further detail's value."""
        line = self.general("reconnect_scheduled", 3, 5000, None, {"value": value})
        checked(line)
        return line.decode().split(',"details":{"value":', 1)[1][: -len("}}\n")]

    def _one(self, call: Any) -> bytes:
        before = len(self.sink.lines)
        call()
        (line,) = self.sink.lines[before:]
        return line


def checked(line: bytes) -> dict[str, Any]:
    """A line as a record; fails where it is not one."""
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert len(line) <= MOST_BYTES
    record: dict[str, Any] = json.loads(
        line.decode("utf-8"), parse_constant=_refuse, object_pairs_hook=_unique
    )
    problems = [error.message for error in _validator().iter_errors(record)]
    assert not problems, (problems, line)
    return record


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


def _refuse(constant: str) -> object:
    raise AssertionError(f"{constant} is not JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    assert len(members) == len(pairs), f"a key stands twice: {pairs}"
    return members
