"""Every rule of redaction in every context, with the examples that the catalog has."""

from __future__ import annotations

import re
from typing import Any

import pytest
from redaction.contexts import Context, contexts
from redaction.examples import expanded
from redaction.shipped import redacted, rules

_MARK = re.compile(r"\[redacted:[a-z0-9-]+\]")
_EVERY_RULE = pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule["id"]))
_EVERY_CONTEXT = pytest.mark.parametrize(
    "context", contexts(), ids=lambda context: str(context.name)
)


@_EVERY_CONTEXT
@_EVERY_RULE
def test_nothing_is_left_of_a_secret(rule: dict[str, Any], context: Context) -> None:
    for template in rule["examples"]["match"]:
        wrapped = context.wrapped(rule["id"], expanded(rule["id"], template))
        if wrapped is None:
            continue
        once = redacted(wrapped.text)
        shown = _MARK.sub("\0", once)
        left = [piece for piece in wrapped.pieces if piece in shown]
        assert not left, f"{wrapped.text}\n{once}"
        assert "[redacted:" in once or "****" in once, wrapped.text
        assert redacted(once) == once, "a second pass changes it"


@_EVERY_RULE
def test_a_find_has_its_rules_name(rule: dict[str, Any]) -> None:
    name = "[redacted:" if rule["kind"] == "pair" else f"[redacted:{rule['id']}]"
    for template in rule["examples"]["match"]:
        result = redacted(expanded(rule["id"], template).text)
        assert name in result or rule["action"] == "mask", result


@_EVERY_CONTEXT
def test_what_is_no_secret_stays(context: Context) -> None:
    for rule in rules() if context.stays_clean else ():
        for template in rule["examples"]["clean"]:
            wrapped = context.wrapped(rule["id"], expanded(rule["id"], template))
            if wrapped is not None:
                assert redacted(wrapped.text) == wrapped.text


def test_there_are_many_contexts() -> None:
    assert len(contexts()) >= 22
    assert len(rules()) >= 80
