"""A catalog whose events and fields may hold secrets, and a logger of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from predictiontrader_catalog._runtime.description import FieldDescription
from predictiontrader_catalog._runtime.logger import RecordLogger
from predictiontrader_catalog._runtime.redaction import FingerprintKey
from predictiontrader_catalog.redaction_rules import RULES
from runtime.adapters.sample import DESCRIPTION, FIELDS, Detail, Event
from runtime.recording import CORRELATION, SESSION, TIME, Lines

OWN_RULES = (
    {"id": "broker", "action": "fingerprint", "fingerprint": "credential"},
    {"id": "ledger", "action": "mask"},
)
"""Rules of the team's own: each knows names that end as it is called."""


def _event(message: str | None = None, *details: Detail, **more: Any) -> Event:
    return Event("INFO", (), ("ws_client",), message, details=details, **more)


EVENTS = {
    "said": _event(),
    "told": _event("Told {note}", Detail("note", "string")),
    "counted": _event("Counted {rows}", Detail("rows", "integer", required=True)),
    "set": _event(
        "Setting changed",
        Detail("name", "string", required=True),
        Detail("value", "string", required=True),
    ),
    "signed_in": _event(
        "Signed in with {api_key} as {owner} of {number}",
        Detail("api_key", "string"),
        Detail("broker", "string"),
        Detail("owner", "string", sensitive=True),
        Detail("number", "integer", sensitive=True, fingerprint="account"),
    ),
    "moved": _event(
        "Moved",
        required_fields=("account",),
        optional_fields=("holder", "note", "app_token"),
    ),
    "held": _event("Held {parts}", Detail("parts", "object", required=True)),
}

_FIELDS = (
    *FIELDS[:-1],
    FieldDescription(
        "account", "string", sensitivity="sensitive", fingerprint="account"
    ),
    FieldDescription("holder", "string", sensitivity="sensitive", fingerprint="holder"),
    FieldDescription("note", "string"),
    FieldDescription("app_token", "string"),
    FIELDS[-1],
)


@cache
def rules() -> str:
    """Codebook's rules and those above."""
    resolved = json.loads(RULES)
    key = next(rule for rule in resolved["rules"] if rule["kind"] == "key")
    for rule in OWN_RULES:
        resolved["rules"].append({**key, "names": [rule["id"]], **rule})
    return json.dumps(resolved)


class Logged:
    """A logger of the sample, and what it wrote."""

    def __init__(self, key: FingerprintKey | None = None) -> None:
        """Makes a logger that writes everything."""
        self.sink = Lines()
        self.logger = RecordLogger(
            DESCRIPTION._replace(
                fields=_FIELDS, event=EVENTS.get, redaction_rules=rules
            )
        )
        self.logger.configure(
            service="engine",
            level="TRACE",
            sink=self.sink,
            clock=lambda: TIME,
            fingerprint_key=key,
        )
        self.logger.adopt_session(SESSION)
        self.logger.adopt_root(CORRELATION)
        self.sink.lines.clear()

    @property
    def line(self) -> bytes:
        """The only line that was written."""
        (line,) = self.sink.lines
        return line

    @property
    def record(self) -> dict[str, Any]:
        """The only record that was written."""
        record: dict[str, Any] = json.loads(self.line)
        return record

    def event(self, name: str, *values: object) -> dict[str, Any]:
        """The record of an event, which both ways of writing it give."""
        layout = self.logger._recorder.layout.event(name)
        assert layout is not None
        fast = self._one(lambda: self.logger.writers[name](*values))
        general = self._one(
            lambda: self.logger._recorder.event(layout, values, admitted=True)
        )
        assert fast == general
        record: dict[str, Any] = json.loads(fast)
        return record

    def said(self, message: str, **details: object) -> dict[str, Any]:
        """The record of a message and what is added to it."""
        return self.event("said", message, details or None)

    def details(self, details: object) -> dict[str, Any]:
        """The details of a record to which these were added."""
        record = self.event("counted", 3, details)
        found: dict[str, Any] = record["details"]
        del found["rows"]
        return found

    def value(self, value: object) -> Any:
        """What stands for a value that is added to details."""
        return self.details({"v": value})["v"]

    def _one(self, call: Callable[[], None]) -> bytes:
        self.sink.lines.clear()
        call()
        return self.line
