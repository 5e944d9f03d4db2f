"""Exceptions in records: in the place of error codes, behind them, and in details."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from predictiontrader_catalog import CatalogError, ErrorCode
from predictiontrader_catalog._runtime.adapters._outlet import Outlet
from predictiontrader_catalog._runtime.description import CatalogDescription
from runtime.recording import Recording

DESCRIPTION: CatalogDescription = Recording().logger.description


def caught(error: Exception, cause: BaseException | None = None) -> Exception:
    """An exception with a frame."""
    try:
        raise error from cause
    except type(error):
        return error


def test_an_exception_without_a_code(recording: Recording) -> None:
    error = caught(ZeroDivisionError("by zero"), caught(LookupError("lost")))
    record = recording.both("database_unavailable", error, None)
    assert record["error_code"] == "PT-DB-001"
    details = record["details"]
    assert list(details) == ["operator_message", "_invalid", "exception"]
    assert details["_invalid"] == ["error_code"]
    exception = details["exception"]
    assert list(exception) == ["type", "message", "frames", "cause"]
    assert (exception["type"], exception["message"]) == ("ZeroDivisionError", "by zero")
    assert "caught runtime/test_failures.py:" in exception["frames"][0]
    assert exception["cause"]["message"] == "lost"


def test_an_exception_without_a_code_where_none_is_needed(recording: Recording) -> None:
    recording.logger.record(
        "INFO",
        component="a",
        event="b",
        message="c",
        fields={"error_code": KeyboardInterrupt()},
        details={"d": 1},
    )
    (record,) = recording.records()
    assert "error_code" not in record
    assert list(record["details"]) == ["_invalid", "exception", "d"]
    assert record["details"]["exception"]["type"] == "KeyboardInterrupt"


def test_what_the_caller_says_of_the_exception_counts(recording: Recording) -> None:
    given = {"a": 1, "exception": "its own"}
    record = recording.both("database_unavailable", OSError("no"), given)
    assert list(record["details"]) == ["operator_message", "_invalid", *given]
    assert record["details"]["exception"] == "its own"


def test_what_caused_a_failure(recording: Recording) -> None:
    error = caught(CatalogError(ErrorCode.PT_DB_001), OSError("disk full"))
    record = recording.both("database_unavailable", error, {"a": 1})
    assert list(record["details"]) == ["operator_message", "exception", "a"]
    exception = record["details"]["exception"]
    assert exception == {"type": "OSError", "message": "disk full", "frames": []}


def test_the_place_of_a_declared_exception(recording: Recording) -> None:
    record = recording.both("unexpected_error", "a", OSError("no"), None, {"a": 1})
    assert list(record["details"]) == ["exception", "operator_message", "_invalid", "a"]
    assert record["details"]["exception"]["type"] == "OSError"
    given = {"type": "its own"}
    record = recording.both("unexpected_error", "a", OSError("no"), given, None)
    assert record["details"]["exception"] == given
    # What is an object here may be given as it is.
    code = ErrorCode.PT_INT_001
    record = recording.both("unexpected_error", "a", code, OSError("no"), None)
    assert record["details"]["exception"]["message"] == "no"
    assert "_invalid" not in record["details"]


def test_an_exception_among_details(recording: Recording) -> None:
    error = caught(ValueError("bad"), CatalogError(ErrorCode.PT_DB_001))
    exception = recording.details({"exception": error})["exception"]
    assert list(exception) == ["type", "message", "frames", "cause"]
    assert exception["cause"]["code"] == "PT-DB-001"
    assert recording.details({"a": [error, error]})["a"] == [exception] * 2
    # One is not a set of details.
    assert recording.details(error) == {"_invalid": ["details"]}


def test_an_exception_where_a_text_belongs(recording: Recording) -> None:
    error: Any = ValueError("bad")
    recording.logger.record("INFO", component="a", event="b", message=error)
    assert recording.records()[0]["message"] == "ValueError: bad"


def test_an_exception_that_holds_itself_and_one_that_logs(recording: Recording) -> None:
    class LogsError(Exception):
        def __str__(self) -> str:
            recording.logger.record(
                "INFO", component="a", event="b", message="c", details={"e": self}
            )
            return "text"

    error = LogsError()
    error.__cause__ = error
    recording.logger.writers["reconnect_scheduled"](3, 5000, None, {"e": error})
    inner, outer = (record["details"]["e"] for record in recording.records())
    assert inner == "…[unprintable LogsError]"
    assert (outer["message"], outer["cause"]) == ("text", "…[cycle]")


def test_an_exception_where_nothing_can_be_imported(
    recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "predictiontrader_catalog._runtime.adapters._exceptions"
    monkeypatch.setitem(sys.modules, name, None)
    assert recording.json(ValueError("bad")) == '"ValueError: bad"'


def unhandled(recording: Recording, code: ErrorCode) -> dict[str, Any]:
    """The record of a failure that nobody handled."""
    error = caught(CatalogError(code))
    Outlet(recording.logger).unexpected_error({"exception": {"a": 1}}, error)
    record: dict[str, Any] = json.loads(recording.sink.lines[-1])
    return record


def test_an_unhandled_failure_has_a_code_that_its_event_may_carry(
    recording: Recording,
) -> None:
    assert unhandled(recording, ErrorCode.PT_INT_001)["error_code"] == "PT-INT-001"
    # The catalog's event carries this code only.
    assert unhandled(recording, ErrorCode.PT_DB_001)["error_code"] == "PT-INT-001"
    undeclared = Recording(description=DESCRIPTION._replace(event=lambda _: None))
    record = unhandled(undeclared, ErrorCode.PT_DB_001)
    assert record["error_code"] == "PT-DB-001"
    assert record["details"] == {
        "operator_message": ErrorCode.PT_DB_001.operator_message,
        "exception": {"a": 1},
    }


def test_a_failure_that_a_library_tells_of_has_its_code(recording: Recording) -> None:
    outlet = Outlet(recording.logger)
    outlet.framework_log("a", 17, "m", {}, CatalogError(ErrorCode.PT_DB_001))
    outlet.framework_log("a", 17, "m", {}, SystemExit("PT-DB-001"))
    first, second = recording.records()
    assert first["error_code"] == "PT-DB-001"
    assert "error_code" not in second
