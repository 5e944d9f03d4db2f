"""The golden logs by themselves: what they promise, without any reducer."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

REPOSITORY = Path(__file__).resolve().parents[3]
GOLDENS = REPOSITORY / "Tests/Goldens/resilience"
GENERATED = REPOSITORY / "Generated"

Record = dict[str, Any]


@cache
def scenarios() -> dict[str, dict[str, Any]]:
    """The rows of the matrix by their IDs."""
    text = (GENERATED / "conformance/scenarios.json").read_text(encoding="utf-8")
    return {row["id"]: row for row in json.loads(text)["scenarios"]}


@cache
def validator() -> Draft202012Validator:
    """The schema that every record is held against."""
    path = GENERATED / "schema/log-record.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of one golden log."""
    text = (GOLDENS / f"{name}.jsonl").read_text(encoding="utf-8")
    assert text.endswith("\n") or not text
    return tuple(text.split("\n")[:-1])


def records(name: str) -> list[Record]:
    """The records of one golden log."""
    return [json.loads(line) for line in lines(name)]


def milliseconds(record: Record) -> int:
    """The time of a record on the timeline's clock."""
    begin = datetime.fromisoformat("2026-01-09T18:07:00+00:00")
    passed = datetime.fromisoformat(record["ts"].replace("Z", "+00:00")) - begin
    return round(passed.total_seconds() * 1000)


def named(name: str, event: str) -> list[Record]:
    """The records of one event."""
    return [record for record in records(name) if record["event"] == event]


def names() -> list[str]:
    """Every golden log, without its suffix."""
    return sorted(path.name[: -len(".jsonl")] for path in GOLDENS.glob("*.jsonl"))


def test_each_timeline_has_its_log() -> None:
    """No log without its timeline, and no timeline without its log."""
    timelines = [
        f"{row}.{timeline['name']}"
        for row, scenario in scenarios().items()
        for timeline in scenario["timelines"]
    ]
    assert names() == sorted(timelines)


@pytest.mark.parametrize("name", names())
def test_schema_and_form(name: str) -> None:
    """Records are valid, compact, in order of time, and of one session."""
    assert lines(name)
    for line in lines(name):
        record = json.loads(line)
        validator().validate(record)
        compact = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        assert line == compact
    times = [milliseconds(record) for record in records(name)]
    assert times == sorted(times)
    assert len({record["session_id"] for record in records(name)}) == 1


def test_each_row_shows_its_errors_and_scopes() -> None:
    """The codes and scopes that a row names stand in its logs."""
    for row, scenario in scenarios().items():
        found = [
            record
            for timeline in scenario["timelines"]
            for record in records(f"{row}.{timeline['name']}")
        ]
        codes = {record.get("error_code") for record in found}
        scopes = {record.get("rate_limit_scope") for record in found}
        assert set(scenario["errors"]) <= codes, row
        assert set(scenario["scopes"]) <= scopes, row


def test_waits_are_the_golden_delays() -> None:
    """Seven waits, and every record has attempt, wait and correlation."""
    waits = named("RR-01.golden_delays", "reconnect_scheduled")
    delays = [record["backoff_ms"] for record in waits]
    assert delays == [429, 970, 1576, 3817, 5848, 9686, 19055]
    assert [record["attempt"] for record in waits] == list(range(1, 8))
    every = records("RR-01.golden_delays")
    assert len({record["correlation_id"] for record in every}) == 1
    assert every[-1]["event"] == "reconnected"


def test_drops_warn_once_or_not_at_all() -> None:
    """The fifth drop gives one PT-DATA-001, four give none."""
    codes = Counter(r.get("error_code") for r in records("RR-02.five_drops"))
    assert codes["PT-DATA-001"] == 1
    for name in ("RR-02.four_drops", "RR-02.stability_forgets"):
        assert not any("error_code" in record for record in records(name))


def test_backfill_leaves_orders_alone() -> None:
    """The order scope logs the same bytes with and without the other's 429s."""
    limited, quiet = (
        [line for line in lines(f"RR-04.{name}") if '"rest.orders"' in line]
        for name in ("limited_backfill", "quiet_backfill")
    )
    assert limited == quiet
    assert limited
    assert named("RR-04.limited_backfill", "rate_limited")
    assert not named("RR-04.quiet_backfill", "rate_limited")


@pytest.mark.parametrize("name", ["RR-05.outage", "RR-05.path_down"])
def test_an_outage_is_told_once(name: str) -> None:
    """One PT-NET-001, and its end under the same correlation."""
    codes = Counter(record.get("error_code") for record in records(name))
    assert codes["PT-NET-001"] == 1
    (begin,) = named(name, "network_unreachable")
    (end,) = named(name, "network_recovered")
    assert begin["correlation_id"] == end["correlation_id"]
    assert named(name, "reconnected")


def test_what_is_old_is_only_logged() -> None:
    """What is stale is of an epoch before, or of a dial before."""
    for name in ("engine_restart", "handshake_hold", "parent"):
        stale = named(f"RR-06.{name}", "stale_retry_discarded")
        assert stale
        assert all("error_code" not in record for record in stale)
    old = named("RR-06.engine_restart", "stale_retry_discarded")
    assert {record["details"]["stale_epoch"] for record in old} == {1}


@pytest.mark.parametrize(
    ("name", "code"), [("unreachable", "PT-NET-001"), ("does_not_hold", "PT-DATA-001")]
)
def test_a_budget_ends_once(name: str, code: str) -> None:
    """One terminal record with the code that tells what to look at."""
    (terminal,) = named(f"RR-08.{name}", "retry_budget_exhausted")
    assert terminal["level"] == "ERROR"
    assert terminal["error_code"] == code
    assert terminal["attempt"] == 20
    after = records(f"RR-08.{name}")
    after = after[after.index(terminal) + 1 :]
    assert not any(record["event"] == "reconnect_scheduled" for record in after)
    rejected = [record for record in after if record["event"] == "request_rejected"]
    assert {record["error_code"] for record in rejected} == {code}
    assert after[-1]["event"] == "degraded_mode_left"
