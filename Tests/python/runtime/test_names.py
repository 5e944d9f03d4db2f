"""Names are put into form (docs/log-format.md, Names)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.names import dotted, snake_case

SNAKE_CASE = re.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("given_name", "form"),
    [
        ("ws_client", "ws_client"),
        ("WsClient", "wsclient"),
        ("uvicorn.error", "uvicorn_error"),
        ("HTTP  Client--2", "http_client_2"),
        ("__private__", "private"),
        ("9lives", "x_9lives"),
        ("", "unknown"),
        ("日本語", "unknown"),
        ("ünï", "n"),
        ("Kelvin\u212a", "kelvin"),
        ("a" * 65, "a" * 64),
        ("a" * 63 + "_b", "a" * 63),
        ("9" * 70, "x_" + "9" * 62),
    ],
)
def test_names(given_name: str, form: str) -> None:
    assert snake_case(given_name) == form


@pytest.mark.parametrize(
    ("given_name", "form"),
    [
        ("rest.orders", "rest.orders"),
        ("Rest.Orders-EU", "rest.orders_eu"),
        ("..a..9b.", "a.x_9b"),
        ("-.é.", "unknown"),
        ("a" * 63 + ".b", "a" * 63),
        ("x" * 70, "x" * 64),
    ],
)
def test_scopes(given_name: str, form: str) -> None:
    assert dotted(given_name) == form


@given(st.text())
def test_every_text_becomes_a_name(text: str) -> None:
    name = snake_case(text)
    assert SNAKE_CASE.fullmatch(name)
    assert len(name) <= 64
    assert snake_case(name) == name
    for part in dotted(text).split("."):
        assert SNAKE_CASE.fullmatch(part)
    assert dotted(dotted(text)) == dotted(text)
