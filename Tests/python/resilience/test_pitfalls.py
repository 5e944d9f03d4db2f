"""What retries are known to get wrong elsewhere: each has its test here."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import pytest
from predictiontrader_catalog._runtime.resilience.connection import reduce_connection
from predictiontrader_catalog._runtime.resilience.connection_state import (
    ConnectionState,
)
from predictiontrader_catalog._runtime.resilience.description import (
    ConnectionPolicy,
    LimiterPolicy,
    NetworkPolicy,
    ResilienceDescription,
)
from predictiontrader_catalog._runtime.resilience.draws import delay, draw
from predictiontrader_catalog._runtime.resilience.effects import Dial, Effect, Finish
from predictiontrader_catalog._runtime.resilience.events import (
    Answer,
    Failed,
    Opened,
    Restart,
    Start,
    Stop,
    Submit,
    Timer,
)
from predictiontrader_catalog._runtime.resilience.limiter import reduce_limiter
from predictiontrader_catalog._runtime.resilience.limiter_state import LimiterState
from predictiontrader_catalog._runtime.resilience.machines import Machines
from predictiontrader_catalog._runtime.resilience.timelines.steps import StepReader
from predictiontrader_catalog.timelines import Run, Timeline, TimelineRunner
from resilience.support import FEED, ORDERS, connection, limiter

_WALL_MS = 1_767_982_020_000
_HOUR_MS = 3_600_000


def _description(
    connections: Sequence[ConnectionPolicy] = (), limiters: Sequence[LimiterPolicy] = ()
) -> ResilienceDescription:
    network = NetworkPolicy("network", "PT-NET-001")
    return ResilienceDescription(network, {}, tuple(connections), tuple(limiters))


def _run(description: ResilienceDescription, *steps: dict[str, Any]) -> Run:
    return TimelineRunner(description).run(Timeline(steps))


@pytest.mark.parametrize("attempt", [62, 63, 64, 65, 1025, 2**31, 2**63])
@pytest.mark.parametrize(("base", "cap"), [(2, 2), (500, 30_000), (3, 604_800_000)])
def test_no_exponent_overflows(attempt: int, base: int, cap: int) -> None:
    for number in range(50):
        wait = delay(base, cap, attempt, number, f"{FEED}|1|{attempt}")
        assert cap // 2 <= wait <= cap


@pytest.mark.parametrize("attempt", range(1, 70))
def test_no_delay_is_below_its_floor_or_above_its_ceiling(attempt: int) -> None:
    ceiling = min(500 * 2 ** (attempt - 1), 30_000)
    waits = {delay(500, 30_000, attempt, seed, "ws|1|1") for seed in range(300)}
    assert ceiling // 2 <= min(waits) < max(waits) <= ceiling
    assert len(waits) > 80


def test_draws_are_those_of_splitmix64_and_fnv1a() -> None:
    # Published: FNV-1a-64 of nothing and of `a`; SplitMix64's first output of 0.
    empty, letter = 0xCBF29CE484222325, 0xAF63DC4C8601EC8C
    assert draw(empty, "") == draw(letter, "a") == 0xE220A8397B1DCDAF


def test_a_feed_that_opens_and_dies_waits_longer_each_time() -> None:
    description = _description([connection(idle_ms=0)])
    run = TimelineRunner(description).begin(42)
    run.step({"t": 0, "start": FEED})
    waits = []
    for _ in range(7):
        state = run.machines.connections[FEED]
        due = state.timers.get("backoff", run.now_ms - 1) + 1
        run.step({"t": max(run.now_ms, due), "opened": FEED})
        run.step({"t": run.now_ms + 10, "message": FEED})
        run.step({"t": run.now_ms + 10, "failed": FEED, "cause": "closed"})
        waits.append(run.machines.connections[FEED].last_backoff)
    assert waits == [429, 970, 1576, 3817, 5848, 9686, 19055]


def test_a_clock_that_is_set_changes_nothing() -> None:
    """Seconds, and dates of responses that have a `Date`, need no wall clock."""
    machines = Machines(_description([], [limiter()]), 42)
    date = {"date": "Fri, 09 Jan 2026 18:07:00 GMT"}
    asked: list[dict[str, Any]] = [
        {"retry_after": "30"},
        {"retry_after": "Fri, 09 Jan 2026 18:07:30 GMT", **date},
        {"retry_after": "Friday, 09-Jan-26 18:07:30 GMT", **date},
    ]
    for members in asked:
        step = {"answer": "o1", "status": 429, **members}
        reader = StepReader(machines)
        found = [
            reader.event(step, _WALL_MS + change) for change in (-_HOUR_MS, 0, _HOUR_MS)
        ]
        assert found[0] == found[1] == found[2]
        assert isinstance(found[0], Answer)
        assert found[0].hold == 30_000


def test_what_is_stopped_while_it_waits_never_dials_again() -> None:
    policy = connection()
    machines = Machines(_description([policy]), 42)
    machines.handle(Start(FEED), 0)
    machines.handle(Failed(FEED, 1, 1, "closed"), 100)
    assert machines.connections[FEED].phase == "waiting"
    machines.handle(Stop(FEED), 200)
    late = machines.handle(Timer(FEED, "backoff", None, 1, 2), 529)
    assert not any(isinstance(effect, Dial) for effect in late)
    assert machines.connections[FEED].phase == "idle"
    assert machines.connections[FEED].stales == 1


def test_a_callback_of_an_earlier_epoch_changes_nothing() -> None:
    run = _run(
        _description([connection()]),
        {"t": 0, "start": FEED},
        {"t": 10, "restart": 2},
        {"t": 20, "start": FEED},
        {"t": 30, "opened": FEED},
        {"t": 40, "message": FEED},
    )
    live = run.machines.connections[FEED]
    run.step({"t": 50, "failed": FEED, "cause": "closed", "epoch": 1, "serial": 1})
    after = run.machines.connections[FEED]
    assert (after.phase, after.timers, after.drop_count) == ("live", live.timers, 0)
    assert after.stales == 1


def test_an_empty_bucket_refills_with_what_succeeds() -> None:
    policy = limiter(tokens=14, attempts=4, concurrency=1)
    run = _run(_description([], [policy]))
    run.step({"t": 0, "submit": "a", "scope": ORDERS, "safe": True})
    run.step({"t": 1, "answer": "a", "status": 503})
    assert run.machines.limiters[ORDERS].tokens == 0
    run.step({"t": 1000, "answer": "a", "status": 503})
    assert run.machines.limiters[ORDERS].requests["a"].state == "failing"
    run.step({"t": 5000, "submit": "b", "scope": ORDERS, "safe": True})
    assert run.machines.limiters[ORDERS].failed == 1
    run.step({"t": 5001, "answer": "b", "status": 200})
    assert run.machines.limiters[ORDERS].tokens == 1
    for number in range(20):
        run.step({"t": 5002, "submit": f"c{number}", "scope": ORDERS, "safe": True})
        run.step({"t": 5002, "answer": f"c{number}", "status": 200})
    assert run.machines.limiters[ORDERS].tokens == 14
    run.step({"t": 6000, "submit": "d", "scope": ORDERS, "safe": True})
    run.step({"t": 6001, "answer": "d", "status": 503})
    run.step({"t": 9000, "answer": "d", "status": 200})
    # What the retry cost comes back.
    assert run.machines.limiters[ORDERS].tokens == 14
    assert run.machines.limiters[ORDERS].retried == 2


def test_no_number_of_restarts_gets_around_a_hold() -> None:
    machines = Machines(_description([connection()]), 42)
    machines.handle(Start(FEED), 0)
    machines.handle(Failed(FEED, 1, 1, "rate_limited", 60_000), 100)
    until = machines.connections[FEED].held_until
    assert until >= 60_100
    for epoch in range(2, 50):
        now = 100 + epoch * 1000
        effects = machines.handle(Restart(epoch), now)
        effects += machines.handle(Start(FEED), now)
        assert not any(isinstance(effect, Dial) for effect in effects)
        assert machines.connections[FEED].timers == {"backoff": until}


def test_a_thousand_seeds_spread_their_dials() -> None:
    """However many clients lose the same feed at once, they come back one by one."""
    policy = connection()
    for attempt, most in ((1, 450), (3, 160), (6, 30)):
        times = sorted(
            delay(policy.base_ms, policy.cap_ms, attempt, seed, f"{FEED}|1|{attempt}")
            for seed in range(1000)
        )
        busiest = max(
            sum(begin <= time < begin + 100 for time in times) for begin in times
        )
        assert busiest <= most, f"attempt {attempt}: {busiest} dials in 100 ms"


@pytest.mark.parametrize("how", ["timeout", "broken", 500, 503, "restart", "cancel"])
def test_an_order_that_may_have_arrived_is_never_sent_again(how: str | int) -> None:
    run = _run(_description([], [limiter()]))
    run.step({"t": 0, "submit": "o1", "scope": ORDERS})
    if how == "restart":
        run.step({"t": 5, "restart": 2})
    elif how == "cancel":
        run.step({"t": 5, "cancel": "o1"})
    elif how != "timeout":
        run.step({"t": 5, "answer": "o1", "status": how})
    run.advance(10_000_000)
    assert run.sends[ORDERS] == [[0, "o1"]]
    assert run.machines.limiters[ORDERS].unknown == 1


@pytest.mark.parametrize("status", [429, "unsent"])
def test_an_order_that_did_not_arrive_is_sent_again(status: str | int) -> None:
    run = _run(
        _description([], [limiter()]),
        {"t": 0, "submit": "o1", "scope": ORDERS},
        {"t": 5, "answer": "o1", "status": status},
        {"t": 1000, "answer": "o1", "status": 200},
    )
    assert [id_ for _, id_ in run.sends[ORDERS]] == ["o1", "o1"]
    assert run.machines.limiters[ORDERS].succeeded == 1


def test_reducers_leave_what_they_are_given_as_it_is() -> None:
    """A state is a value: who holds one sees no later event in it."""
    policy, limits = connection(), limiter()
    state, kept = ConnectionState(1), ConnectionState(1)
    state, _ = reduce_connection(state, Start(FEED), policy, 42, 0)
    assert ConnectionState(1) == kept
    before = copy.deepcopy(state)
    opened, _ = reduce_connection(state, Opened(FEED, 1, 1), policy, 42, 10)
    assert state == before != opened
    waiting = LimiterState.initial(limits, 1)
    untouched = copy.deepcopy(waiting)
    event = Submit(ORDERS, "o1", "requests")
    flying, effects = reduce_limiter(waiting, event, limits, 42, 0)
    assert waiting == untouched != flying
    again, more = reduce_limiter(waiting, event, limits, 42, 0)
    assert (again, more) == (flying, effects)


def test_two_with_one_name_are_told_apart() -> None:
    """The second is rejected, and the first goes on."""
    machines = Machines(_description([], [limiter()]), 42)
    machines.handle(Submit(ORDERS, "o1", "requests"), 0)
    effects: list[Effect] = machines.handle(Submit(ORDERS, "o1", "requests"), 1)
    assert Finish(ORDERS, "o1", "rejected", "duplicate") in effects
    assert machines.limiters[ORDERS].requests["o1"].state == "flying"
