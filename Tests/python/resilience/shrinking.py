"""A small timeline that fails as a large one does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from predictiontrader_catalog.timelines import Step, Timeline

__all__ = ["shrunk"]

_OPTIONAL = ("date", "retry_after", "epoch", "serial", "send", "safe")
_ROUND_MS = (0, 1, 10, 100, 1000, 10_000)

_Fails = Callable[[Timeline], bool]


def shrunk(timeline: Timeline, fails: _Fails) -> Timeline:
    """The timeline without what it does not need to fail.

    Args:
        timeline: One that fails.
        fails: Whether a timeline does. One that cannot be run does not.
    """

    def still(steps: Sequence[Step]) -> bool:
        return fails(replace(timeline, steps=tuple(steps)))

    steps = list(timeline.steps)
    before: list[Step] = []
    while steps != before:
        before = list(steps)
        steps = _without_steps(steps, still)
        steps = _without_members(steps, still)
        steps = _closer(steps, still)
    return replace(timeline, steps=tuple(steps))


_Still = Callable[[Sequence[Step]], bool]


def _without_steps(steps: list[Step], still: _Still) -> list[Step]:
    """Leaves steps out, many at once as long as that works."""
    size = max(len(steps) // 2, 1)
    while size:
        at = 0
        while at < len(steps):
            fewer = steps[:at] + steps[at + size :]
            if still(fewer):
                steps = fewer
            else:
                at += size
        size //= 2
    return steps


def _without_members(steps: list[Step], still: _Still) -> list[Step]:
    """Leaves members out that a step need not have."""
    for at in range(len(steps)):
        for name in _OPTIONAL:
            if name in steps[at]:
                less = {key: item for key, item in steps[at].items() if key != name}
                simpler = [*steps[:at], less, *steps[at + 1 :]]
                if still(simpler):
                    steps = simpler
    return steps


def _closer(steps: list[Step], still: _Still) -> list[Step]:
    """Moves steps, and all that come after them, to earlier times."""
    for at in range(len(steps)):
        previous = steps[at - 1]["t"] if at else 0
        gap = steps[at]["t"] - previous
        for less in _ROUND_MS:
            if less >= gap:
                break
            moved = [
                {**step, "t": step["t"] - gap + less} if place >= at else step
                for place, step in enumerate(steps)
            ]
            if still(moved):
                steps = moved
                break
    return steps
