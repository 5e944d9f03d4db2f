"""Secrets that the tests plant, and what must not be left of them.

None stands in the repository: each is made, always the same.
"""

from __future__ import annotations

from typing import Any

from predictiontrader_catalog._runtime.redaction import Redactor
from predictiontrader_catalog.redaction_rules import RULES
from redaction.examples import expanded

_SHOWN = 4
"""So many characters of a secret may be left, as a mask leaves them."""


def made(example: str, salt: str = "") -> str:
    """A text in which generated secrets stand for what is in angle brackets."""
    return expanded("planted", example, salt).text


TOKEN = made("ghp_<alnum:36>")
"""Known by its looks, whatever stands around it."""

PASSWORD = made("<alnum:20>")
"""Known by nothing but its name."""

CARD = made("<luhn:16:4>")
"""A number of 16 digits."""

WORDS = made("<words:12>")
"""The phrase of a wallet."""

SECRETS = (TOKEN, PASSWORD, CARD, WORDS)


def mark(key: str) -> str:
    """What stands in the place of a key's value; which rule it is may change."""
    rule = Redactor.from_json(RULES).key_rule(key)
    assert rule is not None
    return f"[redacted:{rule.id}]"


def leaks(text: str | bytes, secret: str) -> list[str]:
    """The stretches of a secret that stand in a text."""
    seen = text if isinstance(text, str) else text.decode()
    # What tells the kind of a token is no secret.
    told = secret.removeprefix("ghp_")
    length = _SHOWN + 1 if " " not in told else 12
    stretches = (
        told[place : place + length] for place in range(len(told) - length + 1)
    )
    return [stretch for stretch in stretches if stretch in seen]


def assert_hidden(text: str | bytes, *secrets: str) -> None:
    """Fails where five characters of a secret are left in a text."""
    for secret in secrets or SECRETS:
        assert not leaks(text, secret), text


def assert_settled(line: bytes) -> None:
    """Fails where a line that was written would be redacted once more."""
    redactor: Any = Redactor.from_json(RULES)
    assert redactor.redacted_bytes(line) == line
