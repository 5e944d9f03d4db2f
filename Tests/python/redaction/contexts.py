"""Where secrets stand: the contexts of `templates/conformance/redaction-contexts.json`.

Swift's suite has the same encodings.
"""

from __future__ import annotations

import base64
import functools
import html
import json
import urllib.parse
from collections.abc import Callable, Iterable
from typing import NamedTuple

from package_tools import ROOT
from redaction.examples import Example

_FILE = ROOT / "templates/conformance/redaction-contexts.json"
_PLAIN_WINDOW = 5
_BASE64_WINDOW = 8


class Wrapped(NamedTuple):
    """A text, and what must not be left of it."""

    text: str
    pieces: frozenset[str]


class Context(NamedTuple):
    """A name, and what is done to a text, one after the other."""

    name: str
    steps: tuple[str | tuple[str, str], ...]
    stays_clean: bool
    """Whether what is no secret looks like none here, too."""
    exceptions: tuple[str, ...]

    def wrapped(self, rule: str, example: Example) -> Wrapped | None:
        """A rule's example in this context.

        Returns:
            Nothing where redaction does not look into such a text.
        """
        if rule in self.exceptions:
            return None
        text, pieces = example.text, windows(example.secrets)
        for step in self.steps:
            if not isinstance(step, str):
                text = step[0] + text + step[1]
                continue
            if not _is_seen_through(step, text):
                return None
            text = ENCODINGS[step](text)
            if step.startswith("base64"):
                pieces = windows([text], _BASE64_WINDOW)
            elif step not in _WHOLE:
                pieces = frozenset(map(ENCODINGS[step], pieces))
        return Wrapped(text, pieces)


def windows(secrets: Iterable[str], length: int = _PLAIN_WINDOW) -> frozenset[str]:
    """Everything of a length that stands in a secret."""
    return frozenset(
        secret[place : place + length]
        for secret in secrets
        for place in range(len(secret) - length + 1)
    )


@functools.cache
def contexts() -> tuple[Context, ...]:
    """All contexts, the plain one first."""
    return tuple(
        Context(
            given["name"],
            tuple(
                step if isinstance(step, str) else (step[0], step[1])
                for step in given["steps"]
            ),
            given.get("clean", True),
            tuple(given.get("except", ())),
        )
        for given in json.loads(_FILE.read_bytes())["contexts"]
    )


def _is_seen_through(encoding: str, text: str) -> bool:
    """Whether redaction looks into a text that is encoded like that."""
    if encoding.startswith("base64"):
        return len(text.encode()) >= 15
    return encoding not in {"full_width", "zero_width"} or "\n" not in text


def _python(text: str) -> str:
    return repr(text + '"')[1:-2]


def _base64_url(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _lines(text: str) -> str:
    return "\n".join(text[place : place + 76] for place in range(0, len(text), 76))


def _colours(text: str) -> str:
    middle = len(text) // 2
    return f"\x1b[1;31m{text[:middle]}\x1b[33m{text[middle:]}\x1b[0m"


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _each(form: str) -> Callable[[str], str]:
    """Writes every byte in a form."""
    return lambda text: "".join(form.format(byte) for byte in text.encode())


ENCODINGS: dict[str, Callable[[str], str]] = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "json": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "unicode": _each("\\u{:04x}"),
    "hex": _each("\\x{:02x}"),
    "python": _python,
    "html": lambda text: html.escape(text).replace("&#x27;", "&apos;"),
    "html_numbers": _each("&#{};"),
    "csv": lambda text: text.replace('"', '""'),
    "sql": lambda text: text.replace("'", "''"),
    "shell": lambda text: text.replace("'", "'\\''"),
    "percent": lambda text: urllib.parse.quote(text, safe=""),
    "percent_all": _each("%{:02X}"),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64url": _base64_url,
    "lines_76": _lines,
    "colours": _colours,
    "zero_width": "\u200b".join,
    "full_width": _full_width,
}

_WHOLE = frozenset(("lines_76", "colours"))
"""Encodings that do something at certain places, and not to each character."""
