"""Messages on the websocket control channel carry the correlation."""

from __future__ import annotations

import json
from typing import Any

import pytest
from predictiontrader_catalog._runtime.carriers import (
    CarrierError,
    ControlEnvelope,
    Replacement,
    accept,
)
from runtime.adapters.tools import Recorded

CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
SPAN = "00f067aa0ba902b7"

MEMBERS: dict[str, Any] = {
    "type": "subscribe",
    "correlation_id": CORRELATION,
    "session_id": SESSION,
    "span_id": SPAN,
    "payload": ["KXBTC", 7],
}


def text(**changes: Any) -> str:
    """A message with other members."""
    return json.dumps({**MEMBERS, **changes})


def test_a_message_goes_both_ways() -> None:
    message = ControlEnvelope("subscribe", CORRELATION, SESSION, SPAN, ["KXBTC", 7])
    assert ControlEnvelope.parse(text()) == message
    assert ControlEnvelope.parse(text(unknown=1).encode()) == message
    assert json.loads(message.to_text()) == MEMBERS
    assert ControlEnvelope.parse(message.to_text()) == message
    least = ControlEnvelope("ping", CORRELATION, SESSION)
    assert json.loads(least.to_text()).keys() == {
        "type",
        "correlation_id",
        "session_id",
    }
    assert ControlEnvelope.parse(least.to_text()) == least


@pytest.mark.parametrize("payload", [0, False, "", [], {}, "x", {"a": [None]}])
def test_a_payload_is_any_value(payload: object) -> None:
    message = ControlEnvelope("x", CORRELATION, SESSION, payload=payload)
    assert ControlEnvelope.parse(message.to_text()).payload == payload


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "missing"),
        ("", "malformed"),
        (CORRELATION.upper(), "malformed"),
        (f"{CORRELATION}\r\n", "malformed"),
        (True, "malformed"),
        (7, "malformed"),
        ([CORRELATION], "malformed"),
    ],
)
def test_a_correlation_that_is_none_is_replaced(value: object, reason: str) -> None:
    found = ControlEnvelope.parse(text(correlation_id=value))
    assert found.replaced == (Replacement("websocket", reason),)
    assert found.correlation_id != CORRELATION
    assert found.span_id is None


def test_a_session_that_is_none_is_left_out() -> None:
    found = ControlEnvelope.parse(text(session_id="x", span_id=True))
    assert (found.session_id, found.span_id, found.replaced) == (None, None, ())


@pytest.mark.parametrize(
    "message",
    [
        "",
        "[]",
        "hello",
        text(type=None),
        text(type=""),
        text(type=True),
        text(type=7),
        '{"type":"a","type":"b"}',
        text(payload="x" * 65_536),
        '{"type":"a","payload":' + "[" * 5_000,
    ],
    ids=range(10),
)
def test_what_is_no_message_is_refused(message: str) -> None:
    with pytest.raises(CarrierError):
        ControlEnvelope.parse(message)


def test_it_is_made_and_accepted_in_a_context(recorded: Recorded) -> None:
    logger = recorded.logger
    with logger.new_correlation() as context, logger.span() as span:
        message = ControlEnvelope.of(logger, "subscribe", 1)
    assert message == ControlEnvelope(
        "subscribe", context.correlation_id, logger.session_id, span.span_id, 1
    )
    with accept(logger, message) as accepted:
        assert accepted.correlation_id == context.correlation_id
        assert accepted.span_id == span.span_id
    with accept(logger, ControlEnvelope.parse('{"type":"x"}')):
        pass
    assert recorded.only["details"] == {"carrier": "websocket", "reason": "missing"}
