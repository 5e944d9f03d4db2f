"""Correlations travel in HTTP headers, and nothing else does."""

from __future__ import annotations

import re
from typing import Any

import pytest
from predictiontrader_catalog._runtime.carriers import (
    Incoming,
    Replacement,
    accept,
    incoming_headers,
    outgoing_headers,
)
from runtime.adapters.tools import Recorded

CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
SPAN = "00f067aa0ba902b7"
VERSION_4 = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}")

WHOLE = {"X-Correlation-ID": CORRELATION, "X-Session-ID": SESSION, "X-Span-ID": SPAN}


@pytest.mark.parametrize(
    "headers",
    [
        WHOLE,
        {name.lower(): value for name, value in WHOLE.items()},
        list(WHOLE.items()),
        [(name.upper().encode(), value.encode()) for name, value in WHOLE.items()],
        {name.encode(): value.encode() for name, value in WHOLE.items()},
        [("Host", "localhost"), *WHOLE.items(), ("Accept", "*/*"), ("Accept", "x")],
        {name: f" \t{value} " for name, value in WHOLE.items()},
    ],
)
def test_they_are_taken_in(headers: Any) -> None:
    assert incoming_headers(headers) == Incoming(CORRELATION, SPAN, SESSION, ())


HOSTILE = [
    "",
    CORRELATION.upper(),
    CORRELATION.replace("-", ""),
    f"{CORRELATION}\n",
    f"{CORRELATION}\r\nX-Evil: 1",
    f"{CORRELATION}\0",
    f"{{{CORRELATION}}}",
    f"urn:uuid:{CORRELATION}",
    f"{CORRELATION}, {CORRELATION}",
    CORRELATION.replace("4", "４"),
    CORRELATION.replace("a", "g"),
    "4e18bf6a-94c8-4ce7-a4e9-151f5f57326",
    "4e18bf6a94c8--4ce7-a4e9-151f5f573263",
    "a" * 1_000_000,
    "-" * 36,
]


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("name", ["X-Correlation-ID", "x-correlation-id"])
def test_a_hostile_correlation_is_replaced(name: str, value: str) -> None:
    found = incoming_headers({**WHOLE, "X-Correlation-ID": value, name: value})
    assert VERSION_4.fullmatch(found.correlation_id)
    assert found.replaced == (Replacement("http", "malformed"),)
    # The span belongs to a correlation that nobody can tell.
    assert found.span_id is None
    assert found.session_id == SESSION


def test_one_that_is_missing_is_replaced() -> None:
    first, second = incoming_headers({}), incoming_headers([], "websocket")
    assert first.replaced == (Replacement("http", "missing"),)
    assert second.replaced == (Replacement("websocket", "missing"),)
    assert VERSION_4.fullmatch(first.correlation_id)
    assert first.correlation_id != second.correlation_id


@pytest.mark.parametrize("second", [CORRELATION, SESSION, "junk"])
def test_several_are_malformed(second: str) -> None:
    found = incoming_headers([*WHOLE.items(), ("x-correlation-id", second)])
    assert found.replaced == (Replacement("http", "malformed"),)
    assert found.correlation_id not in (CORRELATION, second)


@pytest.mark.parametrize("value", ["x", SPAN.upper(), f"{SPAN}0", "a" * 1_000_000])
def test_spans_and_sessions_that_are_none_are_left_out(value: str) -> None:
    headers = {**WHOLE, "X-Span-ID": value, "X-Session-ID": value}
    assert incoming_headers(headers) == Incoming(CORRELATION, None, None, ())


def test_values_that_are_no_texts_are_malformed() -> None:
    odd: Any = {"X-Correlation-ID": 7, 7: CORRELATION, "X-Span-ID": [SPAN]}
    found = incoming_headers(odd)
    assert found.replaced == (Replacement("http", "malformed"),)
    assert found.span_id is None


def test_they_are_made_from_the_current_context(recorded: Recorded) -> None:
    logger = recorded.logger
    root = outgoing_headers(logger)
    assert root == {
        "X-Correlation-ID": logger.current().correlation_id,
        "X-Session-ID": logger.session_id,
    }
    with logger.new_correlation() as context, logger.span() as span:
        inner = outgoing_headers(logger)
        assert inner["X-Correlation-ID"] == context.correlation_id
        assert inner["X-Span-ID"] == span.span_id
        assert incoming_headers(inner) == Incoming(
            context.correlation_id, span.span_id, logger.session_id, ()
        )


def test_a_block_runs_in_what_came(recorded: Recorded) -> None:
    logger = recorded.logger
    with accept(logger, incoming_headers(WHOLE)) as context:
        assert (context.correlation_id, context.span_id) == (CORRELATION, SPAN)
        assert logger.current().correlation_id == CORRELATION
        # A session of somebody else's is not taken over.
        assert logger.session_id != SESSION
    assert logger.current().correlation_id != CORRELATION
    assert recorded.records == []


def test_what_was_replaced_is_logged_without_the_text(recorded: Recorded) -> None:
    evil = "<script>evil</script>"
    with accept(recorded.logger, incoming_headers({"X-Correlation-ID": evil})) as made:
        pass
    record = recorded.only
    assert record["event"] == "correlation_replaced"
    assert record["level"] == "WARN"
    assert record["correlation_id"] == made.correlation_id
    assert record["details"] == {"carrier": "http", "reason": "malformed"}
    assert b"evil" not in b"".join(recorded.sink.lines)
