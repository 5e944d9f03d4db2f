"""Random parts for templates: characters of an alphabet, check digits, words."""

from __future__ import annotations

import random
import re
import string
from pathlib import Path

HERE = Path(__file__).resolve().parent
ALPHABETS = {
    "alnum": string.ascii_letters + string.digits,
    "b64": string.ascii_letters + string.digits + "+/",
    "url": string.ascii_letters + string.digits + "-_",
    "b58": "".join(sorted(set(string.ascii_letters + string.digits) - set("0OIl"))),
    "hex": "0123456789abcdef",
    "HEX": "0123456789ABCDEF",
    "num": string.digits,
    "lower": string.ascii_lowercase,
    "lownum": string.ascii_lowercase + string.digits,
    "upnum": string.ascii_uppercase + string.digits,
    "b32": string.ascii_uppercase + "234567",
    "mixed": string.ascii_letters + string.digits + "!$*_-.~",
}
PART = re.compile(r"\{(\w+):(\d+)\}")


def letters(alphabet: str, count: int, rng: random.Random) -> str:
    """So many characters of an alphabet."""
    return "".join(rng.choices(ALPHABETS[alphabet], k=count))


def fill(spec: str, rng: random.Random) -> str:
    """`ab_{hex:8}` with its random parts."""
    return PART.sub(lambda match: letters(match[1], int(match[2]), rng), spec)


def sections(name: str) -> dict[str, list[str]]:
    """The lines of a file beside this one under their `[headings]`."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[[A-Za-z ]+\]", line):
            lines = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("# "):
            lines.append(line)
    return found
