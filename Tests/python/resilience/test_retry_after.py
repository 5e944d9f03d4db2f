"""`Retry-After` is read as the vectors say that both languages share."""

from __future__ import annotations

import json
from typing import Any

import pytest
from predictiontrader_catalog._runtime.resilience.retry_after import (
    hold_ms,
    parse_date,
    parse_retry_after,
)
from runtime.recording import ROOT

_FILE = ROOT / "templates/conformance/retry-after.json"
_CASES = json.loads(_FILE.read_bytes())["cases"]


@pytest.mark.parametrize("case", _CASES, ids=[case["why"] for case in _CASES])
def test_vectors(case: dict[str, Any]) -> None:
    found = parse_retry_after(case["value"], case["date"], case["wall_ms"])
    assert found == case["hold"]


def test_every_day_of_four_centuries_is_read_back() -> None:
    from datetime import datetime, timedelta, timezone  # noqa: PLC0415

    begin = datetime(1601, 1, 1, 12, tzinfo=timezone.utc)
    for days in range(0, 146_097, 97):
        day = begin + timedelta(days=days)
        wanted = (day - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(
            milliseconds=1
        )
        text = day.strftime(f"%a, %d %b {day.year:04d} %H:%M:%S GMT")
        assert parse_date(text, 0) == wanted
        assert parse_date(text.replace("GMT", "UTC"), 0) is None


def test_what_is_beyond_holds_for_seven_days_elsewhere() -> None:
    assert hold_ms("beyond") == 604_800_000
    assert hold_ms(5000) == 5000
    assert hold_ms(None) is None
    assert hold_ms(0) is None
