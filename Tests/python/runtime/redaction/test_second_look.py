"""Redacting what was written changes nothing: what stands in a line is clean."""

from __future__ import annotations

import json
from typing import Any

from conformance.random_records import SECRETS
from hypothesis import given, settings
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.redaction import Redactor, Sensitive
from predictiontrader_catalog.redaction_rules import RULES
from redaction.examples import expanded
from runtime.redaction.planted import assert_hidden
from runtime.redaction.sample import Logged

REDACTOR = Redactor.from_json(RULES)
LOGGED = Logged()
WORDS = (
    "the order book",
    'said "no" to it',
    "line\nfeed\ttab",
    "ünïcode 🎉 \u2028",
    "a=1, b: 2; (c)",
    "4e18bf6a-94c8-4ce7-a4e9-151f5f573263",
    "",
)
NAMES = ("--token", "--out=x", "-v", "X-Api-Key", "password", "city")


def secrets() -> st.SearchStrategy[str]:
    """Texts with a secret in them."""
    return st.builds(
        lambda example, salt: expanded("random", example, str(salt)).text,
        st.sampled_from(SECRETS),
        st.integers(0, 99),
    )


KEYS = (
    st.sampled_from(
        ["a", "password", "userPin", "tokens", "name", "value", "Set-Cookie", "ts"]
    )
    | secrets()
)
TEXTS = st.lists(secrets() | st.sampled_from(WORDS), max_size=3).map(" ".join)
ATOMS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False)
    | TEXTS
    | TEXTS.map(str.encode)
    | TEXTS.map(Sensitive)
)
VALUES = st.recursive(
    ATOMS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(KEYS, inner, max_size=4)
        | st.tuples(st.sampled_from(NAMES), inner)
        | st.tuples(st.sampled_from(NAMES), inner, st.just("run"))
        | st.builds(
            lambda name, value: {"name": name, "value": value},
            st.sampled_from(NAMES[3:]),
            inner,
        )
    ),
    max_leaves=10,
)
DETAILS = st.dictionaries(KEYS, VALUES, max_size=4)


@given(message=TEXTS, details=DETAILS)
@settings(deadline=None, max_examples=300)
def test_of_random_records(message: str, details: dict[str, Any]) -> None:
    LOGGED.event("told", message, details)
    line = LOGGED.line
    assert REDACTOR.redacted_bytes(line) == line


@given(secret=secrets(), details=DETAILS)
@settings(deadline=None, max_examples=100)
def test_a_token_is_in_no_random_record(secret: str, details: dict[str, Any]) -> None:
    token = expanded("random", "ghp_<alnum:36>", secret).text
    for place in ("before {} it", "{}", '{{"a":"{}"}}'):
        text = place.format(token)
        LOGGED.event("told", text, {**details, token: [text]})
        assert_hidden(LOGGED.line, token)
    json.loads(LOGGED.line)
