"""Secrets are known by their looks."""

from __future__ import annotations

import pytest
from redaction.engine.small_rules import REDACTOR, made, redacted

TOKEN = made("ghp_<alnum:36>")


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", ""),
        ("a ", " b"),
        ("(", ")"),
        ("-", "."),
        ('{"a":"', '"}'),
        ("a\n+", "\n"),
        ("\u00fc", "\u00fc"),
    ],
)
def test_an_anchor_and_what_follows_go(before: str, behind: str) -> None:
    text = before + TOKEN + behind
    assert redacted(text) == f"{before}[redacted:forge-token]{behind}"


@pytest.mark.parametrize("text", [f"a{TOKEN}", f"_{TOKEN}", f"{TOKEN}_", TOKEN[:39]])
def test_neighbours_and_length_decide(text: str) -> None:
    assert redacted(text) == text


def test_a_mask_leaves_four_bytes_of_sixteen_or_more() -> None:
    long, short = made("msk_<alnum:12>"), made("msk_<alnum:11>")
    assert redacted(f"a {long}") == f"a ****{long[-4:]}"
    assert redacted(f"a {short}") == "a [redacted:masked-token]"


def test_what_is_kept_stays_and_is_not_validated() -> None:
    secret = made("<alnum:20>7a")
    assert redacted(f"bearer {secret}.") == "bearer [redacted:bearer]."
    assert redacted("Bearer of-the-good-news") == "Bearer of-the-good-news"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ask bob.smith@example.com.", True),
        ("git@github.com", False),
        ("react@18.0.0", False),
        ("icon@2x.png", False),
        ("a@b", False),
    ],
)
def test_addresses(text: str, found: bool) -> None:
    assert (redacted(text) != text) is found


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (made("card <luhn:16:4>"), "card"),
        ("3782 822463 10005", "card"),
        ("ssn 219-09-9999", "social"),
        ("000-12-3456", None),
        ("call +49 151 2345678", "phone"),
        ("(415) 555-2671", "phone"),
        ("+12", None),
        (made("<iban:DE>"), "iban"),
        ("2026-11-25T20:27:13.123456789012345Z", None),
        ("0e5f2f0a-7d0e-4b58-9a3b-0a1c2b3d4e5f", None),
        (made("<words:12>"), "seed-words"),
        (made("<words:11>"), None),
        ("the and for from with was were not are has had been but", None),
    ],
)
def test_numbers_and_words(text: str, rule: str | None) -> None:
    found = [find.rule for find in REDACTOR.spans(text.encode())]
    assert found == ([] if rule is None else [rule])


def test_a_name_before_says_that_a_number_is_none() -> None:
    card = made("<luhn:16:4>")
    for text in (f"order_id={card}", f'"orderId": "{card}"'):
        assert redacted(text) == text
    assert redacted(card, "order_id") == card
    assert redacted(card, "number") == "[redacted:card]"
