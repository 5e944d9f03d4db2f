"""Random timelines: they walk along with the reducers, so that what happens matters.

Some of it is stale, and some of it nonsense.
"""

from __future__ import annotations

import random
from typing import Any

from predictiontrader_catalog._runtime.resilience.connection_state import (
    ConnectionState,
)
from predictiontrader_catalog._runtime.resilience.limiter_state import LimiterState
from predictiontrader_catalog.timelines import Run, Timeline, TimelineRunner
from resilience.invariants import LONG_MS

__all__ = ["RandomTimelines"]

_CAUSES = ("closed", "stalled", "timeout", "unreachable", "refused", "rate_limited")
_STATUSES: tuple[int | str, ...] = (200, 204, 404, 429, 500, 503, "broken", "unsent")
_WEIGHTS = (6, 1, 1, 6, 2, 2, 2, 2)
_HOLDS = (
    "0",
    "1",
    "2",
    " 30\t",
    "604800",
    "604801",
    "99999999999999999999999",
    "-1",
    "1_000",
    "٣",
    "Fri, 09 Jan 2026 18:07:05 GMT",
    "Friday, 09-Jan-26 18:07:30 GMT",
    "Fri Jan  9 18:08:00 2026",
    "Fri, 30 Jan 2026 18:08:00 GMT",
    "Sat, 09 Jan 2026 18:07:05 GMT",
    "soon",
)
_DATES = (
    "Fri, 09 Jan 2026 18:07:00 GMT",
    "Fri, 09 Jan 2026 17:07:00 GMT",
    "yesterday",
)
_MOST_ROUNDS = 6
"""How often a connection may be dialed between two steps."""

_Step = dict[str, Any]


class RandomTimelines:
    """Timelines, the same for the same seed."""

    def __init__(self, pick: random.Random, runner: TimelineRunner) -> None:
        """Begins.

        Args:
            pick: Says which.
            runner: Has the policies.
        """
        self._pick = pick
        self._runner = runner

    def timeline(self, seed: int, most: int) -> Timeline:
        """The next one, which ends with all connections stopped.

        Args:
            seed: Its seed.
            most: How many steps it may have before it ends.
        """
        run = self._runner.begin(seed, logs=False)
        taken: list[_Step] = []
        for _ in range(self._pick.randint(1, most)):
            step = {"t": self._time(run), **self._happening(run)}
            run.step(step)
            taken.append(step)
        taken += self._end(run)
        return Timeline(taken, seed, "found_by_chance")

    def _end(self, run: Run) -> list[_Step]:
        """Stops what would go on for ever, and lets the rest come to its end."""
        scopes = run.machines.connections
        stops: list[_Step] = [{"t": run.now_ms, "stop": scope} for scope in scopes]
        return [*stops, {"t": run.now_ms + LONG_MS, "expect": {}}]

    def _time(self, run: Run) -> int:
        """The time of the next step: often just when something is due."""
        pick, now = self._pick, run.now_ms
        kind = pick.random()
        if kind < 0.25:
            return now
        most = now + self._patience(run)
        if kind < 0.6:
            machines = run.machines
            dues = [limiter.until for limiter in machines.limiters.values()]
            for connection in machines.connections.values():
                dues += connection.timers.values()
            dues = [due for due in dues if now <= due < most]
            if dues:
                return max(now, pick.choice(dues) + pick.choice((-1, 0, 0, 1)))
        return min(now + pick.choice((1, 10, 200, 1000, 6000, 40_000)), most)

    def _patience(self, run: Run) -> int:
        """How long may pass, so that nothing is dialed all too often."""
        busy = [
            policy
            for policy in self._runner.description.connections
            if run.machines.connections[policy.scope].phase != "idle"
        ]
        rounds = (one.base_ms // 2 + one.dial_ms for one in busy)
        return _MOST_ROUNDS * min(rounds, default=1_000_000)

    def _happening(self, run: Run) -> _Step:
        pick, machines = self._pick, run.machines
        kind = pick.random()
        if kind < 0.05:
            return {"path": pick.choice(("up", "down"))}
        if kind < 0.08:
            return {"restart": machines.epoch + pick.choice((0, 1, 1, 1, 2))}
        if kind < 0.45:
            return self._connection(*pick.choice([*machines.connections.items()]))
        return self._limiter(*pick.choice([*machines.limiters.items()]))

    def _connection(self, scope: str, state: ConnectionState) -> _Step:
        pick = self._pick
        if pick.random() < 0.1:
            return self._stale(scope, state)
        if state.phase == "idle":
            return {"start": scope}
        if pick.random() < 0.04:
            return {pick.choice(("stop", "start")): scope}
        if state.phase == "dialing" and pick.random() < 0.6:
            return {"opened": scope}
        if state.phase in ("unstable", "live") and pick.random() < 0.6:
            return {"message": scope}
        return self._failed(scope)

    def _stale(self, scope: str, state: ConnectionState) -> _Step:
        """A callback of another dial, or of another phase."""
        pick = self._pick
        kind = pick.choice(("opened", "message", "failed"))
        step: _Step = self._failed(scope) if kind == "failed" else {kind: scope}
        if pick.random() < 0.7:
            step["epoch"] = max(0, state.epoch + pick.choice((-1, 0, 0, 1)))
            step["serial"] = max(0, state.serial + pick.choice((-1, -1, 0, 1)))
        return step

    def _failed(self, scope: str) -> _Step:
        step = {"failed": scope, "cause": self._pick.choice(_CAUSES)}
        return self._held(step, 0.15)

    def _limiter(self, scope: str, state: LimiterState) -> _Step:
        pick = self._pick
        flying = [id_ for id_, one in state.requests.items() if one.state == "flying"]
        kind = pick.random()
        if state.phase == "parked" and kind < 0.2:
            return {"unpark": scope}
        if flying and kind < 0.5:
            return self._answer(scope, pick.choice(flying))
        if kind < 0.56:
            return {"cancel": self._some_id(state), "scope": scope}
        if kind < 0.6:
            return self._late(scope, state)
        return self._submit(scope)

    def _submit(self, scope: str) -> _Step:
        pick = self._pick
        lanes = [*self._runner.description.limiters]
        names = [lane.name for one in lanes if one.scope == scope for lane in one.lanes]
        if pick.random() < 0.02:
            names = ["nowhere"]
        return {
            "submit": f"r{pick.randint(1, 12)}",
            "scope": scope,
            "lane": pick.choice(names),
            "safe": pick.random() < 0.5,
        }

    def _answer(self, scope: str, id_: str) -> _Step:
        pick = self._pick
        (status,) = pick.choices(_STATUSES, _WEIGHTS)
        if pick.random() < 0.02:
            status = 418
        return self._held({"answer": id_, "scope": scope, "status": status}, 0.4)

    def _late(self, scope: str, state: LimiterState) -> _Step:
        """An answer that nothing waits for, most of the time."""
        pick = self._pick
        step = self._answer(scope, self._some_id(state))
        if pick.random() < 0.5:
            step["send"] = max(0, state.next_send + pick.choice((-2, -1, 0, 1)))
        if pick.random() < 0.3:
            step["epoch"] = max(0, state.epoch + pick.choice((-1, 0, 1)))
        return step

    def _some_id(self, state: LimiterState) -> str:
        known = [*state.requests]
        if known and self._pick.random() < 0.8:
            return self._pick.choice(known)
        return f"r{self._pick.randint(1, 12)}"

    def _held(self, step: _Step, share: float) -> _Step:
        """The step, where chance says so with a `Retry-After`."""
        pick = self._pick
        if step.get("status", 429) in (429, 500, 503) and pick.random() < share:
            step["retry_after"] = pick.choice(_HOLDS)
            if pick.random() < 0.3:
                step["date"] = pick.choice(_DATES)
        return step
