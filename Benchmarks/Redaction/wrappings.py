"""The contexts that hide what they carry: escapes, encodings, characters between."""

from __future__ import annotations

import base64
import html
import json
import textwrap
import urllib.parse

from contexts import Context, Value


def escaped(v: Value) -> str:
    """JSON with every character of the value as `\\u`."""
    text = "".join(f"\\u{ord(c):04x}" for c in v.text)
    return f'{{"level":"WARN","{v.name}":"{text}","n":1}}'


def widened(v: Value) -> str:
    """A name in fullwidth letters."""
    wide = "".join(chr(ord(c) + 0xFEE0) for c in v.camel)
    return f'{{"level":"INFO","{wide}":{v.quoted},"n":1}}'


def pretty(v: Value) -> str:
    """JSON in many lines."""
    return json.dumps({"a": {"b": [v.record()]}}, indent=2)


def nested(v: Value) -> str:
    """JSON in a string of JSON."""
    return json.dumps({"level": "INFO", "message": v.json()})


def nested_twice(v: Value) -> str:
    """That once more."""
    return json.dumps({"body": nested(v)})


def query(v: Value) -> str:
    """A parameter of a URL."""
    value = urllib.parse.quote(v.text, safe="")
    return f"GET https://api.example.com/v1/x?page=2&{v.name}={value}&limit=10 200"


def form(v: Value) -> str:
    """The body of a form."""
    body = urllib.parse.urlencode({"grant": "x", v.camel: v.text, "z": "1"})
    return f"POST /oauth/token HTTP/1.1\nHost: id.example.com\n\n{body}\n"


def percent(v: Value) -> str:
    """JSON in percent."""
    return f"body={urllib.parse.quote(v.json(), safe='')} 200"


def xml(v: Value) -> str:
    """An element."""
    text = html.escape(v.text)
    return f"<config><host>db</host><{v.name}>{text}</{v.name}></config>"


def attribute(v: Value) -> str:
    """An attribute."""
    return (
        f'<add key="region" value="eu" /><add {v.name}="{html.escape(v.text)}" n="1" />'
    )


def plist(v: Value) -> str:
    """A property list."""
    text = html.escape(v.text)
    return f"<dict>\n\t<key>{v.camel}</key>\n\t<string>{text}</string>\n</dict>"


def encoded(v: Value) -> str:
    """JSON in base64, at any of its alignments."""
    return base64.b64encode(b" " * v.rng.randrange(3) + v.json().encode()).decode()


def encoded_twice(v: Value) -> str:
    """Base64 of base64."""
    return "data: " + base64.b64encode(encoded(v).encode()).decode()


def wrapped(v: Value) -> str:
    """Base64 in lines of 76 columns."""
    lines = "\n".join(textwrap.wrap(encoded(v), 76))
    return f"Content-Transfer-Encoding: base64\n\n{lines}\n\n--end"


def coloured(v: Value) -> str:
    """A value in colour."""
    return f"\x1b[32mINFO\x1b[0m {v.name}=\x1b[36m{v.text}\x1b[0m n=\x1b[36m3\x1b[0m"


def coloured_within(v: Value) -> str:
    """A value that changes its colour."""
    return f"INFO {v.name}={v.text[:6]}\x1b[1m{v.text[6:]}\x1b[0m attempt=3"


def zero_width(v: Value) -> str:
    """A value with nothing to see in its middle."""
    middle = len(v.text) // 2
    return f"INFO {v.name}={v.text[:middle]}\u200b{v.text[middle:]} attempt=3"


WRAPPED = [
    Context("JSON, pretty", pretty, lines=True),
    Context("JSON in JSON", nested, lines=True),
    Context("JSON, thrice", nested_twice, lines=True),
    Context("Unicode escapes", escaped, lines=True),
    Context("fullwidth name", widened, lines=True),
    Context("query", query, urls=False),
    Context("form", form, urls=False),
    Context("percent", percent, lines=True),
    Context("XML", xml, lines=True),
    Context("attribute", attribute),
    Context("plist", plist, lines=True),
    Context("base64", lambda v: f"payload={encoded(v)} bytes=200", lines=True),
    Context("base64 twice", encoded_twice, lines=True),
    Context("base64, wrapped", wrapped, lines=True),
    Context("colours", coloured),
    Context("colour within", coloured_within),
    Context("zero width", zero_width),
]
