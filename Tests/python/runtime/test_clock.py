"""Timestamps and identifiers."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.clock import Clock
from predictiontrader_catalog._runtime.identifiers import (
    Identifiers,
    is_span_id,
    is_uuid,
)

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MILLISECONDS = st.integers(-62_135_596_800_000, 253_402_300_799_999)


@given(st.lists(MILLISECONDS, min_size=1, max_size=5), st.integers(0, 999_999))
def test_timestamps_are_those_of_the_calendar(times: list[int], rest: int) -> None:
    clock = Clock(lambda: now)
    for milliseconds in times:
        now = milliseconds * 1_000_000 + rest
        moment = EPOCH + timedelta(milliseconds=milliseconds)
        text = moment.replace(tzinfo=None).isoformat(timespec="milliseconds")
        assert clock.timestamp() == f"{text}Z"


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        (-1, "1969-12-31T23:59:59.999Z"),
        (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
        (-62_162_121_600_001, "0000-02-28T23:59:59.999Z"),
        (-62_162_121_600_000, "0000-02-29T00:00:00.000Z"),
        (-62_167_219_200_001, "0000-01-01T00:00:00.000Z"),
        (-(10**20), "0000-01-01T00:00:00.000Z"),
        (253_402_300_800_000, "9999-12-31T23:59:59.999Z"),
        (10**20, "9999-12-31T23:59:59.999Z"),
    ],
)
def test_times_at_the_ends(milliseconds: int, text: str) -> None:
    assert Clock(lambda: milliseconds * 1_000_000).timestamp() == text


def test_identifiers_are_of_version_4_and_never_come_again() -> None:
    identifiers = Identifiers()
    made = [identifiers.uuid() for _ in range(1000)]
    assert len(set(made)) == 1000
    form = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
    for uuid in made:
        assert form.fullmatch(uuid)
        assert uuid[14] == "4"
        assert uuid[19] in "89ab"
        assert is_uuid(uuid)
    assert is_span_id(identifiers.span_id())


@pytest.mark.parametrize(
    "text",
    [
        "4E18BF6A-94C8-4CE7-A4E9-151F5F573263",
        "4e18bf6a94c84ce7a4e9151f5f573263",
        "4e18bf6a-94c8-4ce7-a4e9-151f5f573263\n",
        "4e18bf6a-94c8-4ce7-a4e9-151f5f57326٣",
        "",
        None,
        b"4e18bf6a-94c8-4ce7-a4e9-151f5f573263",
    ],
)
def test_other_forms_are_none(text: object) -> None:
    assert not is_uuid(text)
    assert not is_span_id(text)
