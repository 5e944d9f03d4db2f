"""What holds in every run, whatever happens in it."""

from __future__ import annotations

from typing import Final

from predictiontrader_catalog._runtime.resilience.connection_state import (
    CONNECTION_COUNTERS,
    ConnectionState,
)
from predictiontrader_catalog._runtime.resilience.description import (
    ConnectionPolicy,
    LimiterPolicy,
    ResilienceDescription,
)
from predictiontrader_catalog._runtime.resilience.effects import Effect, Record, Send
from predictiontrader_catalog._runtime.resilience.events import (
    Answer,
    PathUp,
    ResilienceEvent,
    Restart,
    Start,
    Submit,
    Timer,
)
from predictiontrader_catalog._runtime.resilience.limiter_state import (
    LIMITER_COUNTERS,
    LimiterState,
)
from predictiontrader_catalog.timelines import Run

__all__ = ["LONG_MS", "Invariants"]

_ARMED = {
    "waiting": "backoff",
    "dialing": "dial",
    "exhausted": "probe",
}
"""The timer that a connection has in a phase, so that it never stands still."""


LONG_MS: Final = 90 * 86_400_000
"""What a run has left when its connections are stopped ends long before that."""


class Invariants:
    """Looks at each event of a run."""

    def __init__(self, description: ResilienceDescription) -> None:
        """Begins.

        Args:
            description: The policies of the run.
        """
        self._connections = {one.scope: one for one in description.connections}
        self._limiters = {one.scope: one for one in description.limiters}
        self._before: dict[str, ConnectionState | LimiterState] = {}
        self._arrived: set[tuple[str, str]] = set()

    def __call__(self, run: Run, event: ResilienceEvent, effects: list[Effect]) -> None:
        """Looks at what came of an event.

        Raises:
            AssertionError: Something does not hold.
        """
        self._note_arrivals(event)
        for effect in effects:
            if isinstance(effect, Send):
                self._check_send(run, effect)
            elif isinstance(effect, Record):
                self._check_record(run, event, effect)
        machines = run.machines
        for scope, connection in machines.connections.items():
            if self._before.get(scope) is not connection:
                self._check_connection(self._connections[scope], connection)
        for scope, limiter in machines.limiters.items():
            if self._before.get(scope) is not limiter:
                self._check_limiter(self._limiters[scope], limiter, run.now_ms)
        self._check_gates(run)
        self._before = {**machines.connections, **machines.limiters}

    def end(self, run: Run) -> None:
        """Ends a run, and looks at what is left a long time later.

        Raises:
            AssertionError: A request has not ended.
        """
        for scope in run.machines.connections:
            run.step({"t": run.now_ms, "stop": scope})
        run.advance(run.now_ms + LONG_MS)
        for scope, limiter in run.machines.limiters.items():
            assert not limiter.requests, f"{scope}: requests never end"

    # Requests

    def _note_arrivals(self, event: ResilienceEvent) -> None:
        """Remembers what may have been carried out, until it is submitted anew."""
        if isinstance(event, Submit):
            self._arrived.discard((event.scope, event.id))
        elif isinstance(event, Answer):
            if event.outcome in ("failed", "broken"):
                self._note_arrival(event.scope, event.id, event.send, event.epoch)
        elif isinstance(event, Timer):
            if event.kind == "timeout" and event.id is not None:
                self._note_arrival(event.scope, event.id, event.serial, event.epoch)
        elif isinstance(event, Restart):
            self._arrived.clear()

    def _note_arrival(self, scope: str, id_: str, send: int, epoch: int) -> None:
        before = self._before.get(scope)
        if isinstance(before, LimiterState) and before.epoch == epoch:
            request = before.requests.get(id_)
            if request is None or request.safe or request.state != "flying":
                return
            if request.send == send:
                self._arrived.add((scope, id_))

    def _check_send(self, run: Run, send: Send) -> None:
        scope, state = send.scope, run.machines.limiters[send.scope]
        before = self._before.get(scope)
        until = before.until if isinstance(before, LimiterState) else 0
        assert run.now_ms >= until, f"{scope}: {send.id} is sent before {until}"
        assert send.sends <= self._limiters[scope].attempts, f"{send} is one too many"
        assert (scope, send.id) not in self._arrived, f"{send} may be there already"
        if state.phase == "probe":
            assert state.probe == send.id, f"{send} besides the probe"

    # Delays

    def _check_record(self, run: Run, event: ResilienceEvent, record: Record) -> None:
        if record.transition not in ("scheduled", "retrying", "blocked"):
            return
        assert record.scope is not None
        backoff, attempt = record.backoff_ms, record.attempt
        assert backoff is not None
        assert attempt is not None
        if record.transition == "scheduled":
            state = run.machines.connections[record.scope]
            policy = self._connections[record.scope]
            held = state.held_until - run.now_ms
            if isinstance(event, Start):
                assert backoff == held > 0
                return
            ceiling = _ceiling(policy.base_ms, policy.cap_ms, attempt)
            if isinstance(event, PathUp):
                ceiling = policy.base_ms
            _check_delay(record, backoff, ceiling, held if held > 0 else None)
            return
        limits = self._limiters[record.scope]
        hold = event.hold if isinstance(event, Answer) else None
        if record.transition == "blocked":
            assert backoff > 0, f"{record} is no block"
            return
        ceiling = _ceiling(limits.base_ms, limits.cap_ms, attempt - 1)
        if hold is None:
            _check_delay(record, backoff, ceiling, None)
        else:
            assert backoff >= ceiling // 2, f"{record} is below its floor"

    # States

    def _check_connection(
        self, policy: ConnectionPolicy, state: ConnectionState
    ) -> None:
        before = self._before.get(policy.scope)
        for name in CONNECTION_COUNTERS:
            if before is not None and name != "last_backoff":
                assert getattr(state, name) >= getattr(before, name), f"{name} falls"
        needed = _ARMED.get(state.phase)
        if state.phase == "live" and state.in_run:
            needed = "stable"
        assert needed is None or needed in state.timers, f"{state} stands still"
        assert state.phase != "idle" or not state.timers
        assert state.exhausted == (state.terminal is not None)
        assert not state.exhausted or state.in_run
        assert len(state.drops) <= policy.drops
        assert policy.attempts or not state.exhausted

    def _check_limiter(
        self, policy: LimiterPolicy, state: LimiterState, now: int
    ) -> None:
        before = self._before.get(policy.scope)
        for name in (*LIMITER_COUNTERS, "until", "generation"):
            if before is not None and name != "last_backoff":
                assert getattr(state, name) >= getattr(before, name), f"{name} falls"
        requests = state.requests.values()
        flying = [one for one in requests if one.state == "flying"]
        queued = [one for one in requests if one.state == "queued"]
        assert state.flying == len(flying) <= policy.concurrency
        for index, lane_queued in enumerate(state.queued):
            assert lane_queued == sum(one.lane == index for one in queued)
        assert 0 <= state.tokens <= policy.tokens
        assert (state.phase == "probe") == (state.probe is not None)
        assert not state.release or state.phase == "blocked"
        if state.phase == "open":
            assert not queued or state.flying == policy.concurrency, "nothing is sent"
        elif state.phase == "blocked" and queued:
            assert state.release, "nothing ends the block"
            assert state.until >= now, "the block has ended"
        elif state.phase == "parked":
            assert len(flying) == len(requests), "something waits in a parked limiter"
        waiting = [one for one in requests if one.state != "flying"]
        assert state.gate is None or not any(
            policy.lanes[one.lane].gated for one in waiting
        ), "something waits in a gated lane"

    def _check_gates(self, run: Run) -> None:
        machines = run.machines
        is_shut = any(
            machines.connections[scope].exhausted
            for scope, policy in self._connections.items()
            if policy.critical
        )
        for limiter in machines.limiters.values():
            assert (limiter.gate is not None) == is_shut


def _ceiling(base: int, cap: int, attempt: int) -> int:
    """By another way than the reducers'."""
    return cap if attempt > 64 else min(base * 2 ** (attempt - 1), cap)


def _check_delay(record: Record, backoff: int, ceiling: int, held: int | None) -> None:
    if held is not None and backoff == held:
        assert backoff >= ceiling // 2, f"{record} is below its floor"
        return
    assert ceiling // 2 <= backoff <= ceiling, f"{record}: {ceiling // 2} to {ceiling}"
