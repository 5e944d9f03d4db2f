"""Names of components, events and loggers that hold a secret."""

from __future__ import annotations

import json

from runtime.redaction.planted import PASSWORD, TOKEN, assert_hidden
from runtime.redaction.sample import Logged


def test_an_event_and_a_component(logged: Logged) -> None:
    for _ in range(3):
        logged.logger.record(
            "INFO", component=TOKEN, event=f"token={PASSWORD}", message="m"
        )
    for line in logged.sink.lines:
        record = json.loads(line)
        assert record["component"] == record["event"] == "redacted"
        assert_hidden(line, TOKEN.lower(), PASSWORD.lower())


def test_names_without_a_secret(logged: Logged) -> None:
    for _ in range(3):
        logged.logger.record(
            "INFO", component="Some.Lib", event="Well done", message=""
        )
    for line in logged.sink.lines:
        record = json.loads(line)
        assert (record["component"], record["event"]) == ("some_lib", "well_done")


def test_a_level_of_a_component_that_is_a_secret(logged: Logged) -> None:
    logged.logger.set_level("ERROR", TOKEN)
    logged.logger.record("INFO", component=TOKEN, event="e", message="m")
    assert not logged.sink.lines
