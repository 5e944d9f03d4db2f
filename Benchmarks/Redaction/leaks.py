"""What of a secret is still there, looked for as somebody would who wants it."""

from __future__ import annotations

import base64
import html
import re
import urllib.parse
from enum import Enum

WINDOW = 5
LEVELS = 4
LABEL = re.compile(r"\[redacted:[a-z0-9-]+\]")
ESCAPES = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\u200b-\u200d\u2060\ufeff\u00ad]")
RUN = re.compile(r"[A-Za-z0-9+/]{16,}(?:\n[A-Za-z0-9+/]+)*")
LETTERS = {"n": "\n", "r": "\r", "t": "\t"}


class Leak(Enum):
    """How much of a secret survives."""

    NONE = 0
    PART = 1
    """More than four characters in a row."""
    WHOLE = 2


def unescape(text: str) -> str:
    """Without one level of backslashes."""

    def plain(match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        return chr(int(digits, 16)) if digits else LETTERS.get(match[3], match[3])

    return ESCAPES.sub(plain, text)


def decode_runs(text: str) -> str:
    """What its runs of base64 say, at each of four alignments."""
    found = []
    for run in RUN.findall(text):
        joined = run.replace("\n", "")
        for start in range(4):
            part = joined[start:]
            part = part[: len(part) // 4 * 4]
            found.append(base64.b64decode(part).decode("latin-1"))
    return "\n".join(found)


def views(text: str) -> list[str]:
    """A text, and what is left of it when its wrappings come off."""
    seen: list[str] = []
    edge = [text]
    for _ in range(LEVELS):
        edge = [
            new
            for old in edge
            for new in (
                unescape(old),
                COLOURS.sub("", old),
                html.unescape(old),
                urllib.parse.unquote(old, errors="replace"),
                decode_runs(old),
            )
            if new and new != old
        ]
        edge = [new for new in dict.fromkeys(edge) if new not in seen]
        seen += edge
    return [text, *seen]


def windows(secret: str) -> set[str]:
    """What may not show: each five characters in a row, or the whole of a short one."""
    if len(secret) <= WINDOW:
        return {secret}
    return {secret[i : i + WINDOW] for i in range(len(secret) - WINDOW + 1)}


def leak(output: str, frame: str, secret: str) -> Leak:
    """What an output shows of a secret that the frame around it does not."""
    seen = views(LABEL.sub("\0", output))
    if any(secret in view for view in seen) and secret not in frame:
        return Leak.WHOLE
    parts = {part for part in windows(secret) if any(part in view for view in seen)}
    if parts:
        around = views(frame)
        parts = {part for part in parts if not any(part in view for view in around)}
    return Leak.PART if parts else Leak.NONE
