"""A text costs work in proportion to its length, whatever it is made of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from redaction.engine.small_rules import REDACTOR

if TYPE_CHECKING:
    from types import FrameType

SMALL, LARGE = 10_000, 80_000
"""Eight times as much may cost ten times the calls: quadratic were sixty-four."""

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


def work(text: bytes) -> int:
    """How many calls a text takes, of Python and of C: the same in each run."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        REDACTOR.redacted_unit(text, counts={})
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("piece", PIECES)
def test_work_is_linear(piece: str) -> None:
    unit = piece.encode()
    small, large = (unit * (size // len(unit)) for size in (SMALL, LARGE))
    work(small)  # compiles what is compiled at first use
    assert work(large) < 10 * max(work(small), 200)
