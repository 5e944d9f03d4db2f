"""Values in the notation of values.json, which can say what JSON alone cannot."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from redaction.examples import expanded

Piece = Any
"""A text, `[piece, N]` for N times the piece, or a list of pieces."""


def value(tagged: Any) -> Any:
    """The Python value that a notation stands for."""
    if isinstance(tagged, list):
        return [value(item) for item in tagged]
    if isinstance(tagged, dict):
        if len(tagged) == 1:
            ((tag, given),) = tagged.items()
            if tag in _TAGS:
                return _TAGS[tag](given)
        return {key: value(item) for key, item in tagged.items()}
    return tagged


def _nest(given: list[Any]) -> Any:
    kind, depth = given
    nested: Any = {} if kind == "object" else []
    for _ in range(depth - 1):
        nested = {"a": nested} if kind == "object" else [nested]
    return nested


def _array(given: list[Any]) -> list[Any]:
    return [value(given[0])] * int(given[1])


_TAGS: dict[str, Callable[[Any], Any]] = {
    "$integer": int,
    "$bits": lambda bits: 1 << (bits - 1),
    "$number": float,
    "$repeat": lambda given: given[0] * given[1],
    "$concat": lambda given: "".join(value(part) for part in given),
    "$bytes": bytes.fromhex,
    "$surrogate": lambda given: chr(int(given, 16)),
    "$array": _array,
    "$members": lambda count: {f"k{place}": place for place in range(count)},
    "$nest": _nest,
    "$object": lambda given: {value(key): value(item) for key, item in given},
    "$sensitive": lambda given: _sensitive(value(given)),
    "$secret": lambda given: expanded(f"values/{_case}", given).text,
}

_case = ""
"""The name of the case whose value is read, which secrets are made of."""

package = "predictiontrader_catalog"
"""The generated package that values are for."""


def value_of(case: dict[str, Any]) -> Any:
    """The Python value of a case of values.json."""
    global _case  # noqa: PLW0603 - notations are read one after the other
    _case = case["name"]
    return value(case["value"])


def _sensitive(given: Any) -> Any:
    """A value that hides itself."""
    return importlib.import_module(f"{package}.redaction").Sensitive(given)


def joined(piece: Piece) -> str:
    """The text that pieces come to."""
    if isinstance(piece, str):
        return piece
    if len(piece) == 2 and isinstance(piece[1], int):
        return joined(piece[0]) * piece[1]
    return "".join(joined(part) for part in piece)
