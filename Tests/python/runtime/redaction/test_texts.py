"""Secrets that are known by their looks, in every text that a caller gives."""

from __future__ import annotations

import base64
import json
import urllib.parse
from collections.abc import Callable

import pytest
from runtime.redaction.planted import PASSWORD, TOKEN, assert_hidden
from runtime.redaction.sample import Logged

TEXT = f"answered {TOKEN} at last"
CLEAN = "answered [redacted:github-token] at last"


def test_a_message_that_is_given(logged: Logged) -> None:
    assert logged.said(TEXT)["message"] == CLEAN


def test_a_declared_text_and_the_message_that_it_stands_in(logged: Logged) -> None:
    record = logged.event("told", TEXT, None)
    assert record["details"] == {"note": CLEAN}
    assert record["message"] == f"Told {CLEAN}"


def test_a_field(logged: Logged) -> None:
    assert logged.event("moved", "a", None, TEXT, None, None)["note"] == CLEAN


def test_what_stands_around_a_value_in_a_message_counts(logged: Logged) -> None:
    record = logged.event("told", f"is the password: {PASSWORD}", None)
    assert_hidden(json.dumps(record), PASSWORD)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (TEXT, CLEAN),
        ([1, [TEXT]], [1, [CLEAN]]),
        ({"a": {"b": (TEXT,)}}, {"a": {"b": [CLEAN]}}),
        ({TOKEN: 1}, {"[redacted:github-token]": 1}),
        (TEXT.encode(), CLEAN),
        ({TEXT}, [CLEAN]),
        (range(3), [0, 1, 2]),
    ],
)
def test_what_is_added_to_details(
    logged: Logged, value: object, written: object
) -> None:
    assert logged.value(value) == written


def test_an_object_that_is_declared(logged: Logged) -> None:
    record = logged.event("held", {"a": TEXT}, None)
    assert record["details"] == {"parts": {"a": CLEAN}}
    assert record["message"] == f'Held {{"a":"{CLEAN}"}}'


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda text: json.dumps({"a": [text]}),
        lambda text: json.dumps(json.dumps({"password": text})),
        lambda text: urllib.parse.quote(f"/?x=1&token={text}", safe=""),
        lambda text: "".join(f"\\u{ord(letter):04x}" for letter in text),
        lambda text: base64.b64encode(f"token={text}".encode()).decode(),
        lambda text: f"Host: a\r\nAuthorization: Bearer {text}\r\nAccept: b",
        lambda text: f"wss://bot:{text}@stream.example/market",
        lambda text: f"GET https://api.example/v1?api_key={text}&page=2",
        lambda text: f"Optional(\"{text}\") in {{'token': '{text}'}}",
    ],
)
def test_wrapped_in_whatever(logged: Logged, wrapped: Callable[[str], str]) -> None:
    text = wrapped(TOKEN)
    logged.said(text, v=text)
    assert_hidden(logged.line, TOKEN)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"a": [{"apiKey": PASSWORD}]}),
        json.dumps(json.dumps({"password": PASSWORD})),
        urllib.parse.quote(f"/?x=1&token={PASSWORD}", safe=""),
        base64.b64encode(f"token={PASSWORD}".encode()).decode(),
        f"Host: a\r\nX-Api-Key: {PASSWORD}\r\nAccept: b",
        f"HOME=/x\nPATH=/bin\nAPI_KEY={PASSWORD}\nTERM=dumb",
        f"wss://bot:{PASSWORD}@stream.example/market",
        f"tool --verbose --token {PASSWORD} run",
        f"('Authorization', 'Bearer {PASSWORD}')",
        f"{{'headers': [{{'name': 'X-Api-Key', 'value': '{PASSWORD}'}}]}}",
    ],
)
def test_a_name_tells_wherever_it_stands(logged: Logged, text: str) -> None:
    logged.said(text, v=text)
    assert_hidden(logged.line, PASSWORD)


def test_a_catalogs_own_words_are_left_alone(logged: Logged) -> None:
    assert logged.event("moved", "a", None, None, None, None)["message"] == "Moved"


def test_paths_that_name_a_person(logged: Logged) -> None:
    record = logged.said("cannot open /home/alice/keys.txt", v=r"C:\Users\alice\a.txt")
    assert "alice" not in json.dumps(record)


def test_texts_are_cut_once_they_are_redacted(logged: Logged) -> None:
    # A piece of a token is not known as one: it is taken out before anything is cut.
    record = logged.said("x" * 8180 + f" {TOKEN}")
    assert record["message"] == "x" * 8180 + " [redacted:g…[+12]"
    assert_hidden(logged.line, TOKEN)


def test_what_nobody_looks_at_is_not_written(logged: Logged) -> None:
    # 65,536 bytes end in the token: what stands behind them is counted alone.
    text = "x" * 65_530 + f" {TOKEN}"
    assert logged.said(text)["message"] == "x" * 8192 + f"…[+{len(text) - 8192}]"
    assert_hidden(logged.line, TOKEN)


def test_a_long_record_counts_what_it_is_written_with(logged: Logged) -> None:
    details = {f"n{place}": f"{TOKEN} {'y' * 2000}" for place in range(30)}
    record = logged.details(details)
    assert_hidden(logged.line, TOKEN)
    # Both ways wrote it, each in the step of limits where it fits.
    del record["_cut"]
    assert logged.logger.redaction.counts() == {"github-token": 2 * len(record)}
