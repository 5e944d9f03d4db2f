"""What the redactor offers to whoever writes records."""

from __future__ import annotations

import json
import subprocess
import sys
import threading

import pytest
from package_tools import SHIPPED
from predictiontrader_catalog._runtime.redaction import Redactor
from redaction.engine.small_rules import REDACTOR, made, redacted, resolved


def test_the_same_text_comes_back_where_nothing_is_found() -> None:
    text = "nothing in here, " * 3
    data = text.encode()
    assert redacted(text) is text
    assert REDACTOR.redacted_bytes(data) is data


def test_finds_are_counted_by_rule() -> None:
    redactor = Redactor.from_json(json.dumps(resolved()))
    counts: dict[str, int] = {}
    redactor.redacted("password=a token=b", counts=counts)
    assert counts == {"password": 1, "api-key": 1}
    assert redactor.counts == {}
    redactor.redacted_bytes(b"password=a\npassword=b\n")
    assert redactor.counts == {"password": 2}


def test_spans_say_where_and_not_what() -> None:
    (find,) = REDACTOR.spans(b'{"api_key": 12345}')
    assert find == (12, 17, "api-key", 0x22)


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("password", "password"),
        ("userPassword", "password"),
        ("X-API-Key", "api-key"),
        ("user_pin", "pin"),
        ("userPin", "pin"),
        ("spin", None),
        ("pw", "password"),
        ("userPw", "password"),
        ("compw", None),
        ("session_token", None),
        ("my_session_token", None),
        ("obsession_token", "api-key"),
        ("", None),
        ("\u00fc", None),
    ],
)
def test_names_have_rules(key: str, rule: str | None) -> None:
    found = REDACTOR.key_rule(key)
    assert (found.id if found else None) == rule


def test_members_of_pairs() -> None:
    assert REDACTOR.is_pair_name("Name")
    assert REDACTOR.is_pair_value("value")
    assert not REDACTOR.is_pair_name("names")


@pytest.mark.parametrize(
    ("value", "stays"),
    [
        ("", True),
        ("[redacted:password]", True),
        ("[redacted:sensitive]", True),
        ("[redacted:none]", False),
        ("****", True),
        ("****abcd", True),
        ("****abcde", False),
        ("horse", False),
    ],
)
def test_what_stays_under_a_name(value: str, stays: bool) -> None:
    assert REDACTOR.stays(value, "password") is stays


def test_the_current_folder_stays() -> None:
    assert REDACTOR.stays("/usr/src", "PWD")
    assert not REDACTOR.stays("/usr/src", "password")


def test_replacements() -> None:
    rule = REDACTOR.key_rule("token")
    assert rule is not None
    assert REDACTOR.replacement(made("<alnum:20>"), rule) == "[redacted:api-key]"


def test_half_surrogates_come_through() -> None:
    assert redacted("\ud800 password=a") == "\ud800 password=[redacted:password]"


def test_threads_share_a_redactor() -> None:
    redactor = Redactor(resolved())
    texts = [f"line {number} password=a{number}" for number in range(200)]
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.extend(map(redactor.redacted, texts)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 800
    assert redactor.counts == {"password": 800}


def test_names_are_known_without_the_engine() -> None:
    program = (
        "import sys; from predictiontrader_catalog._runtime.redaction import Redactor;"
        "from redaction.engine.small_rules import resolved;"
        "assert Redactor(resolved()).key_rule('password').id == 'password';"
        "assert not [m for m in sys.modules if m.endswith('.redaction.engine')"
        " or m.endswith('.redaction.values') or m == 'pathlib']"
    )
    assert SHIPPED.package in program
    command = [sys.executable, "-S", "-c", program]
    subprocess.run(command, check=True, env={"PYTHONPATH": ":".join(sys.path)})
