"""A logger of a small catalog, whose records are valid in the shipped one too."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from kept_logs import keep
from predictiontrader_catalog._runtime.description import (
    CatalogDescription,
    FieldDescription,
)
from predictiontrader_catalog._runtime.logger import RecordLogger
from predictiontrader_catalog.redaction_rules import RULES


class Detail(NamedTuple):
    """A member that an event declares for its details."""

    name: str
    type: str
    required: bool = False
    secret: bool = False
    sensitive: bool = False
    fingerprint: str | None = None


class Event(NamedTuple):
    """What the catalog says of an event."""

    level: str | None = None
    services: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    message: str | None = None
    required_fields: tuple[str, ...] = ()
    optional_fields: tuple[str, ...] = ()
    error_codes: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()


EVENTS = {
    "framework_log": Event(
        details=(Detail("logger", "string"), Detail("exception", "object"))
    ),
    "session_adopted": Event(
        level="INFO", details=(Detail("provisional_session_id", "string"),)
    ),
    "correlation_replaced": Event(
        level="WARN",
        details=(
            Detail("carrier", "string", required=True),
            Detail("reason", "string", required=True),
        ),
    ),
    "unexpected_error": Event(
        level="ERROR",
        message="An exception was not handled",
        required_fields=("error_code",),
        error_codes=("PT-INT-001",),
        details=(Detail("exception", "object"),),
    ),
}

FIELDS = (
    FieldDescription("ts", "string", "timestamp", required=True),
    FieldDescription("level", "string", "level", required=True),
    FieldDescription("service", "string", "service", required=True),
    FieldDescription("component", "string", "component", required=True),
    FieldDescription("event", "string", "event", required=True),
    FieldDescription("message", "string", "message", required=True),
    FieldDescription("correlation_id", "string", "correlation", required=True),
    FieldDescription("session_id", "string", "session", required=True),
    FieldDescription("span_id", "string", "span"),
    FieldDescription("error_code", "string", "error_code"),
    FieldDescription("details", "object", "details"),
)

DESCRIPTION = CatalogDescription(
    product="Sample",
    version="1.2.0",
    digest="d" * 64,
    levels={"TRACE": 1, "DEBUG": 5, "INFO": 9, "WARN": 13, "ERROR": 17},
    services=("desktop", "engine"),
    components=("ws_client",),
    component_services={},
    scopes=(),
    components_open=True,
    events_open=True,
    scopes_open=True,
    fields=FIELDS,
    error_codes=("PT-INT-001",),
    operator_message={"PT-INT-001": "Capture diagnostics."}.get,
    event=EVENTS.get,
    prefix="sample",
    redaction_rules=lambda: RULES,
)

# Each sink is a process's own.
_NUMBERS = count()


class ListSink:
    """Keeps lines in memory, and counts what it was asked."""

    def __init__(self) -> None:
        """Makes an empty one."""
        self.lines: list[bytes] = []
        self.flushed = 0
        self._kept_as = f"adapters-{next(_NUMBERS)}"

    def write(self, line: bytes, severity: int) -> None:
        """Keeps a line."""
        assert 1 <= severity <= 24
        self.lines.append(line)
        keep(self._kept_as, [line])

    def flush(self) -> None:
        """Counts."""
        self.flushed += 1

    def close(self) -> None:
        """Has nothing to do."""

    def take_dropped(self) -> int:
        """Drops nothing."""
        return 0


def sample_logger(sink: ListSink | None = None) -> RecordLogger:
    """A logger of the sample's engine; to standard error without a sink."""
    logger = RecordLogger(DESCRIPTION)
    logger.configure(service="engine", level="DEBUG", sink=sink)
    return logger
