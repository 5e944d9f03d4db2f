"""Clean records, made from the templates of `clean.txt`."""

from __future__ import annotations

import base64
import ipaddress
import random
import re
import uuid

from fill import ALPHABETS, HERE, letters, sections

TEMPLATES = sections("clean.txt")
SENTENCES = (HERE / "prose.txt").read_text(encoding="utf-8").splitlines()
SYMBOLS = ["BTC-USD", "ETH-PERP", "SPX", "KXFED-26MAR-T4.25", "EURUSD", "0700.HK"]
EVENTS = ["order_accepted", "token_refreshed", "password_changed", "key_rotated"]
TABLES = ["orders", "tokens", "sessions", "passwords"]
PART = re.compile(r"<([A-Za-z0-9]+)(?::(\d+)(?:-(\d+))?)?>")


def record(kind: str, rng: random.Random) -> str:
    """One of a kind."""
    template = rng.choice(TEMPLATES[kind]).replace("\\n", "\n").replace("\\t", "\t")
    return PART.sub(lambda match: part(match, rng), template)


def part(match: re.Match[str], rng: random.Random) -> str:
    """What one placeholder becomes; what is none stays."""
    name, low = match[1], int(match[2] or 0)
    if name in ALPHABETS:
        count = rng.randint(low, int(match[3] or low))
        first = rng.choice("123456789") if name == "num" else ""
        return first + letters(name, count - len(first), rng)
    if name == "below":
        return str(rng.randrange(1, low))
    if name == "png":
        return png(rng.randrange(low // 2, low), rng)
    return words(name, rng) or match[0]


def words(name: str, rng: random.Random) -> str | None:
    """A placeholder without a number."""
    lists = {
        "sentence": SENTENCES,
        "symbol": SYMBOLS,
        "event": EVENTS,
        "table": TABLES,
    }
    if name in lists:
        return rng.choice(lists[name])
    made = {
        "uuid": lambda: str(uuid.UUID(int=rng.getrandbits(128), version=4)),
        "ipv4": lambda: str(ipaddress.IPv4Address(rng.getrandbits(32))),
        "ipv6": lambda: str(ipaddress.IPv6Address(rng.getrandbits(128))),
        "mac": lambda: ":".join(letters("hex", 2, rng) for _ in range(6)),
        "version": lambda: ".".join(str(rng.randrange(30)) for _ in range(3)),
        "stamp": lambda: stamp(rng),
    }
    return made[name]() if name in made else None


def stamp(rng: random.Random) -> str:
    """A time in UTC with milliseconds."""
    date = f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    clock = ":".join(f"{rng.randrange(n):02}" for n in (24, 60, 60))
    return f"{date}T{clock}.{rng.randrange(1000):03}Z"


def png(size: int, rng: random.Random) -> str:
    """The base64 of what could be an image: zeros and noise."""
    noise = rng.choices(range(256), [60, *[1] * 255], k=size)
    data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(noise)
    return base64.b64encode(data).decode()
