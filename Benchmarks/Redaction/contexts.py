"""The contexts that the corpus plants secrets in: what software writes around them.

Each takes the name that a value goes by, in snake_case, and the value, and gives text.
Some carry no name; there a secret that its name alone tells is undecidable, left out.
"""

from __future__ import annotations

import json
import random
import shlex
from collections.abc import Callable
from typing import NamedTuple

STAMP = "2026-03-04T05:06:07.890Z"
CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"


class Value(NamedTuple):
    """What is planted: a value, the name that it goes by, and what to choose with."""

    name: str
    text: str
    rng: random.Random

    @property
    def camel(self) -> str:
        """`api_key` as `apiKey`."""
        first, *others = self.name.split("_")
        return first + "".join(word.capitalize() for word in others)

    @property
    def header(self) -> str:
        """`api_key` as `X-Api-Key`."""
        return "X-" + "-".join(word.capitalize() for word in self.name.split("_"))

    @property
    def kebab(self) -> str:
        """`api_key` as `api-key`."""
        return self.name.replace("_", "-")

    @property
    def quoted(self) -> str:
        """The value between double quotes."""
        return json.dumps(self.text, ensure_ascii=False)

    def record(self) -> dict[str, object]:
        """A record of a log with the value among its details."""
        name = self.rng.choice([self.name, self.camel, self.name.upper()])
        details = {"attempt": 3, name: self.text, "symbol": "BTC-USD"}
        return {"ts": STAMP, "level": "INFO", "id": CORRELATION, **details}

    def json(self) -> str:
        """That record."""
        return json.dumps(self.record())


class Context(NamedTuple):
    """One context, with what it can carry."""

    key: str
    text: Callable[[Value], str]
    named: bool = True
    """Whether the name stands beside the value."""
    lines: bool = False
    """Whether a value of several lines can stand in it."""
    urls: bool = True
    """Whether a value that is a part of a URL can stand in it."""


def environment(v: Value) -> str:
    """A dump of the environment."""
    return f"SHELL=/bin/bash\nLANG=C\n{v.name.upper()}={v.text}\nTERM=xterm\n"


def headers(v: Value) -> str:
    """What `curl -v` shows of a request."""
    first = "> GET /v1/orders HTTP/1.1\n> Host: api.example.com\n"
    return f"{first}> {v.header}: {v.text}\n> Accept: application/json\n>\n"


def curl(v: Value) -> str:
    """A traced command."""
    head = shlex.quote(f"{v.header}: {v.text}")
    return f"+ curl -sS -X POST -H {head} https://api.example.com/v1/orders"


def traceback(v: Value) -> str:
    """An exception that tells too much."""
    return (
        "Traceback (most recent call last):\n"
        '  File "/usr/lib/python3.11/app/client.py", line 88, in connect\n'
        "    raise AuthError(detail)\n"
        f"app.errors.AuthError: 401 for {v.name}={v.text}\n"
    )


def local_variables(v: Value) -> str:
    """The variables of a frame."""
    first = "  locals:\n    retries = 3\n"
    return f"{first}    {v.name} = {v.text!r}\n    url = '/v1/orders'\n"


def swift_optional(v: Value) -> str:
    """Swift's `dump`."""
    first = "▿ Settings\n  - retries: 3\n"
    return f"{first}  ▿ {v.camel}: Optional({v.quoted})\n    - some\n"


def user_info(v: Value) -> str:
    """How an NSError prints."""
    return f'Error Domain=api Code=401 "no" UserInfo={{{v.camel}={v.text}, Retry=3}}'


def yaml(v: Value) -> str:
    """A setting, plain or in quotes of either kind."""
    single = "'" + v.text.replace("'", "''") + "'"
    shown = v.rng.choice([v.text, v.quoted, single])
    return f"service:\n  region: eu-west-1\n  {v.name}: {shown}\n  retries: 3\n"


def flag(v: Value) -> str:
    """A command with an option."""
    option = f"--{v.kebab}{v.rng.choice([' ', '='])}{shlex.quote(v.text)}"
    return f"$ engine run {option} --port 8080"


def pair(v: Value) -> str:
    """A list of names and values."""
    row = {"name": v.rng.choice([v.name, v.header]), "value": v.text}
    return json.dumps({"env": [{"name": "LANG", "value": "C"}, row]})


def sentence(v: Value) -> str:
    """Prose that tells the value."""
    shown = f'"{v.text}"' if " " in v.text else v.text
    return f"Login failed: the {v.name.replace('_', ' ')} is {shown}, see the manual."


def connection(v: Value) -> str:
    """A connection string."""
    return f"Server=db.internal;Port=5432;{v.camel}={v.text};Database=trades;"


def exception(v: Value) -> str:
    """The repr of an error with its request."""
    return f"HTTPError('401 Client Error', {{'headers': {{{v.header!r}: {v.text!r}}}}})"


def cut(v: Value) -> str:
    """JSON without its end, which took three characters of the value, too."""
    text = json.dumps({"level": "INFO", v.name: v.text})
    return text[: text.index(v.name) + len(v.name) + 4 + max(len(v.text) - 3, 1)]


PLAIN = [
    Context(
        "log line", lambda v: f"{STAMP} INFO engine using {v.text} now", named=False
    ),
    Context("quoted", lambda v: f"We found '{v.text}' in the old file.", named=False),
    Context("markdown", lambda v: f"Run it with `{v.text}`.", named=False, lines=True),
    Context("array", lambda v: json.dumps(["a", v.text, 3]), named=False, lines=True),
    Context("sentence", sentence),
    Context("logfmt", lambda v: f'level=info msg="up" {v.name}={v.text} attempt=3'),
    Context("logger", lambda v: f"DEBUG auth - {v.name.replace('_', ' ')}: {v.text}"),
    Context("JSON", Value.json, lines=True),
    Context("name and value", pair, lines=True),
    Context("environment", environment, lines=True),
    Context("headers", headers),
    Context("curl", curl),
    Context("argv", lambda v: repr(["engine", "--" + v.kebab, v.text, "--verbose"])),
    Context("flag", flag),
    Context(
        "Python repr", lambda v: repr({"n": 1, v.name: v.text, "x": 0}), lines=True
    ),
    Context("bytes repr", lambda v: repr({v.name: v.text.encode()}), lines=True),
    Context("tuples", lambda v: repr([("Accept", "*/*"), (v.header, v.text)])),
    Context("traceback", traceback),
    Context("exception", exception),
    Context("locals", local_variables, lines=True),
    Context("Swift", lambda v: f"S(n: 1, {v.camel}: {v.quoted}, x: 3)", lines=True),
    Context("Swift Optional", swift_optional, lines=True),
    Context(
        "Swift source", lambda v: f"let {v.camel}: String = {v.quoted}", lines=True
    ),
    Context("NSError", user_info),
    Context("YAML", yaml),
    Context("INI", lambda v: f"[exchange]\nregion = eu\n{v.name} = {v.text}\nn = 30\n"),
    Context(
        "TOML", lambda v: f"[exchange]\n{v.name} = {v.quoted}\nn = 30\n", lines=True
    ),
    Context("connection string", connection),
    Context("cut short", cut),
]
