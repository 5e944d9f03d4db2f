"""Secrets behind escapes, colours, and base64."""

from __future__ import annotations

import base64
import json
import urllib.parse

import pytest
from redaction.engine.small_rules import REDACTOR, made, redacted

TOKEN = made("ghp_<alnum:36>")


def colours(text: str) -> str:
    return "\x1b[31m" + text[:9] + "\x1b[0m" + text[9:]


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "wrap",
    [
        lambda text: urllib.parse.quote(text, safe="").replace("_", "%5F"),
        lambda text: "".join(f"\\u{ord(each):04x}" for each in text),
        lambda text: "".join(f"\\x{ord(each):02x}" for each in text),
        lambda text: "".join(f"&#{ord(each)};" for each in text),
        lambda text: "".join(chr(ord(each) + 0xFEE0) for each in text),
        "\u200b".join,
        colours,
        lambda text: encoded(f"token {text} end"),
        lambda text: encoded(encoded(f"a {text} b")),
        lambda text: "x" + encoded(f"token {text} end"),
    ],
)
def test_one_or_two_levels_are_looked_behind(wrap: object) -> None:
    assert callable(wrap)
    text = f"a {wrap(TOKEN)} b"
    left = redacted(text)
    assert "[redacted:forge-token]" in left
    assert left.startswith("a ")
    assert left.endswith(" b")


def test_what_is_too_deep_goes() -> None:
    text = TOKEN
    for _ in range(7):
        text = urllib.parse.quote(text.replace("g", "%67"), safe="")
    assert redacted(text).startswith("[redacted:limit]")


def test_a_find_behind_escapes_stays_in_its_string() -> None:
    text = json.dumps({"message": f'the "{TOKEN}"\n', "n": 1})
    left = json.loads(redacted(text))
    assert left == {"message": 'the "[redacted:forge-token]"\n', "n": 1}


def test_base64_that_hides_nothing_stays() -> None:
    text = encoded("nothing that anybody would mind to be read by others at all")
    assert redacted(text) is text


def test_base64_in_lines_is_one_run() -> None:
    text = encoded(f"{'a' * 70} {TOKEN} {'b' * 70}")
    lines = "\n".join(text[place : place + 64] for place in range(0, len(text), 64))
    assert redacted(lines).endswith("[redacted:forge-token]")


def test_marks_of_before_stay() -> None:
    text = "password=[redacted:password] token: [redacted:limit] ****abcd"
    assert redacted(text) is text


def test_unknown_marks_are_text() -> None:
    assert redacted("token=[redacted:none]") == "token=[redacted:api-key]"


def test_bytes_that_are_no_text_do_no_harm() -> None:
    text = b"\xff\xfe token=a\xc3 \xed\xa0\x80 " + TOKEN.encode()
    left = REDACTOR.redacted_unit(text)
    marks = b"[redacted:api-key] \xed\xa0\x80 [redacted:forge-token]"
    assert left == b"\xff\xfe token=" + marks
