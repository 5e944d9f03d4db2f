"""Warnings become records."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from predictiontrader_catalog._runtime.adapters import install
from runtime.adapters.tools import Recorded


@pytest.fixture
def taken_over(recorded: Recorded) -> Iterator[Recorded]:
    """A logger that took over warnings as a program has them, outside of any test."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        original = vars(warnings).get("_showwarning_orig")
        warnings.showwarning = original or warnings.showwarning
        with install(recorded.logger):
            yield recorded


def test_a_warning_is_a_record(
    taken_over: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    warnings.warn("old /x", DeprecationWarning, stacklevel=1)
    record = taken_over.only
    assert record["event"] == "framework_log"
    assert record["level"] == "WARN"
    assert record["component"] == "warnings"
    assert record["message"] == "old /x"
    details = record["details"]
    assert details["category"] == "DeprecationWarning"
    assert details["filename"] == "runtime/adapters/test_warnings.py"
    assert details["line"] > 20
    assert capsys.readouterr().err == ""


def test_filters_hold(taken_over: Recorded) -> None:
    warnings.simplefilter("ignore")
    warnings.warn("unseen", stacklevel=1)
    warnings.simplefilter("error")
    with pytest.raises(UserWarning, match="raised"):
        warnings.warn("raised", stacklevel=1)
    assert taken_over.records == []


def test_who_records_warnings_gets_them(taken_over: Recorded) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.warn("kept", stacklevel=1)
    assert len(caught) == 1
    warnings.warn("written", stacklevel=1)
    assert taken_over.only["message"] == "written"


def test_a_hook_from_before_is_called(recorded: Recorded) -> None:
    seen: list[object] = []

    def theirs(*arguments: Any, **_rest: object) -> None:
        seen.extend((str(arguments[0]), arguments[4]))

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = theirs
        with install(recorded.logger):
            warnings.warn("one", stacklevel=1)
            # Who names a file wants it there, and not in the log.
            warnings.showwarning("two", UserWarning, "x.py", 1, sys.stdout)
        assert warnings.showwarning is theirs
        warnings.warn("three", stacklevel=1)
    assert seen == ["one", None, "two", sys.stdout, "three", None]
    assert recorded.only["message"] == "one"
