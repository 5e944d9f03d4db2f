"""Lines that belong together are looked at as one, in whatever pieces they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.redaction import Redactor, StreamRedactor
from predictiontrader_catalog._runtime.redaction.units import split
from redaction.engine.small_rules import REDACTOR, made, resolved

PIECES = (
    b"password:\n",
    b"  horse\n",
    b"token=\r\n",
    b"horse\n",
    b"-----BEGIN PRIVATE KEY-----\n",
    b"-----END PRIVATE KEY-----\n",
    made("<base64:64>\n").encode(),
    b"}\n",
    b"\n",
    b"plain",
    b"\r",
    b"\xff",
    made("ghp_<alnum:36>").encode(),
)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (b"", []),
        (b"a", [b"a"]),
        (b"a\nb\n", [b"a\n", b"b\n"]),
        (b"a\n b\n}\nc", [b"a\n b\n}\n", b"c"]),
        (b"a:\nb\n", [b"a:\nb\n"]),
        (b"a= \r\nb", [b"a= \r\nb"]),
        (b"a" * 60 + b"\nb\nc", [b"a" * 60 + b"\nb\n", b"c"]),
        (b"-----BEGIN X\nabc\n#\n", [b"-----BEGIN X\nabc\n", b"#\n"]),
        (b"-----BEGIN X\n-----END X\nabc", [b"-----BEGIN X\n-----END X\n", b"abc"]),
    ],
)
def test_units(text: bytes, units: list[bytes]) -> None:
    assert list(split(text, 1 << 20)) == units


@given(st.lists(st.sampled_from(PIECES)), st.lists(st.integers(1, 80)))
def test_pieces_make_no_difference(parts: list[bytes], lengths: list[int]) -> None:
    text = b"".join(parts)
    stream = StreamRedactor(REDACTOR)
    out = []
    place = 0
    for length in lengths:
        out.append(stream.feed(text[place : place + length]))
        place += length
    out += (stream.feed(text[place:]), stream.finish())
    assert b"".join(out) == REDACTOR.redacted_bytes(text)
    assert b"".join(split(text, 1 << 20)) == text


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\r\r\n"])
@pytest.mark.parametrize("step", [1000, 70_000, 1 << 20])
def test_a_line_that_is_too_long_is_not_held(end: bytes, step: int) -> None:
    redactor = Redactor(resolved(text_bytes=100_000))
    text = b"a\n" + b"x" * 250_000 + end + b"password=horse\n"
    stream = StreamRedactor(redactor)
    out = [stream.feed(text[at : at + step]) for at in range(0, len(text), step)]
    left = b"".join((*out, stream.finish()))
    assert left == redactor.redacted_bytes(text)
    behind = b"password=[redacted:password]\n" if end else b"\n"
    assert left == b"a\n[redacted:limit]" + end + behind


def test_a_stream_can_be_used_again() -> None:
    stream = StreamRedactor(REDACTOR)
    for _ in range(2):
        left = stream.feed(b"password=") + stream.feed(b"a") + stream.finish()
        assert left == b"password=[redacted:password]"
