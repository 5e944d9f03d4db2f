"""Random timelines: what must hold does, and Swift does as Python does."""

from __future__ import annotations

import json
import os
import random
from collections import deque
from collections.abc import Iterator
from typing import Any

from predictiontrader_catalog import timelines
from predictiontrader_catalog._runtime.resilience.description import (
    ResilienceDescription,
)
from predictiontrader_catalog.events import LOGGER
from predictiontrader_catalog.timelines import Timeline, TimelineError, TimelineRunner
from resilience.invariants import Invariants
from resilience.random_policies import random_resilience
from resilience.random_timelines import RandomTimelines
from resilience.replay import SwiftReplay, Trace, replay, request, swift_replay
from resilience.shrinking import shrunk
from resilience.support import SEED, scenarios

_TIMELINES = int(os.environ.get("CODEBOOK_RANDOM_TIMELINES", "5000"))
"""How many are compared; more in longer runs."""

_POLICIES = 50
_STEPS = 8
_MANY_STEPS = 30
"""What a tenth of them may have."""

_MOST_EVENTS = 5000
_AHEAD = 4
"""How many Swift works on while Python does."""


class _Case:
    """A timeline and the policies that it is run by."""

    def __init__(
        self, resilience: dict[str, Any], runner: TimelineRunner, timeline: Timeline
    ) -> None:
        self.resilience = resilience
        self.runner = runner
        self.timeline = timeline

    def request(self, timeline: Timeline | None = None) -> str:
        return request(
            self.resilience, scenarios()["services"], timeline or self.timeline
        )

    def story(self, timeline: Timeline) -> str:
        """A timeline as a catalog has it, and the policies."""
        return f"{timeline.text()}by {json.dumps(self.resilience)}"


def _cases(seed: int, count: int) -> Iterator[_Case]:
    pick = random.Random(seed)
    runners = []
    for number in range(_POLICIES):
        shipped = scenarios()["resilience"]
        resilience = random_resilience(pick, shipped) if number else shipped
        read = timelines.read_description(resilience)
        runners.append((resilience, _runner(read)))
    for number in range(count):
        resilience, runner = runners[number % _POLICIES]
        # Logs are made for each seed, and take longer than a run.
        own = number % _POLICIES * 0x9E3779B97F4A7C15 % 2**64
        most = _STEPS if pick.random() < 0.9 else _MANY_STEPS
        made = RandomTimelines(pick, runner).timeline(own, most)
        yield _Case(resilience, runner, made)


def _runner(description: ResilienceDescription) -> TimelineRunner:
    """What does not go on for ever where a shrinker leaves the end out."""
    catalog, services = LOGGER.description, scenarios()["services"]
    return TimelineRunner(description, catalog, services, most_events=_MOST_EVENTS)


def _check(runner: TimelineRunner, timeline: Timeline) -> str:
    """Runs a timeline, and looks at what must hold."""
    trace, invariants = Trace(), Invariants(runner.description)

    def observe(*given: Any) -> None:
        trace(*given)
        invariants(*given)

    run = runner.run(timeline, observer=observe)
    line = trace.line(run)
    invariants.end(run)
    assert run.findings == []
    return line


def _breaks(runner: TimelineRunner, timeline: Timeline) -> bool:
    try:
        _check(runner, timeline)
    except TimelineError:
        return False
    except AssertionError:
        return True
    return False


def _checked(case: _Case) -> str:
    """What comes of a timeline; where it breaks what must hold, a small one is told."""
    try:
        return _check(case.runner, case.timeline)
    except AssertionError:
        small = shrunk(case.timeline, lambda one: _breaks(case.runner, one))
    try:
        return _check(case.runner, small)
    except AssertionError as error:
        raise AssertionError(f"{error}\n{case.story(small)}") from error


def test_invariants_hold() -> None:
    for case in _cases(SEED + 1, _TIMELINES // 5):
        _checked(case)


def test_swift_and_python_do_the_same() -> None:
    with SwiftReplay(swift_replay()) as swift:
        waiting: deque[_Case] = deque()
        for case in _cases(SEED, _TIMELINES):
            swift.send(case.request())
            waiting.append(case)
            if len(waiting) > _AHEAD:
                _compare(waiting.popleft(), swift, waiting)
        while waiting:
            _compare(waiting.popleft(), swift, waiting)


def _compare(case: _Case, swift: SwiftReplay, waiting: deque[_Case]) -> None:
    theirs = swift.receive()
    if theirs == _checked(case):
        return
    for _ in waiting:
        swift.receive()

    def differs(timeline: Timeline) -> bool:
        try:
            ours = replay(case.runner, timeline)
        except TimelineError:
            return False
        return swift.ask(case.request(timeline)) != ours

    small = shrunk(case.timeline, differs)
    ours = json.loads(replay(case.runner, small))
    other = json.loads(swift.ask(case.request(small)))
    raise AssertionError(f"{_difference(ours, other)}\n{case.story(small)}")


def _difference(ours: Any, theirs: Any, path: str = "") -> str:
    """The first place where two answers are not the same."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in sorted({*ours, *theirs}):
            if ours.get(name) != theirs.get(name):
                at = f"{path}.{name}"
                return _difference(ours.get(name), theirs.get(name), at)
    if isinstance(ours, list) and isinstance(theirs, list):
        for place, (mine, other) in enumerate(zip(ours, theirs, strict=False)):
            if mine != other:
                return _difference(mine, other, f"{path}[{place}]")
        return f"{path}: Python has {ours[len(theirs) :]}, Swift {theirs[len(ours) :]}"
    return f"{path}: Python has {ours}, Swift {theirs}"
