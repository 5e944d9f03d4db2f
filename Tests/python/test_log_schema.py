"""The schema of log records accepts what the catalog allows, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from package_tools import SHIPPED, Output

Record = dict[str, Any]

EXAMPLES: list[Record] = [
    json.loads(line)
    for line in json.loads(SHIPPED.catalog.read_text(encoding="utf-8"))["examples"]
]
READY, RECONNECT, FAILED = EXAMPLES


def schema(output: Output) -> Record:
    text = (output.folder / "schema/log-record.schema.json").read_text(encoding="utf-8")
    loaded: Record = json.loads(text)
    return loaded


def findings(record: object, output: Output = SHIPPED) -> set[str]:
    """Each finding as the path of the value, and the keyword that it breaks."""
    errors = Draft202012Validator(schema(output)).iter_errors(record)
    return {" ".join(["/".join(map(str, e.path)), e.validator]).strip() for e in errors}


def test_the_schema_is_one(output: Output) -> None:
    Draft202012Validator.check_schema(schema(output))
    assert schema(output)["$id"].startswith(
        f"urn:codebook:{output.package}:log-record:"
    )


def test_it_lists_the_fields_of_the_catalog(output: Output) -> None:
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    properties = schema(output)["properties"]
    retired = [f["name"] for f in catalog["fields"] if f["stability"] == "retired"]
    assert list(properties) == catalog["record_order"] + retired
    for field in catalog["fields"]:
        name = field["name"]
        found = properties[name]
        assert found.get("type", "number") == field["type"]
        if field["type"] == "number":
            assert found["anyOf"][0] == {"type": "number"}
        assert properties[name]["description"] == field["description"]


@pytest.mark.parametrize("record", EXAMPLES, ids=lambda record: str(record["event"]))
def test_the_examples_of_the_specification_pass(record: Record) -> None:
    assert findings(record) == set()


PASSING: list[tuple[str, Record, Record]] = [
    ("a timestamp without a fraction", READY, {"ts": "2026-01-09T18:07:23Z"}),
    ("a long fraction", READY, {"ts": "2026-01-09T18:07:23.123456789Z"}),
    ("a leap day", READY, {"ts": "2028-02-29T00:00:00Z"}),
    ("a leap day of a century", READY, {"ts": "2000-02-29T23:59:59.9Z"}),
    ("the last day of a year", READY, {"ts": "2026-12-31T23:59:59Z"}),
    ("an event of no catalog", READY, {"event": "something_else", "level": "TRACE"}),
    ("a component of no catalog", FAILED, {"event": "other", "component": "ui_2"}),
    ("a scope of no catalog", RECONNECT, {"rate_limit_scope": "ws.orders.v2"}),
    ("a span", READY, {"span_id": "00f067aa0ba902b7"}),
    ("a further detail", READY, {"details": {"port": 1, "pid": 7}}),
    ("no backoff", RECONNECT, {"backoff_ms": 0}),
    ("any code of the event", FAILED, {"error_code": "PT-NET-001"}),
]


@pytest.mark.parametrize(
    ("base", "changes"), [row[1:] for row in PASSING], ids=[row[0] for row in PASSING]
)
def test_what_is_allowed_passes(base: Record, changes: Record) -> None:
    assert findings(base | changes) == set()


@pytest.mark.parametrize("field", schema(SHIPPED)["required"])
def test_every_required_field_is_missed(field: str) -> None:
    # Without its event, nothing more is known of a record.
    record = {name: value for name, value in READY.items() if name != field}
    assert findings(record) == {"required"}


def test_the_required_fields_are_those_of_the_specification() -> None:
    names = "ts level service component event message correlation_id session_id"
    assert schema(SHIPPED)["required"] == names.split()


UUID = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"

# What is changed, and the findings: each the path of a value and the keyword it breaks.
FAILING: list[tuple[str, Record, Record, set[str]]] = [
    ("number as text", READY, {"message": 1}, {"message type"}),
    ("null as text", READY, {"message": None}, {"message type"}),
    ("timestamp as number", READY, {"ts": 1767982043}, {"ts type"}),
    ("not UTC", READY, {"ts": "2026-01-09T18:07:23+01:00"}, {"ts pattern"}),
    ("zero offset", READY, {"ts": "2026-01-09T18:07:23+00:00"}, {"ts pattern"}),
    ("no zone", READY, {"ts": "2026-01-09T18:07:23"}, {"ts pattern"}),
    ("lower-case z", READY, {"ts": "2026-01-09T18:07:23z"}, {"ts pattern"}),
    ("lower-case t", READY, {"ts": "2026-01-09t18:07:23Z"}, {"ts pattern"}),
    ("space for T", READY, {"ts": "2026-01-09 18:07:23Z"}, {"ts pattern"}),
    ("30 February", READY, {"ts": "2026-02-30T18:07:23Z"}, {"ts pattern"}),
    ("29 February", READY, {"ts": "2026-02-29T18:07:23Z"}, {"ts pattern"}),
    ("29 February 1900", READY, {"ts": "1900-02-29T00:00:00Z"}, {"ts pattern"}),
    ("31 April", READY, {"ts": "2026-04-31T18:07:23Z"}, {"ts pattern"}),
    ("32 January", READY, {"ts": "2026-01-32T18:07:23Z"}, {"ts pattern"}),
    ("day 0", READY, {"ts": "2026-01-00T18:07:23Z"}, {"ts pattern"}),
    ("month 13", READY, {"ts": "2026-13-01T18:07:23Z"}, {"ts pattern"}),
    ("month 0", READY, {"ts": "2026-00-01T18:07:23Z"}, {"ts pattern"}),
    ("hour 25", READY, {"ts": "2026-01-09T25:00:00Z"}, {"ts pattern"}),
    ("hour 24", READY, {"ts": "2026-01-09T24:00:00Z"}, {"ts pattern"}),
    ("minute 60", READY, {"ts": "2026-01-09T18:60:00Z"}, {"ts pattern"}),
    ("empty fraction", READY, {"ts": "2026-01-09T18:07:23.Z"}, {"ts pattern"}),
    ("line break", READY, {"ts": "2026-01-09T18:07:23Z\n"}, {"ts not"}),
    ("level", READY, {"level": "FATAL", "event": "x"}, {"level enum"}),
    ("level's case", READY, {"level": "info", "event": "x"}, {"level enum"}),
    ("service", READY, {"service": "cloud", "event": "x"}, {"service enum"}),
    ("component", READY, {"component": "UI", "event": "x"}, {"component pattern"}),
    ("camelCase", READY, {"event": "engineReady"}, {"event pattern"}),
    ("event's spaces", READY, {"event": "engine ready"}, {"event pattern"}),
    ("event's line break", READY, {"event": "engine_x\n"}, {"event not"}),
    ("empty event", READY, {"event": ""}, {"event pattern"}),
    ("code", READY, {"error_code": "PT-HTTP-500"}, {"error_code enum"}),
    ("field", READY, {"extra": 1}, {"additionalProperties"}),
    ("field's case", READY, {"Message": "x"}, {"additionalProperties"}),
    ("attempt 0", RECONNECT, {"attempt": 0}, {"attempt minimum"}),
    ("attempt -1", RECONNECT, {"attempt": -1}, {"attempt minimum"}),
    ("attempt 1.5", RECONNECT, {"attempt": 1.5}, {"attempt type"}),
    ("attempt as text", RECONNECT, {"attempt": "3"}, {"attempt type"}),
    ("attempt as truth", RECONNECT, {"attempt": True}, {"attempt type"}),
    ("backoff -1", RECONNECT, {"backoff_ms": -1}, {"backoff_ms minimum"}),
    (
        "scope",
        RECONNECT,
        {"rate_limit_scope": "REST/orders"},
        {"rate_limit_scope pattern"},
    ),
    (
        "UUID's case",
        READY,
        {"correlation_id": UUID.upper()},
        {"correlation_id pattern"},
    ),
    (
        "UUID's hyphens",
        READY,
        {"correlation_id": UUID.replace("-", "")},
        {"correlation_id pattern"},
    ),
    ("UUID's length", READY, {"session_id": UUID[:-1]}, {"session_id pattern"}),
    ("UUID's digits", READY, {"session_id": "g" + UUID[1:]}, {"session_id pattern"}),
    (
        "UUID's braces",
        READY,
        {"session_id": "{" + UUID + "}"},
        {"session_id maxLength", "session_id pattern"},
    ),
    ("UUID's line break", READY, {"session_id": UUID + "\n"}, {"session_id maxLength"}),
    ("span of 15 digits", READY, {"span_id": "00f067aa0ba902b"}, {"span_id pattern"}),
    ("span of capitals", READY, {"span_id": "00F067AA0BA902B7"}, {"span_id pattern"}),
    ("details as a list", READY, {"event": "x", "details": [1]}, {"details type"}),
    ("details as text", READY, {"event": "x", "details": "{}"}, {"details type"}),
    ("missing detail", READY, {"details": {}}, {"details required"}),
    ("detail's type", READY, {"details": {"port": "43125"}}, {"details/port type"}),
    ("event's level", READY, {"level": "WARN"}, {"level const"}),
    ("event's service", READY, {"service": "engine"}, {"service enum"}),
    ("event's component", RECONNECT, {"component": "risk"}, {"component enum"}),
    ("event's code", FAILED, {"error_code": "PT-DB-001"}, {"error_code enum"}),
]


@pytest.mark.parametrize(
    ("base", "changes", "expected"),
    [row[1:] for row in FAILING],
    ids=[row[0] for row in FAILING],
)
def test_what_is_broken_fails_for_its_own_reason(
    base: Record, changes: Record, expected: set[str]
) -> None:
    assert findings(base | changes) == expected


@pytest.mark.parametrize("group", range(5))
def test_each_group_of_an_id_has_lower_case_digits(group: int) -> None:
    groups = ["abcdefab", "cdef", "abcd", "efab", "cdefabcdefab"]
    assert findings(READY | {"session_id": "-".join(groups)}) == set()
    groups[group] = groups[group].upper()
    assert findings(READY | {"session_id": "-".join(groups)}) == {"session_id pattern"}


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (READY, "details"),
        (RECONNECT, "attempt"),
        (RECONNECT, "backoff_ms"),
        (FAILED, "error_code"),
    ],
)
def test_an_event_needs_its_fields(record: Record, field: str) -> None:
    shorter = {name: value for name, value in record.items() if name != field}
    assert findings(shorter) == {"required"}
    # The same record of an unknown event has all that it needs.
    assert findings(shorter | {"event": "something_else"}) == set()


@pytest.mark.parametrize("value", [[], "text", 1, None])
def test_a_record_is_an_object(value: object) -> None:
    assert findings(value) == {"type"}


@pytest.mark.parametrize("catalog", ["least"], indirect=True)
def test_a_vocabulary_without_names_holds_their_form_only(catalog: Output) -> None:
    record = {name: READY[name] for name in schema(catalog)["required"]}
    record["service"] = "app"
    assert findings(record, catalog) == set()
    record["component"] = record["event"] = "No Name"
    assert findings(record, catalog) == {"component pattern", "event pattern"}


@pytest.mark.parametrize("catalog", ["logging"], indirect=True)
def test_closed_vocabularies_let_the_runtimes_own_names_pass(catalog: Output) -> None:
    record = {
        "when": READY["ts"],
        "severity": "NOTE",
        "process": "depot",
        "part": "runtime",
        "name": "framework_log",
        "text": "x",
        "trace": READY["correlation_id"],
        "run": READY["session_id"],
        "more": {},
    }
    assert findings(record, catalog) == set()
    assert findings(record | {"part": "roof"}, catalog) == {"part enum"}
    assert findings(record | {"name": "fell"}, catalog) == {"name enum"}


@pytest.mark.parametrize("number", [2.5, "NaN", "-Infinity", "Infinity"])
@pytest.mark.parametrize("catalog", ["logging"], indirect=True)
def test_numbers_that_json_has_not_are_texts(catalog: Output, number: object) -> None:
    line = json.loads((catalog.folder / "conformance/records.json").read_bytes())[
        "records"
    ][0]["line"]
    record = json.loads(line)
    assert record["weight"] == record["more"]["height"] == 2.5
    record["weight"] = record["more"]["height"] = number
    assert findings(record, catalog) == set()
    record["more"]["height"] = "a text"
    assert findings(record, catalog) != set()


@pytest.mark.parametrize("catalog", ["hostile"], indirect=True)
def test_a_closed_vocabulary_holds_its_own_names(catalog: Output) -> None:
    record: Record = {
        "ts": "2026-01-09T18:07:23Z",
        "level": "LOW",
        "service": "app",
        "component": "one",
        "event": "framework_log",
        "message": "Anything",
        "correlation_id": UUID,
        "session_id": UUID,
    }
    assert findings(record, catalog) == set()
    assert findings(record | {"event": "other"}, catalog) == {"event enum"}
    assert findings(record | {"component": "other"}, catalog) == {"component enum"}
