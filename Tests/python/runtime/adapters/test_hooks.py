"""Exceptions that nobody handles become records, and hooks from before are called."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from predictiontrader_catalog._runtime.adapters import install
from predictiontrader_catalog._runtime.context import remember_context
from runtime.adapters.tools import Recorded


@pytest.fixture
def taken_over(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Recorded]:
    """A logger that took over hooks as a program has them, outside of any test."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    with install(recorded.logger):
        yield recorded
    assert sys.excepthook is sys.__excepthook__
    assert sys.unraisablehook is sys.__unraisablehook__
    assert threading.excepthook is threading.__excepthook__


def fail(exception: BaseException) -> None:
    """Gives an exception to the hook, as the interpreter does."""
    try:
        raise exception
    except BaseException as caught:  # noqa: BLE001 - whichever it is
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_an_exception_of_the_main_program(
    taken_over: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    fail(LookupError("lost"))
    record = taken_over.only
    assert record["event"] == "unexpected_error"
    assert record["level"] == "ERROR"
    assert record["error_code"] == "PT-INT-001"
    assert record["message"] == "An exception was not handled"
    assert record["details"]["source"] == "main"
    assert record["details"]["operator_message"] == "Capture diagnostics."
    assert record["details"]["exception"]["message"] == "lost"
    assert "fail runtime/" in record["details"]["exception"]["frames"][0]
    assert taken_over.sink.flushed > 0
    assert capsys.readouterr().err == ""


def test_an_interrupt_is_no_error(
    taken_over: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    fail(KeyboardInterrupt())
    assert taken_over.records == []
    assert capsys.readouterr().err == ""


def test_an_exception_of_a_thread(
    taken_over: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(exception: BaseException) -> None:
        raise exception

    for exception in (LookupError("lost"), SystemExit(1)):
        thread = threading.Thread(target=run, args=(exception,), name="worker")
        thread.start()
        thread.join()
    details = taken_over.only["details"]
    assert details["source"] == "thread"
    assert details["thread"] == "worker"
    assert details["exception"]["message"] == "lost"
    assert capsys.readouterr().err == ""


class Secretive:
    """An object whose end fails, and whose text is a secret."""

    def __repr__(self) -> str:
        return "hunter2"

    def __del__(self) -> None:
        raise LookupError("lost")


def test_an_exception_that_cannot_be_raised(
    taken_over: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    Secretive()
    gc.collect()
    details = taken_over.only["details"]
    assert details["source"] == "unraisable"
    assert details["object"].endswith("test_hooks.Secretive.__del__")
    assert details["exception"]["message"] == "lost"
    assert b"hunter2" not in b"".join(taken_over.sink.lines)
    assert capsys.readouterr().err == ""


def test_hooks_from_before_are_called(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: seen.append(args))
    monkeypatch.setattr(sys, "unraisablehook", seen.append)
    monkeypatch.setattr(threading, "excepthook", seen.append)
    with install(recorded.logger):
        fail(LookupError("one"))
        fail(KeyboardInterrupt())
        Secretive()
        gc.collect()
        thread = threading.Thread(target=fail_in_thread)
        thread.start()
        thread.join()
    assert len(seen) == 4
    assert len(recorded.records) == 3
    fail(LookupError("after"))
    assert len(seen) == 5
    assert len(recorded.records) == 3


def fail_in_thread() -> None:
    raise LookupError("in a thread")


def test_an_exception_tells_the_context_that_it_left(taken_over: Recorded) -> None:
    logger = taken_over.logger
    exception = LookupError("lost")
    with logger.new_correlation() as context, logger.span() as span:
        remember_context(exception, span)
    fail(exception)
    with logger.new_correlation() as other:
        # Where there is a context, that is what the record is about.
        fail(exception)
    first, second = taken_over.records
    assert first["correlation_id"] == context.correlation_id
    assert first["span_id"] == span.span_id
    assert second["correlation_id"] == other.correlation_id


def test_an_exception_keeps_the_correlation_that_it_left(taken_over: Recorded) -> None:
    logger = taken_over.logger
    error = LookupError("lost")
    with logger.new_correlation() as outer, logger.span() as inner:
        assert outer.correlation_id == inner.correlation_id
        try:
            with logger.new_correlation() as context:
                raise error
        except LookupError:
            pass
    fail(error)
    assert taken_over.only["correlation_id"] == context.correlation_id
    assert context.correlation_id != outer.correlation_id
