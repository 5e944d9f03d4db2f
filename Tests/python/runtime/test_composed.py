"""Messages that arguments stand in, and numbers, are the same in both ways."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest
from predictiontrader_catalog import CatalogError, ErrorCode, events
from predictiontrader_catalog._runtime.description import FieldDescription
from runtime.recording import Recording


class Described(NamedTuple):
    """An event as the catalog describes it."""

    message: str = "{label}: {weight}, {fragile}, {attempt}, {error_code}, {unknown}"
    level: str = "INFO"
    services: tuple[str, ...] = ()
    components: tuple[str, ...] = ("risk",)
    required_fields: tuple[str, ...] = ("label", "weight")
    optional_fields: tuple[str, ...] = ("fragile", "attempt", "error_code")
    error_codes: tuple[str, ...] = ()
    details: tuple[Any, ...] = ()


def composing(event: Described) -> Recording:
    """A logger of a catalog with one event, whose message has arguments."""
    description = events.LOGGER.description
    fields = (
        *description.fields,
        FieldDescription("label", "string"),
        FieldDescription("weight", "number"),
        FieldDescription("fragile", "boolean"),
    )
    return Recording(
        description=description._replace(
            fields=fields, event=lambda name: event if name == "lifted" else None
        )
    )


LIFTED: list[tuple[tuple[object, ...], str]] = [
    (("a", 1.5, None, None, None), "a: 1.5, …, …, …, {unknown}"),
    (("ü", 1e16, 3, True, None), "ü: 1e+16, true, 3, …, {unknown}"),
    (
        ("", -0.0, 1, False, ErrorCode.PT_DB_001),
        ": -0.0, false, 1, PT-DB-001, {unknown}",
    ),
    (
        ("", 2, 0, "no", CatalogError(ErrorCode.PT_DB_001)),
        ": 2.0, false, 1, PT-DB-001, {unknown}",
    ),
    (("x", float("nan"), None, None, None), 'x: "NaN", …, …, …, {unknown}'),
    (("x", float("inf"), None, None, None), 'x: "Infinity", …, …, …, {unknown}'),
]


@pytest.mark.parametrize(("values", "message"), LIFTED)
def test_messages(values: tuple[Any, ...], message: str) -> None:
    label, weight, attempt, fragile, code = values
    recording = composing(Described())
    # In the order of the function: what is required first, then as a record has it.
    given = (label, weight, code, attempt, fragile, None)
    fast = recording.fast("lifted", *given)
    assert recording.general("lifted", *given) == fast
    assert json.loads(fast)["message"] == message


def test_a_message_that_becomes_too_long_is_cut() -> None:
    recording = composing(Described("{label}" * 3))
    given = ("x" * 3900, 1.5, None, None, None, None)
    fast = recording.fast("lifted", *given)
    assert recording.general("lifted", *given) == fast
    record = json.loads(fast)
    assert len(record["label"]) == 3900
    assert record["message"] == "x" * 8192 + "…[+3508]"


def test_a_value_in_a_message_counts_once() -> None:
    event = Described("{label}", required_fields=("label",), optional_fields=())
    description = events.LOGGER.description
    fields = (*description.fields, FieldDescription("label", "object"))
    recording = Recording(
        description=description._replace(
            fields=fields, event=lambda name: event if name == "lifted" else None
        )
    )
    line = recording.general("lifted", {"text": "x" * 6000}, None)
    record = json.loads(line)
    assert record["label"] == {"text": "x" * 6000}
    assert record["message"] == '{"text":"' + "x" * 6000 + '"}'


def test_names_out_of_form_are_put_into_it_each_time(recording: Recording) -> None:
    values = ("INFO", "Some Library", "It Happened", "m", *[None] * 5)
    lines = {recording.fast("*", *values) for _ in range(3)}
    (line,) = lines
    assert json.loads(line)["component"] == "some_library"


def test_a_component_that_was_met_has_the_threshold_of_the_rest(
    recording: Recording,
) -> None:
    recording.logger.set_level("INFO")
    for level in ("INFO", "DEBUG", "INFO"):
        recording.logger.writers["*"](level, "own", "own", "m", *[None] * 5)
    assert len(recording.sink.lines) == 2
