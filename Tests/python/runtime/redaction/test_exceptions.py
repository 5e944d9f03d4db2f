"""Secrets in exceptions: what they say, notes, causes and groups, never locals."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from runtime.adapters.tools import Recorded
from runtime.redaction.planted import CARD, PASSWORD, TOKEN, assert_hidden

GROUPS = sys.version_info >= (3, 11)


def fails() -> None:
    """Raises one from another, with secrets in both and in what is local."""
    local = PASSWORD
    try:
        raise KeyError(f"token={PASSWORD}")
    except KeyError as error:
        raise RuntimeError(f"{TOKEN} was refused", len(local)) from error


def failure() -> RuntimeError:
    """What is raised."""
    with pytest.raises(RuntimeError) as caught:
        fails()
    add_note = getattr(caught.value, "add_note", None)  # since Python 3.11
    if add_note is not None:
        add_note(f"the card was {CARD}")
    return caught.value


def check(recorded: Recorded) -> dict[str, Any]:
    """Fails where a secret is left; gives the exception of the record."""
    (line,) = recorded.sink.lines
    assert_hidden(line)
    exception: dict[str, Any] = recorded.only["details"]["exception"]
    assert exception["message"].startswith("('[redacted:github-token] was refused'")
    assert "[redacted:" in exception["cause"]["message"]
    assert any(".fails " in frame for frame in exception["frames"])
    return exception


def test_in_the_place_of_a_detail(recorded: Recorded) -> None:
    recorded.logger.record(
        "ERROR",
        component="ws_client",
        event="failed",
        message=f"Failed: {failure()}",
        details={"exception": failure()},
    )
    check(recorded)


def test_in_the_place_of_an_error_code(recorded: Recorded) -> None:
    recorded.logger.record(
        "ERROR",
        component="ws_client",
        event="failed",
        message="Failed",
        fields={"error_code": failure()},
    )
    check(recorded)


@pytest.mark.skipif(not GROUPS, reason="notes came with Python 3.11")
def test_notes(recorded: Recorded) -> None:
    recorded.logger.record(
        "ERROR",
        component="ws_client",
        event="failed",
        message="Failed",
        details={"exception": failure()},
    )
    assert check(recorded)["notes"] == ["the card was [redacted:payment-card]"]


@pytest.mark.skipif(not GROUPS, reason="groups came with Python 3.11")
def test_groups(recorded: Recorded) -> None:
    group: Exception = sys.modules["builtins"].ExceptionGroup(TOKEN, [failure()])
    recorded.logger.record(
        "ERROR",
        component="ws_client",
        event="failed",
        message="Failed",
        details={"exception": group},
    )
    (line,) = recorded.sink.lines
    assert_hidden(line)
    exception = recorded.only["details"]["exception"]
    assert exception["exceptions"][0]["type"] == "RuntimeError"


def test_an_exception_whose_text_cannot_be_made(recorded: Recorded) -> None:
    class OddError(Exception):
        def __str__(self) -> str:
            raise ValueError(TOKEN)

    recorded.logger.record(
        "ERROR",
        component="ws_client",
        event="failed",
        message="Failed",
        details={"exception": OddError()},
    )
    (line,) = recorded.sink.lines
    assert_hidden(line)
