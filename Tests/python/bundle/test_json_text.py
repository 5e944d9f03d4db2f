"""JSON as bundles have it."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.bundle.errors import DocumentError
from predictiontrader_catalog._runtime.bundle.json_text import (
    compact,
    is_pretty,
    parse_object,
    pretty,
)

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
OBJECTS = st.dictionaries(st.text(), VALUES)


@given(OBJECTS)
def test_what_is_written_is_read_again(value: dict[str, object]) -> None:
    data = pretty(value)
    assert parse_object(data, len(data)) == value
    assert json.loads(data) == value
    assert parse_object(compact(value).encode(), 1_000_000) == value
    assert pretty(parse_object(data, len(data))) == data
    assert is_pretty(value, data)
    for other in (data[:-1], data + b"\n", b" " + data, data.replace(b"\n", b" ")):
        assert not is_pretty(value, other)


def test_the_form() -> None:
    value = {
        "text": 'é\u2028\x7f\x80"',
        "numbers": [1, 1.0, 1e-05, 1e16, -0.0, 2**63],
        "empty": {"object": {}, "array": []},
        "constants": [True, False, None, math.nan, math.inf],
    }
    assert pretty(value).decode() == (
        '{\n  "text": "é\\u2028\x7f\\u0080\\"",\n  "numbers": [\n    1,\n    1.0,\n'
        '    1e-05,\n    1e+16,\n    -0.0,\n    "9223372036854775808"\n  ],\n'
        '  "empty": {\n    "object": {},\n    "array": []\n  },\n'
        '  "constants": [\n    true,\n    false,\n    null,\n    "NaN",\n'
        '    "Infinity"\n  ]\n}\n'
    )
    assert pretty({}) == b"{}\n"
    assert pretty({"half": "\ud800"}) == '{\n  "half": "\ufffd"\n}\n'.encode()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", "not JSON"),
        (b"[]", "not a JSON object"),
        (b'{"a":1}{}', "not JSON"),
        (b"{'a':1}", "not JSON"),
        (b'{"a":1,}', "not JSON"),
        (b'{"a":+1}', "not JSON"),
        (b'{"a":Infinity}', "a number that JSON does not know"),
        (b'{"a":"\n"}', "not JSON"),
        (b'{"a":"\xff"}', "not UTF-8"),
        (b'{"a":"\xed\xa0\x80"}', "not UTF-8"),
        (b'{"a":1,"a":1}', "a key twice"),
        (b'{"a":1,"\\u0061":1}', "a key twice"),
        (b'{"\\ud800":1,"\\udfff":1}', "a key twice"),
        (b'{"a":' + b"[" * 64 + b"]" * 64 + b"}", "nested too deeply"),
        (b'{"a":' + b"[" * 9000 + b"]" * 9000 + b"}", "nested too deeply"),
        (b'{"a":"' + b"x" * 20_000 + b'"}', "longer than 20000 bytes"),
    ],
)
def test_what_is_refused(text: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        parse_object(text, 20_000)


def test_numbers_that_are_too_long() -> None:
    text = '{"a":-0,"b":18446744073709551615,"c":18446744073709551616,"d":1%s}'
    value = parse_object((text % ("0" * 5000)).encode(), 10_000)
    assert math.copysign(1, value["a"]) == -1  # type: ignore[arg-type]
    assert value["b"] == 2**64 - 1
    assert isinstance(value["c"], float)
    assert value["d"] == math.inf
