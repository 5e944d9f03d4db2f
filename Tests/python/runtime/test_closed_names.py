"""Names that a closed vocabulary does not have."""

from __future__ import annotations

import json
from typing import Any

import pytest
from predictiontrader_catalog import events
from runtime.recording import Recording

CLOSED = events.LOGGER.description._replace(
    components_open=False,
    events_open=False,
    components=("process_manager", "ws_client", "runtime"),
    component_services={"process_manager": ("desktop",), "ws_client": ("engine",)},
)


def logged(service: str, component: str, event: str) -> dict[str, Any]:
    """The record of a call, twice: names may be remembered."""
    recording = Recording(service, CLOSED)
    for _ in range(2):
        recording.logger.record("INFO", component=component, event=event, message="m")
    first, second = recording.sink.lines
    assert first == second
    record: dict[str, Any] = json.loads(first)
    return record


@pytest.mark.parametrize(
    ("service", "first"), [("desktop", "process_manager"), ("engine", "ws_client")]
)
def test_a_component_becomes_the_first_that_the_service_has(
    service: str, first: str
) -> None:
    record = logged(service, "jobs", "framework_log")
    assert (record["service"], record["component"]) == (service, first)
    assert record["details"] == {"_invalid": ["component"]}


def test_a_component_of_the_catalog_stays_whatever_service_has_it() -> None:
    record = logged("engine", "process_manager", "framework_log")
    assert record["component"] == "process_manager"
    assert "details" not in record


def test_where_the_service_has_none_it_is_the_first_of_all() -> None:
    description = CLOSED._replace(
        components=("process_manager",),
        component_services={"process_manager": ("desktop",)},
    )
    recording = Recording("engine", description)
    recording.logger.record("INFO", component="x", event="framework_log", message="m")
    (line,) = recording.sink.lines
    assert json.loads(line)["component"] == "process_manager"


def test_an_event_keeps_its_name_and_is_named() -> None:
    record = logged("engine", "ws_client", "Job Explodes")
    assert record["event"] == "job_explodes"
    assert record["details"] == {"_invalid": ["event"]}


def test_what_the_runtimes_log_is_valid_though_the_catalog_does_not_have_it() -> None:
    description = CLOSED._replace(event=lambda _: None)
    recording = Recording("engine", description)
    recording.logger.record(
        "INFO", component="ws_client", event="framework_log", message="m"
    )
    (line,) = recording.sink.lines
    assert "details" not in json.loads(line)


def test_the_function_of_other_events_knows_it_too() -> None:
    recording = Recording("engine", CLOSED)
    values = ("INFO", "ws_client", "job_explodes", "m", *[None] * 5)
    lines = {recording.fast("*", *values) for _ in range(3)}
    (line,) = lines
    assert json.loads(line)["details"] == {"_invalid": ["event"]}
