"""The functions that log events write what they are given, in whichever way."""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from package_tools import SHIPPED, Output
from predictiontrader_catalog import (
    CatalogError,
    ErrorCode,
    Level,
    RateLimitScope,
    events,
    log,
)
from runtime.catalog_events import TEXTS, Function, Package, Parameter, arguments
from runtime.recording import MOST_BYTES, Recording, checked

CATALOGS = ["shipped", "hostile", "logging"]
SHIPPED_FUNCTIONS = Package(SHIPPED).functions()
CALM = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)


def ready(package: Package) -> Recording:
    """A recording of a package's catalog."""
    description = package.logger.description
    return Recording(str(description.services[-1]), description)


def both(recording: Recording, function: Function, values: tuple[Any, ...]) -> bytes:
    """The one line of both ways; no bytes where the level is off."""
    fast = recording.fast(function.event, *values)
    assert recording.general(function.event, *values) == fast
    return fast


@pytest.mark.parametrize("catalog", CATALOGS, indirect=True)
def test_arguments_reach_their_places(catalog: Output) -> None:
    package = Package(catalog)
    functions = package.functions()
    assert functions
    for function in functions:
        known = package.logger._recorder.layout.event(function.event)
        assert function.given == known.given
        described = [(p.name, p.type, p.required) for p in known.parameters]
        assert described == [
            (p.name, p.type, p.required) for p in function.parameters
        ], function.event


@pytest.mark.parametrize("catalog", CATALOGS, indirect=True)
@CALM
@given(st.data())
def test_both_ways_give_the_same_bytes(catalog: Output, data: st.DataObject) -> None:
    package = Package(catalog)
    recording = package.__dict__.setdefault("recording", ready(package))
    function = data.draw(st.sampled_from(package.functions()))
    wild = data.draw(st.booleans())
    values = data.draw(arguments(package, function, wild=wild))
    with recording.logger.span() if data.draw(st.booleans()) else nullcontext():
        line = both(recording, function, values)
    assert len(line) <= MOST_BYTES
    json.loads(line)


@pytest.mark.parametrize("function", SHIPPED_FUNCTIONS, ids=lambda f: f.event)
@settings(CALM, max_examples=25)
@given(st.data())
def test_every_line_is_a_record_of_the_catalog(
    function: Function, data: st.DataObject
) -> None:
    recording = Recording()
    values = data.draw(arguments(Package(SHIPPED), function, wild=True))
    checked(both(recording, function, values))


def test_functions_call_their_writers() -> None:
    with log.capture() as records:
        events.reconnect_scheduled(
            attempt=1, backoff_ms=2, rate_limit_scope="a.b", details={"c": 3}
        )
        events.engine_start_failed()
        events.request_failed(error_code=ErrorCode.PT_NET_001, backoff_ms=4)
    first, second, third = (checked(line) for line in records.lines)
    assert (first["attempt"], first["backoff_ms"]) == (1, 2)
    assert (first["rate_limit_scope"], first["details"]) == ("a.b", {"c": 3})
    # Where an event has one code only, it need not be given.
    assert second["error_code"] == "PT-PROC-001"
    assert third["error_code"] == "PT-NET-001"
    assert third["details"]["operator_message"] == (
        ErrorCode.PT_NET_001.operator_message
    )
    assert "attempt" not in third


NAMES = st.sampled_from(
    ["a", "b_c", "ws_client", "Some Library", "reconnect_scheduled"]
)


@CALM
@given(st.data())
def test_both_ways_of_the_general_call_give_the_same_bytes(data: st.DataObject) -> None:
    package = Package(SHIPPED)
    recording = package.__dict__.setdefault("recording", ready(package))
    # Such a call may say of an event of the catalog what the catalog does not.
    recording.sink.kept_as = None
    function = Function("*", log.record, (), general_parameters(package), True, CODES)
    *own, details = data.draw(arguments(package, function, wild=data.draw(BOOLEANS)))
    given_names = (data.draw(st.sampled_from(list(Level))), data.draw(NAMES))
    values = (*given_names, data.draw(NAMES), data.draw(TEXTS), *own, details)
    lines = recording.sink.lines
    # What was met once is written in the short way.
    for _ in range(2):
        recording.logger.writers["*"](*values)
    level, component, event, message, *_ = values
    recording.logger.record(
        level,
        component=component,
        event=event,
        message=message,
        fields=dict(zip((p.name for p in function.parameters), own, strict=True)),
        details=details,
    )
    assert lines[-1] == lines[-2] == lines[-3]


BOOLEANS = st.booleans()
CODES = tuple(ErrorCode)


def general_parameters(package: Package) -> tuple[Parameter, ...]:
    """What a call takes that is not bound to an event."""
    layout = package.logger._recorder.layout
    return tuple(
        Parameter(
            parameter.name,
            parameter.type,
            parameter.role,
            parameter.required,
            -(2**63) if parameter.minimum is None else parameter.minimum,
            2**63 - 1,
        )
        for parameter in layout.parameters
    )


ORDINARY: list[tuple[str, tuple[object, ...]]] = [
    ("reconnect_scheduled", (3, 5000, None, None)),
    ("reconnect_scheduled", (3, 5000, RateLimitScope.REST_ORDERS, {"a": "b", "c": 1})),
    ("reconnect_scheduled", (3, 5000, "ws.market_data", {"a": "ünï", "b": None})),
    ("engine_ready_received", (1, {"a": True, "b": -1.5})),
    ("request_failed", (ErrorCode.PT_HTTP_429, None, 3, None, {})),
    ("network_recovered", ("risk", None)),
]


@pytest.mark.parametrize(("event", "values"), ORDINARY)
def test_ordinary_records_take_the_short_way(
    recording: Recording,
    monkeypatch: pytest.MonkeyPatch,
    event: str,
    values: tuple[object, ...],
) -> None:
    expected = recording.general(event, *values)

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("the general way")

    monkeypatch.setattr(recording.recorder, "event", fail)
    assert recording.fast(event, *values) == expected


def test_names_that_were_met_take_the_short_way(
    recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = ("INFO", "own_component", "own_event", "m", None, 3, None, None, {"a": 1})
    recording.fast("*", *values)
    expected = recording.sink.lines[-1]

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("the general way")

    monkeypatch.setattr(recording.recorder, "record", fail)
    assert recording.fast("*", *values) == expected
    recording.logger.set_level("ERROR")
    recording.logger.writers["*"](*values)
    recording.logger.set_level("TRACE", "own_component")
    assert recording.fast("*", *values) == expected


def test_each_code_brings_its_operator_message() -> None:
    with log.capture() as records:
        for code in ErrorCode:
            log.record(
                Level.ERROR,
                component="tests",
                event="code_reported",
                message="Reported",
                error_code=code,
            )
    found = [(x["error_code"], x["details"]["operator_message"]) for x in records]
    assert found == [(code.value, code.operator_message) for code in ErrorCode]


def test_an_exception_brings_its_own_words(recording: Recording) -> None:
    error = CatalogError(ErrorCode.PT_NET_001)
    error._operator_message = "Its own"
    record = recording.both("request_failed", error, None, None, None, None)
    assert record["error_code"] == "PT-NET-001"
    assert record["details"] == {"operator_message": "Its own"}
    with log.capture() as records:
        events.request_failed(error_code=error)
    assert records[0]["details"] == record["details"]


@pytest.mark.parametrize(
    ("attempt", "backoff_ms", "written", "invalid"),
    [
        (0, 5, (1, 5), ["attempt"]),
        (-5, -1, (1, 0), ["attempt", "backoff_ms"]),
        (2**63, 5, (2**63 - 1, 5), ["attempt"]),
        (2**63 - 1, 5, (2**63 - 1, 5), []),
        ("3", 5, (1, 5), ["attempt"]),
        (True, 5, (1, 5), ["attempt"]),
        (3.0, None, (1, 0), ["attempt", "backoff_ms"]),
        (None, 5, (1, 5), ["attempt"]),
    ],
)
def test_arguments_that_are_not_valid(
    recording: Recording,
    attempt: object,
    backoff_ms: object,
    written: tuple[int, int],
    invalid: list[str],
) -> None:
    record = recording.both("reconnect_scheduled", attempt, backoff_ms, None, None)
    assert (record["attempt"], record["backoff_ms"]) == written
    assert record.get("details", {}).get("_invalid", []) == invalid


@pytest.mark.parametrize("catalog", ["logging"], indirect=True)
@pytest.mark.parametrize(
    ("weight", "written", "is_valid"),
    [
        (0.0, "0.0", True),
        (-0.0, "-0.0", True),
        (1000.0, "1000.0", True),
        (7, "7.0", True),
        (-0.5, "0.0", False),
        (-3, "0.0", False),
        (1000.0000000000001, "1000.0", False),
        (2**1024, "1000.0", False),
        (-(2**1024), "0.0", False),
        (float("nan"), '"NaN"', True),
        (float("inf"), '"Infinity"', True),
        ("7", "0.0", False),
        (True, "0.0", False),
        (None, "0.0", False),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_number_stays_within_its_bounds(
    catalog: Output, weight: object, written: str, is_valid: bool
) -> None:
    package = Package(catalog)
    (function,) = [one for one in package.functions() if one.event == "lifted"]
    given: dict[str, object] = {"label": "", "count": 1, "bay": "", "height": -1.5}
    given |= {"weight": weight, "path": []}
    values = [given.get(parameter.name) for parameter in function.parameters]
    line = both(ready(package), function, (*values, None)).decode()
    assert line.startswith(f'{{"weight":{written},')
    assert json.loads(line)["more"].get("_invalid", []) == (
        [] if is_valid else ["weight"]
    )


@pytest.mark.parametrize("catalog", ["logging"], indirect=True)
def test_what_is_nearest_to_nothing_is_within_the_bounds(catalog: Output) -> None:
    description = Package(catalog).logger.description
    fields = [
        field._replace(minimum=2) if field.name == "weight" else field
        for field in description.fields
    ]
    recording = Recording("crane", description._replace(fields=fields))
    line = recording.fast("lifted", None, "", 1, "", 1.0, [], *[None] * 8)
    assert line == recording.general("lifted", None, "", 1, "", 1.0, [], *[None] * 8)
    assert json.loads(line)["weight"] == 2.0


def test_a_record_that_fits_in_no_step_is_counted(
    recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("predictiontrader_catalog._runtime.record.MAX_LINE", 200)
    recording.logger.writers["reconnect_scheduled"](0, 5, None, None)
    assert not recording.sink.lines
    assert recording.recorder.process.delivery.lost == 1
