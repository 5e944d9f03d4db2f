"""A few rules of every kind, and texts with secrets that are made."""

from __future__ import annotations

from typing import Any

from predictiontrader_catalog._runtime.redaction import Redactor
from redaction.examples import expanded

_VALUE: dict[str, Any] = {
    "kind": "value",
    "action": "omit",
    "priority": 50,
    "fold": False,
    "lead": "",
    "pattern": "",
    "rest": "",
    "before": "[A-Za-z0-9_]",
    "after": "[A-Za-z0-9_]",
    "keep": False,
    "validator": "",
    "except": [],
    "not_after": [],
}
_KEY: dict[str, Any] = {
    "kind": "key",
    "action": "omit",
    "priority": 50,
    "value": "word",
    "numbers": "redact",
    "strict": False,
}
_PATH: dict[str, Any] = {
    "kind": "path",
    "action": "omit",
    "priority": 40,
    "whole": False,
    "fold": False,
    "except": [],
}
_URL: dict[str, Any] = {
    "kind": "url",
    "action": "omit",
    "priority": 60,
    "part": "query",
    "parameters": [],
    "except": [],
}

RULES: list[dict[str, Any]] = [
    {
        **_VALUE,
        "id": "forge-token",
        "priority": 70,
        "anchors": ["ghp_", "gho_"],
        "pattern": "[A-Za-z0-9]{36}",
        "rest": "[A-Za-z0-9]",
    },
    {
        **_VALUE,
        "id": "masked-token",
        "action": "mask",
        "anchors": ["msk_"],
        "pattern": "[A-Za-z0-9]{8}",
        "rest": "[A-Za-z0-9]",
    },
    {
        **_VALUE,
        "id": "bearer",
        "fold": True,
        "keep": True,
        "anchors": ["Bearer "],
        "pattern": "[A-Za-z0-9._-]{12}",
        "rest": "[A-Za-z0-9._-]",
        "validator": "entropy",
    },
    {
        **_VALUE,
        "id": "email",
        "lead": "[A-Za-z0-9._%+-]{1,64}",
        "anchors": ["@"],
        "pattern": "[A-Za-z0-9]",
        "rest": "[A-Za-z0-9.-]",
        "before": "[@]",
        "after": "[_@]",
        "validator": "email",
        "except": ["git@github.com"],
    },
    {
        **_VALUE,
        "id": "card",
        "anchors": ["<digits>"],
        "validator": "luhn",
        "not_after": ["order_id"],
    },
    {**_VALUE, "id": "social", "anchors": ["<digits>"], "validator": "ssn"},
    {**_VALUE, "id": "phone", "anchors": ["<digits>"], "validator": "phone"},
    {**_VALUE, "id": "iban", "anchors": ["<iban>"], "validator": "iban"},
    {**_VALUE, "id": "seed-words", "anchors": ["<words>"], "validator": "words"},
    {**_KEY, "id": "password", "value": "phrase", "names": ["password", "=pw"]},
    {**_KEY, "id": "authorization", "value": "line", "names": ["authorization"]},
    {**_KEY, "id": "api-key", "names": ["api_key", "token", "secret_key"]},
    {**_KEY, "id": "pin", "names": ["pin"], "strict": True, "numbers": "keep"},
    {
        "id": "pair",
        "kind": "pair",
        "action": "omit",
        "priority": 50,
        "names": ["name", "key"],
        "values": ["value"],
    },
    {**_URL, "id": "userinfo", "part": "userinfo", "except": ["git"]},
    {**_URL, "id": "query", "parameters": ["sig", "X-Amz-Signature"]},
    {**_PATH, "id": "home", "prefixes": ["/home/", "/Users/"], "except": ["shared"]},
    {**_PATH, "id": "windows", "fold": True, "prefixes": [":\\Users\\"]},
    {**_PATH, "id": "share", "whole": True, "prefixes": ["\\\\"]},
    {
        "id": "private-key",
        "kind": "block",
        "action": "omit",
        "priority": 95,
        "labels": ["PRIVATE KEY"],
    },
]


def resolved(text_bytes: int = 1 << 23) -> dict[str, Any]:
    """The rules in the form that engines take."""
    return {
        "limits": {"depth": 32, "decodings": 4, "text_bytes": text_bytes},
        "safe_keys": ["session_token", "token_count", "unexpected_token"],
        "rules": RULES,
    }


REDACTOR = Redactor(resolved())


def made(text: str, salt: str = "") -> str:
    """A text whose placeholders are filled in."""
    return expanded("engine", text, salt).text


def redacted(text: str, key: str | None = None) -> str:
    """What is left of a text that is one value."""
    return REDACTOR.redacted(text, key, {})
