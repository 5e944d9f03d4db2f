"""Secrets that are known by their names: keys, pairs, headers, options."""

from __future__ import annotations

import dataclasses
import enum
import types
from collections import UserDict
from typing import Any, NamedTuple

import pytest
from predictiontrader_catalog._runtime.redaction import FingerprintKey
from runtime.redaction.planted import CARD, PASSWORD, assert_hidden, made, mark
from runtime.redaction.sample import Logged

KEY = FingerprintKey(bytes(range(32)))
API_KEY = mark("api_key")
HIDDEN = "[redacted:password]"


class Login(NamedTuple):
    """A tuple whose items have names."""

    user: str
    password: str


class Header(NamedTuple):
    """A tuple that names a value."""

    name: str
    value: object
    is_sent: bool


@dataclasses.dataclass
class Account:
    """A class whose fields are members."""

    user: str
    password: str


class Way(str, enum.Enum):
    """Texts with names."""

    SECRET = "hunter" + "two"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (PASSWORD, HIDDEN),
        (PASSWORD.encode(), HIDDEN),
        (Way.SECRET, HIDDEN),
        (1234, HIDDEN),
        (2**70, HIDDEN),
        (1.5, HIDDEN),
        ([PASSWORD], HIDDEN),
        ({"a": PASSWORD}, HIDDEN),
        ({}, HIDDEN),
        (object(), HIDDEN),
        (None, None),
        (True, True),
        ("", ""),
        ("[redacted:password]", "[redacted:password]"),
        ("[redacted:nothing]", HIDDEN),
        ("****abcd", "****abcd"),
    ],
)
def test_values_under_a_key(logged: Logged, value: object, written: object) -> None:
    assert logged.details({"password": value}) == {"password": written}
    assert logged.value([{"userPassword": value}]) == [{"userPassword": written}]


def test_numbers_that_a_rule_keeps(logged: Logged) -> None:
    assert logged.value({"tokens": 17}) == {"tokens": 17}
    assert logged.value({"tokens": int(CARD)}) == {"tokens": "[redacted:payment-card]"}


def test_a_key_that_only_sounds_like_one(logged: Logged) -> None:
    details = {"token_count": 3, "trace_id": "a", "spin": 1}
    assert logged.details(details) == details


def test_the_current_folder(logged: Logged) -> None:
    assert logged.value({"PWD": "/usr/src/app"}) == {"PWD": "/usr/src/app"}
    assert logged.value({"pwd": PASSWORD}) == {"pwd": HIDDEN}


def test_long_integers(logged: Logged) -> None:
    assert logged.value(int(CARD)) == "[redacted:payment-card]"
    assert logged.value([{"n": int(CARD)}]) == [{"n": "[redacted:payment-card]"}]
    assert logged.value(1_767_982_043_412) == 1_767_982_043_412
    assert logged.event("counted", int(CARD), None)["details"] == {"rows": int(CARD)}
    logged.sink.lines.clear()  # What a function declares as a number is one.


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (
            {"name": "X-Api-Key", "value": PASSWORD, "n": 1},
            {"name": "X-Api-Key", "value": API_KEY, "n": 1},
        ),
        (
            [{"value": 17, "key": b"password"}],
            [{"value": HIDDEN, "key": "password"}],
        ),
        ({"name": "city", "value": "Ulm"}, {"name": "city", "value": "Ulm"}),
        ({"name": "password", "value": None}, {"name": "password", "value": None}),
        (
            Header("X-Api-Key", PASSWORD, True),
            ["X-Api-Key", API_KEY, True],
        ),
    ],
)
def test_pairs(logged: Logged, value: object, written: object) -> None:
    assert logged.value(value) == written


def test_pairs_right_in_the_details(logged: Logged) -> None:
    given = {"name": "password", "value": PASSWORD}
    assert logged.details(given) == {"name": "password", "value": HIDDEN}


def test_pairs_of_declared_details(logged: Logged) -> None:
    record = logged.event("set", "api_key", PASSWORD, None)
    assert record["details"]["value"] == API_KEY
    record = logged.event("set", "color", "blue", {"val": PASSWORD})
    assert record["details"]["val"] == PASSWORD
    record = logged.event("set", "password", "blue", {"val": PASSWORD})
    assert record["details"] == {"name": "password", "value": HIDDEN, "val": HIDDEN}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (("Authorization", PASSWORD), ["Authorization", "[redacted:authorization]"]),
        (
            [(b"host", b"a"), (b"cookie", PASSWORD.encode())],
            [["host", "a"], ["cookie", "[redacted:cookie]"]],
        ),
        (["tool", "--password", PASSWORD], ["tool", "--password", HIDDEN]),
        (["--password", "-v", "a"], ["--password", "-v", "a"]),
        (["--password", 17], ["--password", HIDDEN]),
        (["-p", "80"], ["-p", "80"]),
        ([f"--password={PASSWORD}"], [f"--password={HIDDEN}"]),
        (["red", "blue"], ["red", "blue"]),
    ],
)
def test_arrays(logged: Logged, value: object, written: object) -> None:
    assert logged.value(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Account("ann", PASSWORD), {"user": "ann", "password": HIDDEN}),
        (Login("ann", PASSWORD), ["ann", HIDDEN]),
        (UserDict(password=PASSWORD), {"password": HIDDEN}),
        (types.MappingProxyType({"password": PASSWORD}), {"password": HIDDEN}),
        (
            types.SimpleNamespace(user="ann", password=PASSWORD),
            f"namespace(user='ann', password='{HIDDEN}')",
        ),
    ],
)
def test_objects(logged: Logged, value: object, written: object) -> None:
    assert logged.value(value) == written


def test_an_environment(logged: Logged) -> None:
    written = logged.value({"PATH": "/bin", "AWS_SECRET_ACCESS_KEY": PASSWORD})
    assert written == {"PATH": "/bin", "AWS_SECRET_ACCESS_KEY": "[redacted:secret]"}


def test_a_mask_keeps_four_characters_of_many() -> None:
    logged = Logged()
    assert logged.value({"ledger": PASSWORD}) == {"ledger": f"****{PASSWORD[-4:]}"}
    assert logged.value({"ledger": PASSWORD[:15]}) == {"ledger": "[redacted:ledger]"}
    assert logged.value(["--ledger", PASSWORD]) == ["--ledger", f"****{PASSWORD[-4:]}"]


class TestFingerprints:
    """A rule that puts a fingerprint in the place of a member."""

    def test_without_a_key(self) -> None:
        logged = Logged()
        assert logged.details({"broker": PASSWORD}) == {"broker": "[redacted:broker]"}

    def test_with_a_key(self) -> None:
        logged = Logged(KEY)
        found = logged.details({"broker": PASSWORD, "n": 1})
        assert list(found) == ["credential_fingerprint", "n"]
        assert_fingerprint(found["credential_fingerprint"])
        assert found == logged.details({"my_broker": PASSWORD, "n": 1})
        assert_hidden(logged.line, PASSWORD)

    def test_of_integers(self) -> None:
        logged = Logged(KEY)
        (text,) = logged.details({"broker": "1234"}).values()
        assert logged.details({"broker": 1234}) == {"credential_fingerprint": text}
        assert logged.details({"broker": [1]}) == {"broker": "[redacted:broker]"}
        assert logged.details({"broker": 2**64}) == {"broker": "[redacted:broker]"}

    def test_two_in_one_object(self) -> None:
        found = Logged(KEY).details({"broker": "a", "x_broker": "b"})
        assert list(found) == ["credential_fingerprint", "credential_fingerprint_"]

    def test_where_no_member_stands(self) -> None:
        found: Any = Logged(KEY).value(["--broker", PASSWORD])
        assert found == ["--broker", "[redacted:broker]"]

    def test_other_keys_give_others(self) -> None:
        one = Logged(KEY).details({"broker": PASSWORD})
        other = Logged(FingerprintKey.random()).details({"broker": PASSWORD})
        assert one != other


def assert_fingerprint(text: object) -> None:
    """Fails where it is none."""
    assert isinstance(text, str)
    assert text.startswith("fp1:")
    assert len(bytes.fromhex(text[4:])) == 8


def test_a_pair_names_a_fingerprint_too() -> None:
    found = Logged(KEY).value({"name": "broker", "value": made("<alnum:20>", "pair")})
    assert list(found) == ["name", "credential_fingerprint"]
