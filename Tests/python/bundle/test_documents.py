"""Documents as values: what is redacted in them, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from bundle.sample import TIMESTAMP, TOKEN, redactor, rules
from hypothesis import given
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.bundle.json_text import parse_object, pretty
from predictiontrader_catalog._runtime.bundle.record_form import is_time, nanoseconds_of
from predictiontrader_catalog._runtime.bundle.redacting import (
    DocumentRedactor,
    SecondLook,
)
from predictiontrader_catalog._runtime.bundle.state import Heartbeat, ReconnectCounters
from predictiontrader_catalog.redaction import FingerprintKey
from runtime.recording import Recording

CARD = 4_111_111_111_111_111

VALUES: dict[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {
    "texts": ({"a": f"use {TOKEN}"}, {"a": "use [redacted:stripe-key]"}),
    "texts at any depth": (
        {"a": [{"b": [TOKEN]}]},
        {"a": [{"b": ["[redacted:stripe-key]"]}]},
    ),
    "keys": ({"password": "hunter2"}, {"password": "[redacted:password]"}),
    "keys of objects": ({"password": {"a": 1}}, {"password": "[redacted:password]"}),
    "keys of nothing": ({"password": None}, {"password": None}),
    "names": ({TOKEN: 1}, {"[redacted:stripe-key]": 1}),
    "names that become one": (
        {TOKEN: 1, TOKEN + "A": 2},
        {"[redacted:stripe-key]": 1, "[redacted:stripe-key]_": 2},
    ),
    "pairs": (
        {"name": "X-Api-Key", "value": "zzz", "n": 1},
        {"name": "X-Api-Key", "value": "[redacted:api-key]", "n": 1},
    ),
    "headers": (
        {"a": ["Authorization", "zzz"]},
        {"a": ["Authorization", "[redacted:authorization]"]},
    ),
    "options": (
        {"a": ["run", "--token", "zzz", "--password", "-x"]},
        {"a": ["run", "--token", "[redacted:access-token]", "--password", "-x"]},
    ),
    "cards": ({"n": CARD}, {"n": "[redacted:payment-card]"}),
    "integers": ({"n": 10**13, "m": -5}, {"n": 10**13, "m": -5}),
    "long integers": ({"n": 2**63}, {"n": "9223372036854775808"}),
    "others": ({"a": [True, None, 1.5, ""]}, {"a": [True, None, 1.5, ""]}),
    "what was redacted": ({"password": "[redacted:password]"},) * 2,
}


@pytest.mark.parametrize(("value", "expected"), VALUES.values(), ids=VALUES)
def test_values(value: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    once = redactor().members(value)
    assert list(once.items()) == list(expected.items())
    again = redactor()
    assert again.members(once) == once
    assert again.found == {}


@pytest.mark.parametrize(("value", "expected"), VALUES.values(), ids=VALUES)
def test_details_of_records_say_the_same(
    value: Mapping[str, Any], expected: Mapping[str, Any]
) -> None:
    del expected
    details = Recording().details(dict(value))
    found = parse_object(pretty(redactor().members(value)), 100_000)
    assert {k: v for k, v in details.items() if k in found} == found


@pytest.mark.parametrize(
    "value",
    [
        {"key": "password=hunter2hunter2", "value": "x"},
        {"password=hunter2hunter2": "x"},
        {"a": ["password=hunter2hunter2", "x"]},
    ],
)
def test_a_second_look_believes_what_was_taken_out(value: dict[str, Any]) -> None:
    once = redactor().members(value)
    assert "x" in str(once)
    again = SecondLook(rules())
    assert again.members(once) == once
    assert again.found == {}


def test_nothing_is_cut() -> None:
    deep: Any = "x" * 100_000
    for _ in range(60):
        deep = [deep]
    value = {"k" * 1000: deep, "many": list(range(5000))}
    assert redactor().members(value) == value


def test_fingerprints() -> None:
    rules_ = rules()
    rules_.fingerprint_key = key = FingerprintKey(bytes(range(32)))
    value = {"trading_account": "12345678", "account_fingerprint": 1, "a": [1]}
    assert DocumentRedactor(rules_).members(value) == {
        "account_fingerprint": key.fingerprint("account", "12345678", "pt"),
        "account_fingerprint_": 1,
        "a": [1],
    }


def test_times_and_numbers_are_not_looked_at() -> None:
    counters = ReconnectCounters(
        since=TIMESTAMP, reconnects=(), backoff=(), rate_limits=()
    )
    redactor_ = redactor()
    assert counters.redacted(redactor_) == counters
    beat = Heartbeat(process="engine", last_at=TIMESTAMP, missed=CARD)
    assert beat.redacted(redactor_) == beat
    assert redactor_.found == {}


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-09T18:07:23.412Z",
        "0000-02-29T00:00:00.000Z",
        "2000-02-29T23:59:59.999Z",
        "2024-02-29T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z",
    ],
)
def test_times(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-1-09T18:07:23.412Z",
        "2026-01-09 18:07:23.412Z",
        "2026-01-09T18:07:23Z",
        "2026-01-09T18:07:23.412+00:00",
        "2026-13-09T18:07:23.412Z",
        "2026-00-09T18:07:23.412Z",
        "2026-02-29T18:07:23.412Z",
        "1900-02-29T18:07:23.412Z",
        "2026-04-31T18:07:23.412Z",
        "2026-01-00T18:07:23.412Z",
        "2026-01-09T24:00:00.000Z",
        "2026-01-09T18:60:23.412Z",
        "2026-01-09T18:07:60.412Z",
        "2026-01-09T18:07:23.412Z\n",
        "２026-01-09T18:07:23.412Z",
        None,
        5,
    ],
)
def test_what_is_no_time(text: object) -> None:
    assert not is_time(text)


@given(st.integers(-62_167_219_200_000, 253_402_300_799_999))
def test_times_as_numbers(milliseconds: int) -> None:
    recording = Recording()
    recording.time = milliseconds * 1_000_000
    text = recording.recorder.process.clock.timestamp()
    assert is_time(text)
    assert nanoseconds_of(text) == recording.time
