"""Random calls of the logging runtimes, as JSON lines that both languages can read."""

from __future__ import annotations

import json
import random
import struct
from typing import Any

from redaction.examples import expanded

LEVELS = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")
TEXTS = (
    "",
    "plain",
    "WebSocket disconnected; scheduling reconnect",
    'quotes " and \\ and /',
    "line\nfeed\ttab\rreturn\b\f",
    "\x00\x01\x1f\x7f",
    "\x80\x85\x9f\xa0",
    "\u2028\u2029\u2027",
    "ümläut 日本語 🎉",
    "e\u0301 and é",
    "</script> %s {} ${x}",
    "a" * 63,
    "ä" * 64,
    "🎉" * 65,
    "x" * 127,
    "x" * 129,
)
LONG_TEXTS = (
    "y" * 513,
    "\x01" * 2100,
    "z" * 8191,
    "日" * 8193,
    "w" * 20000,
)
SECRETS = (
    "ghp_<alnum:36>",
    "key AKIA<upalnum:16>, then",
    "card <luhn:16:4> declined",
    "password=<alnum:20>",
    "<words:12>",
    "https://bot:<alnum:12>@h.example/x?token=<hex:32>&n=1",
    '{"api_key":"<alnum:32>","n":[1,{"secret":"<alnum:24>"}]}',
    "Host: h\r\nAuthorization: Bearer <base64url:43>\r\nAccept: */*",
    "open('/home/<word:6>/orders.csv')",
    "to <iban:DE> or <ssn>",
    "-----BEGIN PRIVATE KEY-----\n<base64:60>\n-----END PRIVATE KEY-----",
    "run --token <alnum:30> --verbose",
    "\\u0070assword=<alnum:20> and %70assword=<alnum:20>",
    "is the passphrase: <word:6> <word:5> <word:7>",
)
"""What some texts are: generated, so that none stands in the repository."""

OPTIONS = ("--token", "--password", "-p", "X-Api-Key", "Cookie", "name", "--out=x")
PAIR_NAMES = ("password", "X-Api-Key", "city", "Set-Cookie")
KEYS = (
    "a",
    "b",
    "key",
    "Key",
    "password",
    "api-key",
    "userPin",
    "tokens",
    "commit",
    "PWD",
    "Set-Cookie",
    "token_count",
    "credential_fingerprint",
    "ts",
    "message",
    "attempt",
    "details",
    "operator_message",
    "operator_message_",
    "_cut",
    "_invalid",
    "port",
    "port_",
    "",
    "with space",
    'with "quotes"',
    "ünïcode",
    "k" * 128,
    "k" * 130,
    "ä" * 129,
)
NAMES = (
    "ws_client",
    "custom_component",
    "uvicorn.error",
    "HTTP Client",
    "9lives",
    "",
    "___",
    "ünï",
    "a__b--C",
    "x" * 64,
    "x" * 63 + "_y",
    "Kelvin\u212a",
    "ghp_" + "<alnum:36>",
)
SCOPES = ("rest.orders", "ws.market_data", "Rest.Orders-EU", "..a..9b", "", "x" * 70)
TOP_COUNTS = (0, 1, 1, 2, 2, 3, 3, 5, 5, 8, 20, 70, 300)
"""How many members further details have."""

INTEGERS = (0, 1, -1, 3, 2**31, 2**53, 2**53 + 1, 2**63 - 1, -(2**63), 2**63, 2**64 - 1)


class RandomRecords:
    """Calls made from one seed: the same seed, the same calls."""

    def __init__(self, seed: int, catalog: dict[str, Any]) -> None:
        """Makes calls of a catalog's events, and of the general function."""
        self._random = random.Random(seed)
        self._fields = {field["name"]: field for field in catalog["fields"]}
        self._events = {
            event["name"]: event
            for event in catalog["events"]
            if event["stability"] != "retired"
        }
        self._codes = [error["code"] for error in catalog["errors"]]

    def line(self) -> str:
        """One call."""
        choice = self._random
        call: dict[str, Any] = {
            "time": choice.randrange(-62_200_000_000_000, 253_500_000_000_000)
            if choice.random() < 0.1
            else choice.randrange(1_700_000_000_000, 1_900_000_000_000),
            "correlation": self._uuid(),
            "session": self._uuid(),
            "span": f"{choice.getrandbits(64):016x}" if choice.random() < 0.3 else None,
            "level": choice.choice(LEVELS),
            "component": self._name(),
            "message": self._text(),
            "details": self._details(),
        }
        if choice.random() < 0.5:
            call |= {"call": "record", "event": self._name()}
            call["arguments"] = self._arguments([], list(self._general()))
        else:
            name = choice.choice(list(self._events))
            event = self._events[name]
            call |= {"call": "event", "event": name}
            call["arguments"] = self._arguments(
                event.get("requires", []), event.get("optional", [])
            ) | self._declared(event.get("details", []))
            if len(event.get("errors", [])) > 0 and "error_code" in call["arguments"]:
                call["arguments"]["error_code"] = choice.choice(event["errors"])
        return json.dumps(call, ensure_ascii=True)

    def _general(self) -> list[str]:
        roles = {None, "error_code", "scope"}
        return [
            name
            for name, field in self._fields.items()
            if field.get("role") in roles and not field.get("required")
        ]

    def _arguments(self, required: list[str], optional: list[str]) -> dict[str, Any]:
        given = required + [name for name in optional if self._random.random() < 0.4]
        return {name: self._argument(self._fields[name]) for name in given}

    def _declared(self, details: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            detail["name"]: self._argument(detail)
            for detail in details
            if detail.get("required", True) or self._random.random() < 0.5
        }

    def _argument(self, field: dict[str, Any]) -> Any:
        choice = self._random
        if field.get("role") == "error_code":
            return choice.choice(self._codes)
        if field.get("role") == "scope":
            return choice.choice(SCOPES)
        kind = field["type"]
        if kind == "integer":
            return choice.choice([n for n in INTEGERS if -(2**63) <= n < 2**63])
        if kind == "number":
            return self._number()
        if kind == "boolean":
            return choice.random() < 0.5
        if kind == "object":
            return self._object(2)
        if kind == "array":
            return [self._value(2) for _ in range(choice.randrange(4))]
        return self._text()

    def _details(self) -> dict[str, Any]:
        if self._random.random() < 0.4:
            return {"$object": []}
        return self._object(0)

    def _object(self, depth: int) -> dict[str, Any]:
        choice = self._random
        count = choice.choice(
            (0, 1, 2, 3, 5, 20, 70, 300) if depth == 0 else (0, 1, 3, 6)
        )
        pairs: dict[str, Any] = {}
        for place in range(count):
            key = choice.choice(KEYS) if choice.random() < 0.7 else f"n{place}"
            pairs[key] = self._value(depth + 1)
        return {"$object": list(map(list, pairs.items()))}

    def _value(self, depth: int) -> Any:
        choice = self._random
        kind = choice.randrange(14)
        if kind in {6, 7, 9, 13}:
            return self._container(kind, depth)
        if kind == 0:
            return None
        if kind == 1:
            return choice.random() < 0.5
        if kind in {2, 3}:
            number = choice.choice(INTEGERS)
            return (
                {"$integer": str(number + choice.randrange(-3, 1))}
                if number > 5
                else number
            )
        if kind == 4:
            return self._number()
        if kind == 5:
            return {"$bytes": choice.randbytes(choice.randrange(8)).hex()}
        if kind == 12:
            return {"$sensitive": choice.choice(("a", 1, ["b"]))}
        return self._text()

    def _container(self, kind: int, depth: int) -> Any:
        choice = self._random
        if kind == 13:
            return self._told(depth)
        if kind == 9 and choice.random() < 0.2:
            return {"$array": [self._value(4), choice.choice((15, 65, 260))]}
        if kind == 7 and choice.random() < 0.1:
            return {
                "$nest": [choice.choice(("array", "object")), choice.choice((5, 40))]
            }
        if depth >= 5:
            return self._text()
        if kind == 6:
            return [self._value(depth + 1) for _ in range(choice.choice((0, 1, 3, 18)))]
        return self._object(depth)

    def _told(self, depth: int) -> Any:
        """A value that something beside it tells the name of, or a card's number."""
        choice = self._random
        kind = choice.randrange(4)
        if kind == 0:
            return {"$integer": self._secret("<luhn:16:4>")}
        if kind == 1:
            options = [choice.choice(OPTIONS) for _ in range(choice.randrange(1, 3))]
            return [*options, self._text(), *options]
        name = choice.choice(PAIR_NAMES)
        if kind == 2:
            return [name, self._text()]
        members = [["name", name], ["value", self._value(max(depth, 5))], ["n", 1]]
        choice.shuffle(members)
        return {"$object": members}

    def _number(self) -> dict[str, str]:
        choice = self._random
        if choice.random() < 0.5:
            number = struct.unpack("<d", choice.randbytes(8))[0]
        else:
            number = (
                choice.choice((1, -1))
                * choice.random()
                * 10.0 ** choice.randrange(-8, 22)
            )
            if choice.random() < 0.3:
                number = float(round(number))
        if number != number:
            return {"$number": "NaN"}
        if number in {float("inf"), float("-inf")}:
            return {"$number": "Infinity" if number > 0 else "-Infinity"}
        return {"$number": repr(number)}

    def _text(self) -> str:
        choice = self._random
        if choice.random() < 0.02:
            return choice.choice(LONG_TEXTS)
        if choice.random() < 0.25:
            return self._secret(choice.choice(SECRETS))
        if choice.random() < 0.5:
            return choice.choice(TEXTS)
        length = choice.choice((1, 5, 20, 70, 300))
        pools = ("abc xyz", '"\\/\n', "\x00\x1f\x7f\x85", "äöü€🎉\u2028")
        return "".join(choice.choice(choice.choice(pools)) for _ in range(length))

    def _name(self) -> str:
        return self._secret(self._random.choice(NAMES))

    def _secret(self, example: str) -> str:
        """A text with what its placeholders stand for, each time another."""
        salt = str(self._random.randrange(50))
        return expanded("random", example, salt).text

    def _uuid(self) -> str:
        digits = f"{self._random.getrandbits(128):032x}"
        return "-".join(
            (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
        )
