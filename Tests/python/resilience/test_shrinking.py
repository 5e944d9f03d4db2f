"""The shrinker finds what a fault needs, and prints it as a catalog has it."""

from __future__ import annotations

import random

import pytest
from predictiontrader_catalog._runtime.resilience.limiter import LimiterStep
from predictiontrader_catalog.events import LOGGER
from predictiontrader_catalog.timelines import (
    Run,
    Timeline,
    TimelineError,
    TimelineRunner,
)
from resilience.random_timelines import RandomTimelines
from resilience.replay import replay
from resilience.shrinking import shrunk
from resilience.support import SEED, description, runner, services

_TRIES = 200
_RUNNER = TimelineRunner(
    description(), LOGGER.description, services(), most_events=1000
)


def _plant(patch: pytest.MonkeyPatch) -> None:
    """A limiter that forgets a `Retry-After`."""
    right = LimiterStep._block

    def wrong(self: LimiterStep, id_: str, request: object, *rest: object) -> None:
        right(self, id_, request, None, rest[1])  # type: ignore[arg-type]

    patch.setattr(LimiterStep, "_block", wrong)


def _lines(timeline: Timeline, *, planted: bool) -> str | None:
    """What comes of a timeline; `None` where it cannot be run."""
    with pytest.MonkeyPatch.context() as patch:
        if planted:
            _plant(patch)
        try:
            return replay(_RUNNER, timeline)
        except TimelineError:
            return None


def _differs(timeline: Timeline) -> bool:
    return _lines(timeline, planted=True) != _lines(timeline, planted=False)


def test_a_planted_fault_becomes_two_steps() -> None:
    pick = random.Random(SEED)
    made = RandomTimelines(pick, _RUNNER)
    long = next(
        timeline
        for timeline in (made.timeline(42, 60) for _ in range(_TRIES))
        if len(timeline.steps) > 30 and _differs(timeline)
    )
    small = shrunk(long, _differs)
    assert _differs(small)
    assert [next(name for name in step if name != "t") for step in small.steps] == [
        "submit",
        "answer",
    ]
    assert small.steps[1]["status"] == 429
    assert "retry_after" in small.steps[1]
    assert all(step["t"] == 0 for step in small.steps)


def test_it_prints_as_a_catalog_has_it() -> None:
    steps = (
        {"t": 0, "submit": "r1", "scope": "rest.orders", "lane": "orders"},
        {"t": 5, "answer": "r1", "status": 429, "retry_after": " 30\t"},
        {"t": 9, "expect": {"queues": {"rest.orders": {"orders": {"depth": 1}}}}},
    )
    text = Timeline(steps, 7, "found_by_chance", "A limiter is limited.").text()
    assert text == (
        "found_by_chance:\n"
        '  description: "A limiter is limited."\n'
        "  seed: 7\n"
        "  steps:\n"
        "    - {t: 0, submit: r1, scope: rest.orders, lane: orders}\n"
        '    - {t: 5, answer: r1, status: 429, retry_after: " 30\\t"}\n'
        "    - {t: 9, expect: {queues: {rest.orders: {orders: {depth: 1}}}}}\n"
    )


def test_what_cannot_be_left_out_stays() -> None:
    """A fault that needs two steps keeps both, whatever stands between them."""
    steps = tuple({"t": time, "start": f"s{time % 7}"} for time in range(100))

    def fails(timeline: Timeline) -> bool:
        starts = [step["start"] for step in timeline.steps]
        return "s3" in starts and "s5" in starts[starts.index("s3") :]

    small = shrunk(Timeline(steps), fails)
    assert [step["start"] for step in small.steps] == ["s3", "s5"]
    assert [step["t"] for step in small.steps] == [0, 0]


def test_the_steps_of_a_run_can_be_taken_one_by_one() -> None:
    run: Run = runner().begin(42)
    run.step({"t": 0, "start": "ws.market_data"})
    with pytest.raises(TimelineError, match="nothing happens"):
        run.step({"t": 1, "jump": "ws.market_data"})
    with pytest.raises(TimelineError, match="does not go back"):
        run.step({"t": 0, "stop": "ws.market_data"})
    with pytest.raises(TimelineError, match=r"no 'ws\.other'"):
        run.step({"t": 2, "start": "ws.other"})
