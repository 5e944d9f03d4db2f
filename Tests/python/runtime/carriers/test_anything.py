"""Whatever comes is taken in or refused; nothing else ever happens."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.carriers import (
    CarrierError,
    ControlEnvelope,
    incoming_headers,
)
from predictiontrader_catalog._runtime.handshake import Bootstrap, CatalogIdentity
from predictiontrader_catalog._runtime.identifiers import is_span_id, is_uuid

UUID = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
SPAN = "00f067aa0ba902b7"

texts = st.text(st.characters(codec=None), max_size=40)
ids = st.one_of(st.sampled_from([UUID, SPAN, UUID.upper(), f"{UUID}\n", ""]), texts)
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ids,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=8,
)
payloads: st.SearchStrategy[Any] = st.dictionaries(
    st.text(), st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text()
)
# A busy machine is no failure.
unhurried = settings(deadline=None)

MEMBERS = (
    "codebook_bootstrap",
    "catalog_version",
    "catalog_digest",
    "session_id",
    "correlation_id",
    "span_id",
    "payload",
    "type",
)


@unhurried
@given(st.binary() | texts)
def test_noise_is_refused(noise: bytes | str) -> None:
    for parse in (Bootstrap.parse, ControlEnvelope.parse):
        with pytest.raises(CarrierError):
            parse(noise)


@unhurried
@given(st.dictionaries(st.sampled_from(MEMBERS), values), st.booleans())
def test_objects_are_taken_in_or_refused(
    members: dict[str, object], complete: bool
) -> None:
    if complete:
        members |= {
            "codebook_bootstrap": 1,
            "catalog_version": "1.0.0",
            "catalog_digest": "a",
            "payload": {},
            "type": "x",
        }
    try:
        text = json.dumps(members, allow_nan=False)
    except ValueError:
        return
    try:
        bootstrap = Bootstrap.parse(text)
        envelope = ControlEnvelope.parse(text)
    except CarrierError:
        assert not complete
        return
    assert is_uuid(bootstrap.session_id)
    for carried in (bootstrap, envelope):
        assert is_uuid(carried.correlation_id)
        assert carried.span_id is None or is_span_id(carried.span_id)
    assert len(bootstrap.replaced) == sum(
        not is_uuid(members.get(name)) for name in ("session_id", "correlation_id")
    )


NAMES = st.sampled_from(["X-Correlation-ID", "x-span-id", "X-SESSION-ID", "Host"])


@unhurried
@given(st.lists(st.tuples(NAMES | texts, ids)))
def test_headers_always_give_ids(headers: list[tuple[str, str]]) -> None:
    found = incoming_headers(headers)
    assert is_uuid(found.correlation_id)
    assert found.span_id is None or is_span_id(found.span_id)
    assert found.session_id is None or is_uuid(found.session_id)
    sent = [value for name, value in headers if name == "X-Correlation-ID"]
    if sent == [UUID]:
        assert found.correlation_id == UUID
    else:
        assert len(found.replaced) == 1


@unhurried
@given(payloads)
def test_a_payload_arrives_as_it_was_sent(payload: dict[str, Any]) -> None:
    sent = Bootstrap(CatalogIdentity("1.0.0", "a"), UUID, UUID, SPAN, payload)
    assert Bootstrap.parse(sent.to_line()) == sent
