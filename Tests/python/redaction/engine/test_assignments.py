"""Secrets are known by their names, however the two are tied."""

from __future__ import annotations

import json

import pytest
from redaction.engine.small_rules import made, redacted


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("password=horse", "password=[redacted:password]"),
        ("password: horse staple; next", "password: [redacted:password]; next"),
        ("password=horse staple user=bob", "password=[redacted:password] user=bob"),
        ("PASSWORD = 'a b'", "PASSWORD = '[redacted:password]'"),
        ('{"userPassword":"a\\"b"}', '{"userPassword":"[redacted:password]"}'),
        ('{"api_key":12345}', '{"api_key":"[redacted:api-key]"}'),
        ('{"api-key":["a","b"]}', '{"api-key":"[redacted:api-key]"}'),
        ("the api key is ab12cd34 now", "the api key is [redacted:api-key] now"),
        ("token=a&next=b", "token=[redacted:api-key]&next=b"),
        ("--token horse --verbose", "--token [redacted:api-key] --verbose"),
        ('["--token", "horse"]', '["--token", "[redacted:api-key]"]'),
        ('("token", "horse")', '("token", "[redacted:api-key]")'),
        ("Authorization: Basic a b", "Authorization: [redacted:authorization]"),
        ("<token>horse</token>", "<token>[redacted:api-key]</token>"),
        ("token := 'horse'", "token := '[redacted:api-key]'"),
        ("pw=horse", "pw=[redacted:password]"),
        ('token: Secret("horse")', "token: [redacted:api-key]"),
        (
            "secretKey: |\n  a\n  b\nnext: c",
            "secretKey: |\n  [redacted:api-key]\nnext: c",
        ),
    ],
)
def test_values_are_taken(text: str, left: str) -> None:
    assert redacted(text) == left
    assert redacted(left) == left


@pytest.mark.parametrize(
    "text",
    [
        "the token count is 5",
        "unexpected token: <",
        "session_token=abc1234",
        "password: null",
        "password was rejected by the server",
        "token = get_token(user)",
        "password=${PASSWORD}",
        "password=********",
        '{"password":""}',
        '{"password":null}',
        "pin=4711",
        "spin=abc",
        "compw=abc",
        "Authorization: Bearer {token}",
        "PWD=/usr/src",
    ],
)
def test_others_stay(text: str) -> None:
    assert redacted(text) is text


def test_a_number_under_a_strict_name_goes_where_it_does_not_stay() -> None:
    assert redacted("pin=47b1") == "pin=[redacted:pin]"
    assert redacted("pin 47b1x9") == "pin 47b1x9"


@pytest.mark.parametrize("depth", range(3))
def test_json_in_json_stays_json(depth: int) -> None:
    text = json.dumps({"password": made("<alnum:20>"), "n": 1})
    for _ in range(depth):
        text = json.dumps({"message": text})
    left = redacted(text)
    assert made("<alnum:20>") not in left
    for _ in range(depth):
        left = json.loads(left)["message"]
    assert json.loads(left) == {"password": "[redacted:password]", "n": 1}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            '{"name":"X-Api-Key","value":"horse"}',
            '{"name":"X-Api-Key","value":"[redacted:api-key]"}',
        ),
        (
            '{"value":"horse","key":"token","n":1}',
            '{"value":"[redacted:api-key]","key":"token","n":1}',
        ),
        ('{"name":"order","value":"horse"}', None),
        ('{"name":"token"} {"value":"horse"}', None),
    ],
)
def test_pairs(text: str, left: str | None) -> None:
    assert redacted(text) == (text if left is None else left)
