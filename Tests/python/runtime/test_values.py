"""Values as docs/log-format.md says, whatever they are."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import enum
import json
import pathlib
import uuid
from collections import OrderedDict, UserDict, UserString, deque
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

import pytest
from conformance.tagged_values import joined, value_of
from runtime.recording import ROOT, Recording
from runtime.redaction.planted import mark

UTC = datetime.timezone.utc
VECTORS = json.loads((ROOT / "Generated/conformance/values.json").read_text("utf-8"))


def pieces(piece: Any) -> str:
    """The text that a vector's pieces come to."""
    if isinstance(piece, dict):
        return "".join(piece["from"].format(n, n) for n in range(piece["$count"]))
    if isinstance(piece, list) and not (len(piece) == 2 and isinstance(piece[1], int)):
        return "".join(map(pieces, piece))
    return joined(piece)


@pytest.mark.parametrize("vector", VECTORS["values"], ids=lambda v: v["name"])
def test_vectors(recording: Recording, vector: dict[str, Any]) -> None:
    assert recording.json(value_of(vector)) == pieces(vector["json"])
    recording.details({"value": value_of(vector)})


class Color(enum.Enum):
    """An enumeration of texts."""

    RED = "red"


class Number(enum.IntEnum):
    """An enumeration of integers."""

    ONE = 1


@dataclasses.dataclass
class Order:
    """A class whose fields are members."""

    ticker: str
    api_key: str
    hidden: str = dataclasses.field(default="planted", repr=False)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (Color.RED, '"red"'),
        (Number.ONE, "1"),
        (
            datetime.datetime(2026, 1, 9, 18, 7, tzinfo=UTC),
            '"2026-01-09T18:07:00+00:00"',
        ),
        (datetime.date(2026, 1, 9), '"2026-01-09"'),
        (uuid.UUID(int=0), f'"{uuid.UUID(int=0)}"'),
        (decimal.Decimal("1.10"), '"1.10"'),
        (pathlib.PurePosixPath("/a"), '"/a"'),
        (
            ValueError("bad"),
            '{"type":"ValueError","message":"bad","frames":[]}',
        ),
        ({3, 1, 2}, "[1,2,3]"),
        (frozenset({"b", "a"}), '["a","b"]'),
        ((1, "a"), '[1,"a"]'),
        (range(3), "[0,1,2]"),
        (deque([1]), "[1]"),
        ({"a": 1}.values(), "[1]"),
        (UserDict(a=1), '{"a":1}'),
        (MappingProxyType({"a": 1}), '{"a":1}'),
        (OrderedDict(a=1), '{"a":1}'),
        (UserString("abc"), '"abc"'),
        (Order("KX", "planted"), f'{{"ticker":"KX","api_key":"{mark("api_key")}"}}'),
        (bytearray(b"a"), '"a"'),
        (memoryview(b"a"), '"a"'),
        (
            {1: "a", None: "b", False: "c", 2.5: "d"},
            '{"1":"a","null":"b","false":"c","2.5":"d"}',
        ),
        (dict.fromkeys(map(chr, (0xD800, 0xDFFF)), 1), '{"\ufffd":1,"\ufffd_":1}'),
        (-(2**70), f'"{-(2**70)}"'),
        (2**1024 - 1, f'"{2**1024 - 1}"'),
        (2**1024, '"…[1025 bits]"'),
    ],
)
def test_python_values(recording: Recording, given: object, text: str) -> None:
    assert recording.json(given) == text


class Loud:
    """Raises whatever is asked."""

    def __getattribute__(self, name: str) -> Any:
        raise RuntimeError("planted")

    def __str__(self) -> str:
        raise RuntimeError("planted")

    __repr__ = __str__


class Endless:
    """Has a text that asks for its text."""

    def __str__(self) -> str:
        return str(self)


not_a_text: Any = 3


class NoText:
    """Has a text that is none."""

    def __str__(self) -> Any:
        return not_a_text


class Text(str):
    """A text that says something else each time."""

    __slots__ = ()

    def __str__(self) -> str:
        raise RuntimeError("planted")

    def __len__(self) -> int:
        raise RuntimeError("planted")

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("planted")

    def __hash__(self) -> int:
        raise RuntimeError("planted")

    def __format__(self, spec: str) -> str:
        raise RuntimeError("planted")


class Integer(int):
    """An integer that lies."""

    def __index__(self) -> int:
        raise RuntimeError("planted")

    def __str__(self) -> str:
        return "1,}"

    __repr__ = __str__


class Float(float):
    """A number that lies."""

    def __float__(self) -> float:
        raise RuntimeError("planted")

    def __repr__(self) -> str:
        return "}"


class Dictionary(dict[str, object]):
    """A dictionary that raises."""

    def items(self) -> Any:
        raise RuntimeError("planted")

    def keys(self) -> Any:
        raise RuntimeError("planted")

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("planted")

    def __len__(self) -> int:
        raise RuntimeError("planted")


class Sequence(list[object]):
    """A list that raises."""

    def __iter__(self) -> Iterator[object]:
        raise RuntimeError("planted")

    def __getitem__(self, index: Any) -> Any:
        raise RuntimeError("planted")


class BrokenMapping(UserDict[str, int]):
    """A mapping whose keys raise."""

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("planted")


class EndlessMapping(UserDict[str, int]):
    """A mapping that has no end."""

    def __iter__(self) -> Iterator[str]:
        number = 0
        while True:
            yield f"k{number}"
            number += 1

    def __getitem__(self, key: str) -> int:
        return 1

    def __len__(self) -> int:
        return 10**9


class Meta(type):
    """Makes classes whose name raises."""

    @property
    def __name__(cls) -> str:  # type: ignore[override]
        raise RuntimeError("planted")


class Nameless(metaclass=Meta):
    """Has no name."""

    def __str__(self) -> str:
        raise RuntimeError("planted")


# Made in the test: test runners ask parameters for attributes.
HOSTILE: dict[str, tuple[Callable[[], object], str]] = {
    "loud": (Loud, '"…[unprintable Loud]"'),
    "endless": (Endless, '"…[unprintable Endless]"'),
    "no text": (NoText, '"…[unprintable NoText]"'),
    "no name": (Nameless, '"…[unprintable Nameless]"'),
    "mapping": (lambda: BrokenMapping(a=1), '"…[unprintable BrokenMapping]"'),
    "text": (lambda: Text("abc"), '"abc"'),
    "keys": (lambda: {Color.RED: 1, Integer(3): 2}, '{"red":1,"3":2}'),
    "loud key": (lambda: {Loud(): 1}, '{"…[unprintable Loud]":1}'),
    "integer": (lambda: Integer(7), "7"),
    "float": (lambda: Float(7.5), "7.5"),
    "dictionary": (lambda: Dictionary(a=1), '{"a":1}'),
    "list": (lambda: Sequence([1, 2]), "[1,2]"),
    "inside": (lambda: [Loud(), 1], '["…[unprintable Loud]",1]'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_values(recording: Recording, name: str) -> None:
    make, text = HOSTILE[name]
    assert recording.json(make()) == text


def test_a_mapping_without_end_is_cut(recording: Recording) -> None:
    found = json.loads(recording.json(EndlessMapping()))
    assert len(found) == 257
    assert found["_cut"] == 10**9 - 256


def test_containers_that_contain_themselves(recording: Recording) -> None:
    array: list[object] = [1]
    array.append(array)
    assert recording.json(array) == '[1,"…[cycle]"]'
    members: dict[str, object] = {}
    members["self"] = members
    assert recording.details(members) == {"self": "…[cycle]"}
    # What stands twice without being in itself is no cycle.
    twice = [1]
    assert recording.json([twice, twice]) == "[[1],[1]]"


@pytest.mark.parametrize(
    ("details", "written"),
    [
        ({"ts": 1, "attempt": 2, "operator_message": 3}, None),
        ({"_cut": 1, "_invalid": 2, "__": 3}, None),
        ({"ts": 1, "ts_": 2, "ts__": 3}, ["ts_", "ts__", "ts___"]),
        ({"ts_": 2, "ts": 1}, ["ts_", "ts__"]),
        ({"ts_": 1, "ts__": 2, "ts": 3}, ["ts_", "ts__", "ts___"]),
    ],
)
def test_keys_that_shadow(
    recording: Recording, details: dict[str, int], written: list[str] | None
) -> None:
    found = recording.details(details)
    assert list(found) == (written or [f"{key}_" for key in details])
    assert list(found.values()) == list(details.values())


def test_a_declared_detail_is_not_shadowed(recording: Recording) -> None:
    record = recording.both("engine_ready_received", 1, {"port": 2, "port_": 3})
    assert record["details"] == {"port": 1, "port_": 2, "port__": 3}


@pytest.mark.parametrize(
    "make", [lambda: [1], lambda: "text", lambda: 3, Loud, lambda: BrokenMapping(a=1)]
)
def test_details_that_are_no_mapping(
    recording: Recording, make: Callable[[], object]
) -> None:
    assert recording.details(make()) == {"_invalid": ["details"]}


def test_what_the_caller_adds_is_cut_but_not_what_is_declared(
    recording: Recording,
) -> None:
    more = {f"k{number}": number for number in range(300)}
    details = recording.both("engine_ready_received", 1, more)["details"]
    assert len(details) == 258
    assert details["port"] == 1
    assert list(details)[-1] == "_cut"
    assert details["_cut"] == 44


def test_the_last_step_has_no_items(recording: Recording) -> None:
    more = {f"k{number}" * 40: "\x01" * 9000 for number in range(300)}
    details = recording.both("engine_ready_received", 1, more)["details"]
    assert details["port"] == 1
    assert details["_cut"] >= 284
