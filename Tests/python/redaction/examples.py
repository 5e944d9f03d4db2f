"""Examples of redaction rules with their placeholders filled in (docs/catalog.md).

No secret stands in the repository: an example says `ghp_<alnum:36>`, and what that
comes to is made here, always the same. Swift's suite makes the same texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LOWER = _UPPER.lower()
_DIGITS = "0123456789"
_ALNUM = _UPPER + _LOWER + _DIGITS

ALPHABETS = {
    "alnum": _ALNUM,
    "upper": _UPPER,
    "lower": _LOWER,
    "word": _LOWER,
    "hex": _DIGITS + "abcdef",
    "HEX": _DIGITS + "ABCDEF",
    "digits": _DIGITS,
    "base64": _ALNUM + "+/",
    "base64url": _ALNUM + "-_",
    "base58": "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
    "upalnum": _UPPER + _DIGITS,
}

_SEED_WORDS = """
abandon ability able absent absorb abstract abuse access accident account acid acoustic
acquire across action actor adapt adjust admit advance aerobic afford agent agree
"""
SEED_WORDS = tuple(_SEED_WORDS.split())

_PLACEHOLDER = re.compile(r"<<|<([A-Za-z0-9]+)(?::([^<>]*))?>")
_MASK = (1 << 64) - 1


class Example(NamedTuple):
    """A text, and the secrets in it."""

    text: str
    secrets: tuple[str, ...]


class Generator:
    """splitmix64, begun with the FNV-1a hash of a name."""

    def __init__(self, name: str) -> None:
        """The same name, the same numbers."""
        self.state = 0xCBF29CE484222325
        for byte in name.encode():
            self.state = ((self.state ^ byte) * 0x100000001B3) & _MASK

    def next(self) -> int:
        """64 bits."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return mixed ^ (mixed >> 31)

    def below(self, bound: int) -> int:
        """A number from 0 up to a bound, which it does not reach."""
        return self.next() % bound

    def characters(self, alphabet: str, count: int) -> str:
        """Characters of an alphabet."""
        return "".join(alphabet[self.below(len(alphabet))] for _ in range(count))


def expanded(rule: str, text: str, salt: str = "") -> Example:
    """An example of a rule with its placeholders filled in.

    Args:
        rule: The rule's ID.
        text: The example as the catalog has it.
        salt: Gives another variant of it.
    """
    generator = Generator(f"{rule}/{text}" + (f"/{salt}" if salt else ""))
    secrets: list[str] = []

    def filled(found: re.Match[str]) -> str:
        if found[0] == "<<":
            return "<"
        made = _made(generator, found[1], found[2] or "")
        if made is None:
            return found[0]
        secrets.append(made)
        return made

    result = _PLACEHOLDER.sub(filled, text)
    return Example(result, tuple(secret for secret in secrets if secret))


def _made(generator: Generator, kind: str, argument: str) -> str | None:
    """What a placeholder stands for; nothing where it is none."""
    if kind in ALPHABETS:
        return generator.characters(ALPHABETS[kind], int(argument))
    maker = _MAKERS.get(kind)
    return maker(generator, argument) if maker else None


def _words(generator: Generator, argument: str) -> str:
    return " ".join(
        SEED_WORDS[generator.below(len(SEED_WORDS))] for _ in range(int(argument))
    )


def _luhn(generator: Generator, argument: str) -> str:
    """Digits that end with Luhn's check digit: `16:4` are sixteen that begin with 4."""
    length, _, prefix = argument.partition(":")
    body = prefix + generator.characters(_DIGITS, int(length) - 1 - len(prefix))
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return body + str(-total % 10)


_ACCOUNTS = {
    "AT": "n" * 16,
    "BE": "n" * 12,
    "CH": "n" * 17,
    "DE": "n" * 18,
    "ES": "n" * 20,
    "FR": "n" * 23,
    "GB": "aaaa" + "n" * 14,
    "IT": "a" + "n" * 22,
    "NL": "aaaa" + "n" * 10,
    "PL": "n" * 24,
}
"""What stands behind the check digits in each country: n a digit, a a letter."""


def _iban(generator: Generator, country: str) -> str:
    """An account number whose remainder by 97 is right."""
    account = "".join(
        generator.characters(_DIGITS if kind == "n" else _UPPER, 1)
        for kind in _ACCOUNTS[country]
    )
    number = int("".join(str(int(letter, 36)) for letter in account + country + "00"))
    return f"{country}{98 - number % 97:02d}{account}"


def _ssn(generator: Generator, _argument: str) -> str:
    area = 1 + generator.below(665)
    group = 1 + generator.below(99)
    return f"{area:03d}-{group:02d}-{1 + generator.below(9999):04d}"


_MAKERS: dict[str, Callable[[Generator, str], str]] = {
    "words": _words,
    "luhn": _luhn,
    "iban": _iban,
    "ssn": _ssn,
}
