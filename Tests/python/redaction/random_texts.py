"""Random texts of pieces of secrets, names, marks, escapes and noise."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from redaction.contexts import ENCODINGS
from redaction.examples import expanded

_PIECES = json.loads(Path(__file__).with_name("random_pieces.json").read_bytes())
_SEPARATORS: list[str] = _PIECES["separators"]
_BRACKETS: list[str] = _PIECES["brackets"]
_NOISE: list[str] = _PIECES["noise"]
_RAW = (b"\xff", b"\xfe", b"\x80", b"\xc3", b"\xe2\x80", b"\xf0\x9f", b"\xed\xa0\x80")

_ENCODED = ("json", "json", "python", "unicode", "html", "percent", "percent_all")
_ENCODED_WHOLE = ("base64", "base64url", "lines_76", "colours", "full_width", "hex")


class RandomTexts:
    """Texts made from one seed: the same seed, the same texts."""

    def __init__(self, seed: int, rules: list[dict[str, Any]]) -> None:
        """Makes texts of what a catalog's rules look for."""
        self._random = random.Random(seed)
        self._examples: list[tuple[str, str]] = [
            (rule["id"], text)
            for rule in rules
            for text in rule["examples"]["match"] + rule["examples"]["clean"]
        ]
        self._names: list[str] = [
            name
            for rule in rules
            for kind in ("names", "values", "parameters")
            for name in rule.get(kind, ())
        ]
        self._literals: list[str] = [
            text
            for rule in rules
            for kind in ("anchors", "prefixes", "labels")
            for text in rule.get(kind, ())
        ]
        self._makers: list[Callable[[], str]] = [
            *(3 * [self._pair]),
            *(2 * [self._example]),
            *(2 * [self._piece]),
            self._name,
            lambda: self._random.choice(self._literals),
            *(4 * [lambda: self._random.choice(_SEPARATORS)]),
            *(3 * [lambda: self._random.choice(_BRACKETS)]),
            *(3 * [lambda: self._random.choice(_NOISE)]),
        ]

    def next(self) -> tuple[str, bytes]:
        """A map key, empty for none, and a text."""
        chance = self._random.random()
        key = self._name() if chance < 0.1 else ""
        if 0.6 < chance < 0.8:
            return key, self._json().encode()
        text = self._text().encode()
        if chance > 0.8:
            text = self._broken(text)
        return key, text

    def _text(self) -> str:
        choose = self._random
        count = choose.choice((1, 1, 2, 2, 3, 3, 4, 6))
        text = "".join(choose.choice(self._makers)() for _ in range(count))
        while choose.random() < 0.35 and len(text) < 1000:
            encodings = _ENCODED if choose.random() < 0.7 else _ENCODED_WHOLE
            text = self._around(ENCODINGS[choose.choice(encodings)](text))
        return text

    def _json(self) -> str:
        """An object, as any writer of JSON might have it."""
        choose = self._random
        indent = choose.choice((None, None, 1, 2))
        separators = choose.choice((None, (",", ":"))) if indent is None else None
        return json.dumps(
            self._object(0),
            ensure_ascii=choose.random() < 0.5,
            indent=indent,
            separators=separators,
        )

    def _object(self, depth: int) -> dict[str, Any]:
        count = self._random.choice((0, 1, 1, 2, 3))
        return {self._key(): self._value(depth + 1) for _ in range(count)}

    def _key(self) -> str:
        chance = self._random.random()
        return (
            self._name if chance < 0.6 else self._noise if chance < 0.8 else self._text
        )()

    def _value(self, depth: int) -> Any:
        choose = self._random
        kind = choose.randrange(10)
        if kind == 0:
            return choose.choice(
                (None, True, 1, -5, 1.5, 1e-7, 4111111111111111, 123456)
            )
        if kind == 1 and depth < 4:
            return [self._value(depth + 1) for _ in range(choose.randrange(4))]
        if kind < 4 and depth < 4:
            return self._object(depth)
        return json.dumps(self._object(3)) if kind == 4 else self._text()

    def _around(self, text: str) -> str:
        """A text with something before or behind it, or not."""
        choose = self._random
        if choose.random() < 0.4:
            return f'{{"{choose.choice(self._names)}":"{text}"}}'
        if choose.random() < 0.5:
            return choose.choice(self._makers)() + text + choose.choice(self._makers)()
        return text

    def _broken(self, text: bytes) -> bytes:
        """A text that is cut, or has bytes in it that are no UTF-8."""
        choose = self._random
        place = choose.randrange(len(text) + 1)
        if choose.random() < 0.5:
            return text[place:] if choose.random() < 0.5 else text[:place]
        return text[:place] + choose.choice(_RAW) + text[place:]

    def _name(self) -> str:
        choose = self._random
        words = choose.choice(self._names).strip("=").replace("-", "_").split("_")
        if choose.random() < 0.2:
            words = [choose.choice(("my", "x", "user", "next", "public")), *words]
        shape = choose.randrange(6)
        if shape == 0:
            return words[0] + "".join(word.title() for word in words[1:])
        if shape == 1:
            return "-".join(word.title() for word in words)
        if shape == 2:
            return "_".join(words).upper()
        return ("_", " ", "")[shape % 3].join(words)

    def _example(self) -> str:
        rule, text = self._random.choice(self._examples)
        return expanded(rule, text, str(self._random.randrange(50))).text

    def _piece(self) -> str:
        """A part of an example."""
        text = self._example()
        start = self._random.randrange(len(text) + 1)
        return text[start : start + self._random.choice((3, 8, 20, 60))]

    def _pair(self) -> str:
        """A name, what separates it from its value, and a value."""
        choose = self._random
        quote = choose.choice(('"', "'", "", "", '\\"'))
        separator = choose.choice(("=", ":", ": ", " ", " = ", ", ", "=>", ">", " is "))
        value = choose.choice((self._piece, self._example, self._noise))()
        closing = quote if choose.random() < 0.9 else ""
        return f"{quote}{self._name()}{quote}{separator}{quote}{value}{closing}"

    def _noise(self) -> str:
        return self._random.choice(_NOISE)
