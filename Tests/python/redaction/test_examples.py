"""Placeholders come to the same in both languages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from package_tools import ROOT
from redaction.contexts import contexts
from redaction.examples import Generator, expanded

_FILE = ROOT / "templates/conformance/redaction-placeholders.json"
_GIVEN: dict[str, Any] = json.loads(_FILE.read_bytes())
_CASES: list[dict[str, str]] = _GIVEN["expansions"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: str(case["template"]))
def test_a_placeholder_comes_to_the_same(case: dict[str, Any]) -> None:
    text = expanded(case["rule"], case["template"], case.get("salt", "")).text
    if "text" in case:
        assert text == case["text"]
    else:
        assert _hash(text) == case["hash"]


def test_contexts_come_to_the_same() -> None:
    rule, template = _GIVEN["wrapped"]["rule"], _GIVEN["wrapped"]["template"]
    example = expanded(rule, template)
    wrapped = [context.wrapped(rule, example) for context in contexts()]
    texts = [one.text for one in wrapped if one is not None]
    assert _hash("".join(f"{text}\0" for text in texts)) == _GIVEN["wrapped"]["hash"]


def _hash(text: str) -> str:
    return f"{Generator(text).state:016x}"


def test_secrets_are_what_was_made() -> None:
    example = expanded("sample", "a <hex:4> <<b <alnum:0><word:2>")
    assert [len(secret) for secret in example.secrets] == [4, 2]
    assert example.text == f"a {example.secrets[0]} <b {example.secrets[1]}"
    assert example != expanded("sample", "a <hex:4> <<b <alnum:0><word:2>", "1")
