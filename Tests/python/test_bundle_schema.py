"""The schemas of a bundle's files accept what the format allows, and nothing else."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from package_tools import SHIPPED, Output

Document = dict[str, Any]

TIME = "2026-01-09T18:07:23.412Z"
DIGEST = "0123456789abcdef" * 4
CONFIGURATION = "config/runtime-config.json"
ENVIRONMENT = "config/environment-metadata.json"
LIFECYCLE = "state/process-lifecycle.json"
COUNTERS = "state/reconnect-rate-limit-counters.json"
ERRORS = "errors/recent-errors.json"
LOGS = ("logs/desktop.log.jsonl", "logs/engine.log.jsonl")

VALID: dict[str, Document] = {
    "manifest.json": {
        "bundle_version": 1,
        "generated_at": TIME,
        "session_id": "fefea8d9-0a09-422d-baf6-4f69970fa9ea",
        "app": {"name": "PredictionTrader", "version": "1.2.0", "build": "77"},
        "platform": {
            "os": "linux",
            "os_version": "Debian 12",
            "architecture": "x86_64",
        },
        "catalog": {"version": "1.0.0", "digest": DIGEST},
        "files": [
            *(
                {
                    "path": path,
                    "bytes": 12,
                    "sha256": DIGEST,
                    "records": 2,
                    "first_at": TIME,
                    "last_at": TIME,
                }
                for path in LOGS
            ),
            *(
                {"path": path, "bytes": 0, "sha256": DIGEST}
                for path in (CONFIGURATION, ENVIRONMENT, LIFECYCLE, COUNTERS, ERRORS)
            ),
        ],
        "omissions": [
            {
                "path": LOGS[0],
                "reason": "older",
                "source": "engine",
                "count": 3,
                "bytes": 400,
                "detail": "records",
            },
            {"path": "manifest.json", "reason": "failed"},
        ],
        "secret_search": {"secrets": 2, "too_short": 0},
        "redaction_summary": {"url-userinfo": 3},
    },
    CONFIGURATION: {
        "config": {
            "mode": "paper",
            "feature_flags": {"new_book": True, "depth": 3},
            "endpoints": {"rest": "https://example.com/api"},
            "account": {"account_fingerprint": "fp1:0123456789abcdef"},
        }
    },
    ENVIRONMENT: {
        "runtimes": {"app": "1.2.0 (77)", "python": "3.12.1"},
        "platform": {
            "os": "macos",
            "os_version": "15.1",
            "kernel": "24.1.0",
            "architecture": "arm64",
            "processors": 8,
            "memory_bytes": 17179869184,
        },
    },
    LIFECYCLE: {
        "launch": [
            {
                "process": "engine",
                "status": "crashed",
                "at": TIME,
                "attempts": 2,
                "exit_code": -1,
                "signal": 9,
                "detail": "killed",
            }
        ],
        "heartbeats": [{"process": "engine", "last_at": TIME, "missed": 0}],
        "shutdown": [
            {
                "process": "engine",
                "result": "killed",
                "at": TIME,
                "duration_ms": 12,
                "exit_code": 0,
                "signal": 15,
            }
        ],
    },
    COUNTERS: {
        "since": TIME,
        "reconnects": [
            {"scope": "ws.market", "attempts": 4, "successes": 1, "last_at": TIME}
        ],
        "backoff": [
            {
                "scope": "rest.orders",
                "backoff_ms": 500,
                "attempt": 2,
                "retry_after_ms": 1000,
                "at": TIME,
            }
        ],
        "rate_limits": [{"scope": "rest.orders", "count": 5, "last_at": TIME}],
    },
    ERRORS: {
        "errors": [
            {
                "error_code": "PT-HTTP-429",
                "count": 2,
                "first_at": TIME,
                "last_at": TIME,
                "services": ["desktop", "engine"],
                "operator_message": "Wait.",
            }
        ]
    },
}


def schema(path: str, output: Output = SHIPPED) -> Document:
    stem = path.removesuffix(".json")
    file = output.folder / "schema/bundle" / f"{stem}.schema.json"
    loaded: Document = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def is_valid(document: object, path: str, output: Output = SHIPPED) -> bool:
    return Draft202012Validator(schema(path, output)).is_valid(document)


def described(output: Output) -> dict[str, Document]:
    """The catalog's files that are JSON documents, by their paths."""
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    files = catalog.get("bundle", {}).get("files", [])
    return {
        file["path"]: file
        for file in files
        if file["stability"] != "retired" and file.get("role", "log") != "log"
    }


def test_each_document_of_the_bundle_has_one(output: Output) -> None:
    folder = output.folder / "schema/bundle"
    found = {
        file.relative_to(folder).as_posix().replace(".schema.json", ".json")
        for file in folder.rglob("*.schema.json")
    }
    assert found == set(described(output))


def test_each_is_a_schema_that_says_what_it_is_of(output: Output) -> None:
    for path, file in described(output).items():
        found = schema(path, output)
        Draft202012Validator.check_schema(found)
        assert found["title"] == path
        texts = file.get("description", "; ".join(file["contents"].values()))
        assert sorted(found["description"].split("; ")) == sorted(texts.split("; "))


@pytest.mark.parametrize("path", VALID)
def test_what_a_runtime_writes_passes(path: str) -> None:
    assert is_valid(VALID[path], path)


@pytest.mark.parametrize("path", [path for path in VALID if path != "manifest.json"])
def test_a_file_that_could_not_be_had_says_why(path: str) -> None:
    assert is_valid({"unavailable": "timed_out"}, path)
    assert not is_valid({"unavailable": "nobody knows"}, path)
    assert not is_valid({"unavailable": "failed", "detail": "x"}, path)
    assert not is_valid({**VALID[path], "unavailable": "failed"}, path)


def test_a_manifest_is_always_there() -> None:
    assert not is_valid({"unavailable": "failed"}, "manifest.json")


def places(
    value: object, at: tuple[str | int, ...] = ()
) -> list[tuple[str | int, ...]]:
    """Where objects stand in a document."""
    if isinstance(value, list):
        return [p for i, item in enumerate(value) for p in places(item, (*at, i))]
    if not isinstance(value, dict):
        return []
    below = [p for name, item in value.items() for p in places(item, (*at, name))]
    return [at, *below]


def at(document: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        document = document[step]
    return document


FREE = {("config", "feature_flags"), ("redaction_summary",), ("runtimes",)}
"""Objects whose members the format does not name."""


@pytest.mark.parametrize("path", VALID)
def test_no_object_has_a_member_that_the_format_does_not_name(path: str) -> None:
    for place in places(VALID[path]):
        if place in FREE:
            continue
        changed = copy.deepcopy(VALID[path])
        at(changed, place)["other"] = "value"
        assert not is_valid(changed, path), place


REQUIRED: dict[str, set[str]] = {
    "manifest.json": set(VALID["manifest.json"]),
    CONFIGURATION: {"config"},
    ENVIRONMENT: {"runtimes", "platform"},
    LIFECYCLE: {"launch", "heartbeats", "shutdown"},
    COUNTERS: {"reconnects", "backoff", "rate_limits"},
    ERRORS: {"errors"},
}
INNER: dict[str, set[str]] = {
    "app": {"name", "version"},
    "platform": {"os", "architecture"},
    "catalog": {"version", "digest"},
    "files": {"path", "bytes", "sha256", "records"},
    "omissions": {"path", "reason"},
    "secret_search": {"secrets", "too_short"},
    "launch": {"process", "status"},
    "heartbeats": {"process"},
    "shutdown": {"process", "result"},
    "reconnects": {"scope", "attempts"},
    "backoff": {"scope", "backoff_ms"},
    "rate_limits": {"scope", "count"},
    "errors": {"error_code", "count", "first_at", "last_at", "services"},
}


@pytest.mark.parametrize("path", VALID)
def test_what_must_be_there_is_missed_and_nothing_else(path: str) -> None:
    for place in places(VALID[path]):
        if place in FREE or place[:1] == ("config",):
            continue
        needed = INNER[str(place[0])] if place else REQUIRED[path]
        for name in at(VALID[path], place):
            changed = copy.deepcopy(VALID[path])
            del at(changed, place)[name]
            assert is_valid(changed, path) == (name not in needed), (place, name)


WRONG: list[tuple[str, tuple[str | int, ...], object]] = [
    ("manifest.json", ("bundle_version",), 2),
    ("manifest.json", ("generated_at",), "2026-01-09T18:07:23Z"),
    ("manifest.json", ("generated_at",), "2026-02-30T18:07:23.412Z"),
    ("manifest.json", ("generated_at",), f"{TIME}\n"),
    ("manifest.json", ("session_id",), "FEFEA8D9-0A09-422D-BAF6-4F69970FA9EA"),
    ("manifest.json", ("app", "name"), "Other"),
    ("manifest.json", ("platform", "os"), "beos"),
    ("manifest.json", ("catalog", "digest"), DIGEST.upper()),
    ("manifest.json", ("files", 0, "path"), LOGS[1]),
    ("manifest.json", ("files", 0, "path"), "logs/other.log.jsonl"),
    ("manifest.json", ("files", 0, "bytes"), -1),
    ("manifest.json", ("files", 0, "bytes"), "12"),
    ("manifest.json", ("files", 6), None),
    ("manifest.json", ("omissions", 0, "path"), "../x"),
    ("manifest.json", ("omissions", 0, "reason"), "lost"),
    ("manifest.json", ("redaction_summary", "url-userinfo"), 0),
    ("manifest.json", ("redaction_summary", "Not A Rule"), 1),
    (CONFIGURATION, ("config", "mode"), 3),
    (CONFIGURATION, ("config", "feature_flags"), [1]),
    (CONFIGURATION, ("config", "endpoints", "rest"), None),
    (CONFIGURATION, ("config", "account", "id"), "U1234567"),
    (CONFIGURATION, ("config", "account", "account_fingerprint"), "U1234567"),
    (CONFIGURATION, ("config", "account", "other_print"), "fp1:0123456789abcdef"),
    (CONFIGURATION, ("config", "feature_flags"), "hidden"),
    (CONFIGURATION, ("config", "feature_flags"), "[redacted:token]\n"),
    (CONFIGURATION, ("config", "feature_flags"), "****abcde"),
    (ENVIRONMENT, ("runtimes", "Not Snake"), "1"),
    (ENVIRONMENT, ("runtimes", "python"), 3),
    (LIFECYCLE, ("launch", 0, "status"), "gone"),
    (LIFECYCLE, ("launch", 0, "exit_code"), 2**63),
    (LIFECYCLE, ("shutdown", 0, "result"), "gone"),
    (LIFECYCLE, ("heartbeats", 0, "missed"), 1.5),
    (COUNTERS, ("backoff", 0, "at"), "now"),
    (ERRORS, ("errors", 0, "count"), 0),
    (ERRORS, ("errors", 0, "error_code"), ""),
    (ERRORS, ("errors", 0, "services"), ["engine", "engine"]),
    (ERRORS, ("errors",), VALID[ERRORS]["errors"] * 101),
]


@pytest.mark.parametrize(("path", "place", "value"), WRONG)
def test_what_is_broken_fails(
    path: str, place: tuple[str | int, ...], value: object
) -> None:
    changed = copy.deepcopy(VALID[path])
    at(changed, place[:-1])[place[-1]] = value
    assert not is_valid(changed, path)


RIGHT: list[tuple[str, tuple[str | int, ...], object]] = [
    (CONFIGURATION, ("config", "account", "id"), "[redacted:sensitive]"),
    (CONFIGURATION, ("config", "feature_flags"), "[redacted:limit]"),
    (CONFIGURATION, ("config", "feature_flags"), "****abcd"),
    (CONFIGURATION, ("config", "other_fingerprint"), "fp1:0123456789abcdef"),
    (CONFIGURATION, ("config",), {}),
    (ENVIRONMENT, ("runtimes",), {}),
    (LIFECYCLE, ("launch",), []),
    (ERRORS, ("errors",), VALID[ERRORS]["errors"] * 100),
    (ERRORS, ("errors", 0, "error_code"), "OTHER"),
]


@pytest.mark.parametrize(("path", "place", "value"), RIGHT)
def test_what_may_be_passes(
    path: str, place: tuple[str | int, ...], value: object
) -> None:
    changed = copy.deepcopy(VALID[path])
    at(changed, place[:-1])[place[-1]] = value
    assert is_valid(changed, path)


@pytest.mark.parametrize("catalog", ["hostile"], indirect=True)
def test_documents_hold_what_their_catalog_names(catalog: Output) -> None:
    assert is_valid({"one": 1, "class": None}, "a/b_c-d.json", catalog)
    assert not is_valid({"three": 1}, "a/b_c-d.json", catalog)


@pytest.mark.parametrize("catalog", ["hostile"], indirect=True)
def test_secrets_have_no_place_in_a_configuration(catalog: Output) -> None:
    assert is_valid({"config": {"a": {"d": "NaN", "g": 3}}}, "config/c.json", catalog)
    assert not is_valid(
        {"config": {"secret": {"of_all": "x"}}}, "config/c.json", catalog
    )
