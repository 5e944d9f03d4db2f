"""A text costs time in proportion to its length, whatever it is made of."""

from __future__ import annotations

import time

import pytest
from redaction.engine.small_rules import REDACTOR

SMALL, LARGE = 10_000, 80_000
"""Eight times as much may cost twenty times the time: quadratic were sixty-four."""

PIECES = (
    *"a[{(\\\"'%@+1=:-./ &<>",
    "ghp_",
    "gho_a-",
    "password=",
    "password: is ",
    "1password: no ",
    "password=f(",
    "authorization: is ",
    "://",
    "a://",
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN PRIVATE KEY-----_",
    "-----END PRIVATE KEY-----",
    "\\u005c",
    "%25",
    "Bearer a",
    '"token">new ',
    '{"name":"password"',
    "value=(((name=password}",
    "token: |\n \n",
    "token='",
    'token="\\"',
    "?sig=",
    "/home/",
    "\\\\a\\b",
    "abandon ",
    "\u200b",
    "--token ",
    "'a':'b' ",
    '{"a":"b"}',
)


def seconds(text: bytes) -> float:
    begin = time.process_time()
    REDACTOR.redacted_unit(text, counts={})
    return time.process_time() - begin


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    unit = piece.encode()
    small = (unit * SMALL)[:SMALL]
    large = (unit * LARGE)[:LARGE]
    least = min(seconds(small), seconds(small))
    assert seconds(large) < 20 * max(least, 0.002)
