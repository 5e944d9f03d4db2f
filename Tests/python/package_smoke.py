"""Holds a generated package against its catalog: package_smoke.py PACKAGE CATALOG.JSON

Needs nothing but the standard library, so that every interpreter can run it.
"""

from __future__ import annotations

import builtins
import hashlib
import importlib
import itertools
import json
import keyword
import pickle
import re
import sys
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

Entry = Mapping[str, Any]


def filled(message: str, values: Mapping[str, str]) -> str:
    """A message with its parameters' values."""
    return re.sub(r"(?<!\{)\{([a-z0-9_]+)\}", lambda m: values.get(m[1], m[0]), message)


def check(package: Any, catalog: Entry) -> None:
    """Compares everything that the package says with the catalog."""
    names = package.__all__
    assert len(set(names)) == len(names)
    assert all(hasattr(package, name) for name in names)
    assert catalog["product"]["version"] == package.CATALOG_VERSION
    check_names(package.Service, catalog["services"])
    check_names(package.Component, catalog["components"])
    check_names(package.RateLimitScope, catalog["scopes"])
    check_levels(package.Level, catalog["levels"])
    check_fields(package.LogField, catalog)
    check_names(package.ErrorDomain, catalog["domains"])
    for domain in catalog["domains"]:
        assert package.ErrorDomain(domain["name"]).category == domain["category"]
    check_names(package.ErrorCode, catalog["errors"], key="code")
    for entry in catalog["errors"]:
        check_error(package, entry)
    check_names(package.Event, catalog["events"])
    assert list(package.EVENTS) == list(package.Event)
    for entry in catalog["events"]:
        assert described(package.Event(entry["name"]).descriptor) == expected(entry)


def check_names(kind: Any, entries: list[Entry], key: str = "name") -> None:
    """Members are the catalog's names, and are these texts wherever they go."""
    assert {member.value for member in kind} == {entry[key] for entry in entries}
    for member in kind:
        constant = re.sub(r"[-.]", "_", member.value).upper()
        assert member is kind(member.value) is kind[constant]
        assert member == member.value
        assert str(member) == f"{member}" == "%s" % member == member.value  # noqa: UP031
        assert json.loads(json.dumps({member: member})) == {member.value: member.value}


def check_levels(kind: Any, entries: list[Entry]) -> None:
    """Levels have their severity numbers and are ordered by them."""
    check_names(kind, entries)
    by_severity = sorted(entries, key=lambda entry: int(entry["severity"]))
    levels = sorted(kind)
    assert [level.value for level in levels] == [entry["name"] for entry in by_severity]
    assert [level.severity_number for level in levels] == [
        entry["severity"] for entry in by_severity
    ]
    for low, high in itertools.pairwise(levels):
        assert [low < high, low <= high, high > low, high >= low] == [True] * 4
        assert [low > high, low >= high, high < low, high <= low] == [False] * 4
    low = levels[0]
    assert [low < low, low <= low, low > low, low >= low] == [False, True, False, True]
    assert raises(TypeError, lambda: low < "ERROR")
    assert raises(TypeError, lambda: max("ERROR", low))


def check_fields(kind: Any, catalog: Entry) -> None:
    """Fields stand in the order of a record, with their types."""
    check_names(kind, catalog["fields"])
    retired = [f["name"] for f in catalog["fields"] if f["stability"] == "retired"]
    assert [field.value for field in kind] == catalog["record_order"] + retired
    for entry in catalog["fields"]:
        field = kind(entry["name"])
        required = entry["required"] and entry["name"] not in retired
        assert (field.type, field.required) == (entry["type"], required)


def check_error(package: Any, entry: Entry) -> None:
    """A code says what the catalog has it say, as a code and as an exception."""
    code = package.ErrorCode(entry["code"])
    assert (code.domain, code.category) == (entry["domain"], entry["category"])
    parameters = entry.get("parameters", [])
    fallbacks = {one["name"]: one["fallback"] for one in parameters}
    error = package.CatalogError(code)
    for said in (code, error):
        check_messages(said, entry, fallbacks)
    if not parameters:
        return
    by_type = {"integer": 7, "string": '{a} %s \\ "'}
    values = {one["name"]: by_type[one["type"]] for one in parameters}
    make = getattr(package, re.sub("-", "_", entry["code"]).lower())
    arguments = {argument(name): value for name, value in values.items()}
    texts = {name: str(value) for name, value in values.items()}
    for one in parameters:
        if one["sensitivity"] == "sensitive":
            texts[one["name"]] = "[redacted:sensitive]"
    check_messages(make(**arguments), entry, texts)
    assert raises(TypeError, lambda: make(*arguments.values()))
    assert raises(TypeError, lambda: make(**arguments, misspelt=1))


def check_messages(said: Any, entry: Entry, values: Mapping[str, str]) -> None:
    """What a code or an exception says, after a journey through pickle too."""
    user = filled(entry["user_message"], values)
    for one in (said, pickle.loads(pickle.dumps(said))):
        assert one.user_message == user
        assert one.operator_message == filled(entry["operator_message"], values)
        assert one.display_text == f"{user} ({entry['code']})"
        assert not isinstance(said, Exception) or str(one) == one.display_text


def argument(name: str) -> str:
    """A parameter's name as Python code can use it."""
    taken = keyword.iskeyword(name) or hasattr(builtins, name)
    return f"{name}_" if taken else name


def described(descriptor: Any) -> Entry:
    """A descriptor as plain values."""

    def plain(value: Any) -> Any:
        if isinstance(value, Enum):
            return value.value
        return [plain(one) for one in value] if isinstance(value, tuple) else value

    values = {name: plain(value) for name, value in descriptor._asdict().items()}
    return values | {"details": sorted(values["details"])}


def expected(entry: Entry) -> Entry:
    """What the descriptor of an event of the catalog is."""
    details = [
        [
            one["name"],
            one["type"],
            one["required"],
            one["sensitivity"] == "secret",
            one["sensitivity"] == "sensitive",
            one.get("fingerprint"),
        ]
        for one in entry.get("details", [])
    ]
    return {
        "event": entry["name"],
        "level": entry.get("level"),
        "services": entry.get("services", []),
        "components": entry.get("components", []),
        "message": entry.get("message"),
        "required_fields": entry.get("requires", []),
        "optional_fields": entry.get("optional", []),
        "error_codes": entry.get("errors", []),
        "details": sorted(details),
    }


def raises(kind: type[Exception], action: Callable[[], object]) -> bool:
    """Whether an action ends in an exception of that kind."""
    try:
        action()
    except kind:
        return True
    return False


def main(package: str, path: Path) -> None:
    """Compares a package that can be imported with a canonical catalog."""
    text = path.read_bytes()
    module = importlib.import_module(package)
    check(module, json.loads(text))
    digest = hashlib.sha256(text.rstrip(b"\n")).hexdigest()
    assert digest == module.CATALOG_DIGEST


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
