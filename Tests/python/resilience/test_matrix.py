"""Each row of the matrix: its timelines run, and give the logs written by hand.

The names of these tests carry the rows' IDs, by which `codebook matrix` finds them.
"""

# ruff: noqa: N802

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from predictiontrader_catalog._runtime.resilience.views import counters_of
from predictiontrader_catalog.timelines import Run, Timeline
from resilience.explorer import BOUND, explored
from resilience.invariants import Invariants
from resilience.replay import Trace
from resilience.support import (
    BACKFILL,
    FEED,
    ORDERS,
    description,
    golden,
    records,
    rows,
    runner,
    schema_findings,
)

_ROWS = rows()
_OF_REQUESTS = ("empty_bucket",)
"""Timelines in which the budget of requests is used up, not a connection's."""


def _of(row: str) -> pytest.MarkDecorator:
    """The row's timelines as a test's parameters."""
    found = _ROWS[row]
    return pytest.mark.parametrize("timeline", found, ids=[one.name for one in found])


def _named(row: str, name: str) -> Timeline:
    (found,) = (one for one in _ROWS[row] if one.name == name)
    return found


def _holds(row: str, timeline: Timeline) -> Run:
    """Runs a timeline, and holds it against its log and what it expects."""
    invariants = Invariants(description())
    run = runner().run(timeline, observer=invariants)
    assert run.findings == []
    assert b"".join(run.lines) == golden(row, timeline)
    assert schema_findings(run.lines) == []
    return run


def _with(run: Run, **members: Any) -> list[dict[str, Any]]:
    """The records that have these members."""
    return [one for one in records(run) if members.items() <= one.items()]


@_of("RR-01")
def test_RR_01_a_feed_that_breaks_off_comes_back(timeline: Timeline) -> None:
    run = _holds("RR-01", timeline)
    retries = _with(run, event="reconnect_scheduled")
    assert retries
    for record in retries:
        assert {"attempt", "backoff_ms", "correlation_id"} <= record.keys()
    assert run.machines.connections[FEED].retries == len(retries)


def test_RR_01_delays_are_the_golden_ones() -> None:
    run = _holds("RR-01", _named("RR-01", "golden_delays"))
    waits = [one["backoff_ms"] for one in _with(run, event="reconnect_scheduled")]
    assert waits[:7] == [429, 970, 1576, 3817, 5848, 9686, 19055]
    assert len({one["correlation_id"] for one in records(run)}) == 1


@_of("RR-02")
def test_RR_02_too_many_drops_warn_once(timeline: Timeline) -> None:
    run = _holds("RR-02", timeline)
    warnings = _with(run, error_code="PT-DATA-001")
    assert len(warnings) == (1 if timeline.name == "five_drops" else 0)


@_of("RR-03")
def test_RR_03_nothing_is_sent_before_until_then_one_probe(timeline: Timeline) -> None:
    # `Invariants` looks at each send.
    run = _holds("RR-03", timeline)
    assert (
        run.machines.limiters[ORDERS].limited or run.machines.limiters[BACKFILL].limited
    )


@_of("RR-04")
def test_RR_04_scopes_are_limited_by_themselves(timeline: Timeline) -> None:
    run = _holds("RR-04", timeline)
    assert run.machines.limiters[ORDERS].limited == 0


def test_RR_04_orders_go_the_same_way_with_and_without() -> None:
    """The order scope's trace is the same, to the byte."""
    limited = _orders(_named("RR-04", "limited_backfill"))
    assert limited == _orders(_named("RR-04", "quiet_backfill"))
    assert len(limited) > 10


def _orders(timeline: Timeline) -> list[str]:
    """What came of each event of the order scope, and that scope's records."""
    trace = Trace()
    run = runner().run(timeline, observer=trace)
    found = []
    for text in trace.events:
        event = json.loads(text)
        own = [one for one in event["effects"] if one["scope"] == ORDERS]
        state = event["state"]["limiters"][ORDERS]
        found.append(json.dumps([event["t"], own, state, event["queues"][ORDERS]]))
    # Events of other scopes leave it as it was, whenever they are.
    changes = [
        text
        for before, text in zip(["", *found], found, strict=False)
        if json.loads(text)[1] or before == ""
    ]
    lines = [line.decode() for line in run.lines]
    return [*changes[1:], *(line for line in lines if f'"{ORDERS}"' in line)]


@_of("RR-05")
def test_RR_05_an_outage_is_told_once_and_ends_by_itself(timeline: Timeline) -> None:
    run = _holds("RR-05", timeline)
    told = _with(run, event="network_unreachable", error_code="PT-NET-001")
    assert (
        len(told)
        == run.machines.outage_run
        == len(_with(run, event="network_recovered"))
    )
    assert not run.machines.outage
    assert run.machines.epoch == 1


def test_RR_05_a_path_that_is_up_again_is_one_jittered_dial() -> None:
    timeline = _named("RR-05", "path_down")
    run = _holds("RR-05", timeline)
    ups = [step["t"] for step in timeline.steps if step.get("path") == "up"]
    dials = [time for time in run.dials[FEED] if time > ups[0]]
    assert len(dials) == 1
    assert 250 <= dials[0] - ups[-1] <= 500


@_of("RR-06")
def test_RR_06_a_restart_throws_away_what_was_before(timeline: Timeline) -> None:
    run = _holds("RR-06", timeline)
    stale = _with(run, event="stale_retry_discarded")
    counters = counters_of(run.machines).values()
    assert len(stale) == sum(scope["stales"] for scope in counters)


@_of("RR-07")
def test_RR_07_orders_and_reconnects_go_their_own_ways(timeline: Timeline) -> None:
    run = _holds("RR-07", timeline)
    assert run.machines.limiters[ORDERS].requests == {}


def test_RR_07_orders_drain_in_every_interleaving() -> None:
    found = explored()
    assert found.stuck == []
    assert found.longest_ms <= BOUND.wait_ms
    assert found.states == BOUND.states


@_of("RR-08")
def test_RR_08_a_budget_that_is_used_up_is_told_once(timeline: Timeline) -> None:
    run = _holds("RR-08", timeline)
    told = _with(run, event="retry_budget_exhausted")
    assert len(told) == (0 if timeline.name in _OF_REQUESTS else 1)
    for terminal in told:
        assert terminal["error_code"] in ("PT-NET-001", "PT-DATA-001")
    for failure in _with(run, level="ERROR"):
        assert failure["details"]["operator_message"]


@pytest.mark.parametrize("row", _ROWS)
def test_a_golden_log_tells_its_timeline_from_another_seed(row: str) -> None:
    """What is compared depends on the draws."""
    timeline = _ROWS[row][0]
    other = runner().run(replace(timeline, seed=timeline.seed + 1))
    assert b"".join(other.lines) != golden(row, timeline)
