"""The configuration in a bundle: what the catalog lists, and nothing else of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bundle.sample import CONFIG, TOKEN, Bundle, made, redactor
from hypothesis import given
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.bundle.part import BundlePart
from predictiontrader_catalog._runtime.bundle.urls import redacted_url, stripped
from predictiontrader_catalog.redaction import FingerprintKey

KEY = FingerprintKey(bytes(range(32)))


def bundle_of(out: Path, config: dict[str, Any], **more: Any) -> Bundle:
    return made(out, None, BundlePart(config=config), **more)


def kept(out: Path, config: dict[str, Any], **more: Any) -> Any:
    return bundle_of(out, config, **more).json(CONFIG)["config"]


def test_listed_keys_stay_as_they_are(out: Path) -> None:
    config = {
        "rest": {"timeout_ms": 5, "base_url": "https://x.test/a?b=1"},
        "mode": "live",
        "hosts": ["a", 1],
        "flags": {"any": {"thing": 1.5}},
        "ratio": 1,
        "debug": False,
        "retries": -3,
    }
    bundle = bundle_of(out, config)
    assert bundle.json(CONFIG) == {"config": config}
    assert list(bundle.json(CONFIG)["config"]) == list(config)
    assert bundle.omissions(CONFIG) == []


def test_others_do_not(out: Path) -> None:
    config = {
        "zzz": {"a": 1, "b": 2},
        "rest": {"other": 1, "timeout_ms": 1},
        "rest.timeout_ms": 3,
        "mode.x": 1,
    }
    bundle = bundle_of(out, config)
    assert bundle.json(CONFIG) == {"config": {"rest": {"timeout_ms": 1}}}
    assert bundle.omissions(CONFIG) == [
        {
            "path": CONFIG,
            "reason": "not_allowed",
            "count": 4,
            "detail": "zzz, rest.other, rest.timeout_ms, mode.x",
        }
    ]


@pytest.mark.parametrize(
    "config",
    [
        {"mode": 1},
        {"mode": None},
        {"retries": 1.0},
        {"retries": True},
        {"retries": 2**63},
        {"ratio": "1"},
        {"debug": 0},
        {"flags": []},
        {"hosts": {}},
        {"rest": "x"},
        {"rest": {"base_url": 1}},
    ],
)
def test_values_of_another_type_do_not(out: Path, config: dict[str, Any]) -> None:
    bundle = bundle_of(out, config)
    assert bundle.json(CONFIG) == {"config": {}}
    (omission,) = bundle.omissions(CONFIG)
    assert omission["count"] == 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (b"1e999", "Infinity"),
        (b"-1e999", "-Infinity"),
        (b"18446744073709551615", "18446744073709551615"),
    ],
)
def test_numbers_that_are_texts(out: Path, value: bytes, shown: str) -> None:
    part = b'{"bundle_part":1,"config":{"ratio":' + value + b"}}"
    assert made(out, None, part).json(CONFIG) == {"config": {"ratio": shown}}


def test_a_key_without_a_name(out: Path) -> None:
    (omission,) = bundle_of(out, {"": 1}).omissions(CONFIG)
    assert (omission["count"], omission["detail"]) == (1, "")


def test_twenty_names_are_told_redacted(out: Path) -> None:
    config = {f"k{number}": 1 for number in range(25)}
    config = {"password=hunter2hunter2": 1, **config}
    bundle = bundle_of(out, config)
    (omission,) = bundle.omissions(CONFIG)
    assert omission["count"] == 26
    names = omission["detail"].split(", ")
    assert names == ["password=[redacted:password]", *(f"k{n}" for n in range(19))]


def test_what_is_sensitive_is_left_out(out: Path) -> None:
    config = {"account": {"id": 12345, "pin": "0000"}, "mode": "a"}
    bundle = bundle_of(out, config)
    account = bundle.json(CONFIG)["config"]["account"]
    assert account == {"id": "[redacted:sensitive]"}
    assert bundle.manifest["redaction_summary"] == {"sensitive": 1}
    # What is secret is not even told of.
    assert bundle.omissions(CONFIG) == []


def test_or_a_fingerprint(out: Path) -> None:
    config = {"account": {"id": 12345}, "api_key": "abcdefgh12345678"}
    bundle = bundle_of(out, config, fingerprint_key=KEY)
    account = bundle.json(CONFIG)["config"]["account"]
    expected = KEY.fingerprint("account", "12345", "pt")
    assert account == {"account_fingerprint": expected}
    assert "12345" not in bundle.files[CONFIG].decode().replace(expected or "", "")
    assert bundle.manifest["redaction_summary"]["sensitive"] == 1


def test_a_part_that_was_redacted_before(out: Path) -> None:
    config = {
        "account": {
            "id": "[redacted:sensitive]",
            "account_fingerprint": "fp1:" + "a" * 16,
        },
        "retries": "[redacted:payment-card]",
        "hosts": "[nothing]",
    }
    bundle = bundle_of(out, config, fingerprint_key=KEY)
    assert bundle.json(CONFIG)["config"] == {
        "account": config["account"],
        "retries": "[redacted:payment-card]",
    }
    (omission,) = bundle.omissions(CONFIG)
    assert omission["detail"] == "hosts"


def test_keys_that_name_secrets(out: Path) -> None:
    config = {"api_key": "abcdefgh12345678", "flags": {"password": "hunter2", "n": 1}}
    assert kept(out, config) == {
        "api_key": "[redacted:api-key]",
        "flags": {"password": "[redacted:password]", "n": 1},
    }


URLS = {
    "https://x.test/a?b=1&c=2": "https://x.test/a?b=1&c=2",
    "https://user:pw@x.test/": "https://x.test/",
    "https://user@x.test": "https://x.test",
    "https://a@b@x.test/c@d": "https://x.test/c@d",
    "//bob:horse9staple@x.test/": "//x.test/",
    "https:/bob:horse9staple@x.test/": "https:/x.test/",
    "https:\\\\bob:horse9staple@x.test/": "https:\\\\x.test/",
    "bob:horse9staple@x.test": "bob:x.test",
    "jdbc:oracle:thin:bob/horse9staple@x.test:1521": "jdbc:x.test:1521",
    "https://x.test/?token=abcdefgh12345678": "https://x.test/",
    "https://x.test/?token=abcdefgh12345678#f": "https://x.test/#f",
    "https://x.test/?a=1&token=abcdefgh12345678": "https://x.test/?a=1",
    "https://x.test/?token=abcdefgh12345678&a=1": "https://x.test/?a=1",
    "https://x.test/?a=1&token=abcdefgh12345678&b=2&sig=abcdefgh12345678": (
        "https://x.test/?a=1&b=2"
    ),
    "wss://x.test/stream": "wss://x.test/stream",
    "": "",
    "x.test/?a": "x.test/?a",
}


@pytest.mark.parametrize("url", URLS)
def test_urls(url: str, out: Path) -> None:
    assert redacted_url(url, "base_url", redactor()) == URLS[url]
    assert kept(out, {"rest": {"base_url": url}}) == {"rest": {"base_url": URLS[url]}}


def test_finds_in_urls_count_once(out: Path) -> None:
    url = f"https://u:hunter2@x.test/{TOKEN}?token=abcdefgh12345678"
    bundle = bundle_of(out, {"rest": {"base_url": url}})
    rest = bundle.json(CONFIG)["config"]["rest"]
    assert rest == {"base_url": "https://x.test/[redacted:stripe-key]"}
    assert bundle.manifest["redaction_summary"] == {
        "stripe-key": 1,
        "url-credentials": 1,
        "url-query-secrets": 1,
    }


@given(st.binary(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_urls_of_any_kind(url: bytes, spans: list[tuple[int, int]]) -> None:
    assert len(stripped(url, spans)) <= len(url)
    assert stripped(url.replace(b"@", b""), []) == url.replace(b"@", b"")
