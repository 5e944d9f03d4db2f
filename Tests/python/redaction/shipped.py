"""The committed rules of redaction, and the engine that is made of them."""

from __future__ import annotations

import functools
import importlib
import json
from typing import Any

from package_tools import SHIPPED


@functools.cache
def rules() -> tuple[dict[str, Any], ...]:
    """The rules in the order that engines take them, with their examples."""
    redaction = json.loads(SHIPPED.catalog.read_bytes())["redaction"]
    known = {rule["id"]: rule for rule in redaction["rules"]}
    return tuple(known[rule] for rule in redaction["rule_order"])


@functools.cache
def engine() -> Any:
    """The module of the generated package."""
    return importlib.import_module(f"{SHIPPED.package}._runtime.redaction")


@functools.cache
def redactor() -> Any:
    """A redactor with the rules as the generated package has them."""
    made = importlib.import_module(f"{SHIPPED.package}.redaction_rules")
    return engine().Redactor.from_json(made.RULES)


def replaced(rules: Any, text: bytes, spans: Any) -> bytes:
    """A text with what takes the place of the engine's finds."""
    name = f"{SHIPPED.package}._runtime.redaction.replacements"
    result: bytes = importlib.import_module(name).replaced(rules, text, spans)
    return result


def redacted(text: str) -> str:
    """What may be written of a text."""
    result: bytes = redactor().redacted_bytes(text.encode())
    return result.decode()
