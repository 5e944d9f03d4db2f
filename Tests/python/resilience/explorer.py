"""All interleavings of RR-07's events, up to a bound (docs/resilience-semantics.md).

A model has one connection and one limiter. From its beginning, all that can happen next
is tried, one after the other, until nothing new comes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from predictiontrader_catalog._runtime.resilience.description import (
    LanePolicy,
    NetworkPolicy,
    ResilienceDescription,
)
from predictiontrader_catalog._runtime.resilience.effects import Arm, Disarm
from predictiontrader_catalog._runtime.resilience.events import (
    Answer,
    Failed,
    Message,
    Opened,
    Outcome,
    ResilienceEvent,
    Start,
    Submit,
    Timer,
)
from predictiontrader_catalog._runtime.resilience.json_forms import state_json
from predictiontrader_catalog._runtime.resilience.machines import Machines
from resilience.support import FEED, ORDERS, connection, limiter

__all__ = ["BOUND", "Exploration", "explored"]


class _Bound(NamedTuple):
    states: int
    """How many states there are, in each language."""

    wait_ms: int
    """How long a request that was taken may wait at most."""


BOUND: Final = _Bound(states=12_427, wait_ms=8)

_SEED: Final = 42
_END_MS: Final = 2
"""No timer fires later."""

_BUDGETS: Final = {"limited": 2, "broken": 1, "opened": 1, "closed": 1}
"""How often each of these may happen."""

_REQUESTS: Final = (
    ("o1", "orders", False),
    ("o2", "orders", False),
    ("c1", "cancels", True),
)
"""What is submitted, once each, in this order."""

_DESCRIPTION: Final = ResilienceDescription(
    NetworkPolicy("network", "PT-NET-001"),
    connections=(
        connection(base_ms=2, cap_ms=4, stable_ms=4, dial_ms=3, drops=2, window_ms=100),
    ),
    limiters=(
        limiter(
            base_ms=2,
            cap_ms=4,
            stable_ms=4,
            attempts=4,
            timeout_ms=5,
            concurrency=2,
            lanes=(LanePolicy("cancels", 2, 2), LanePolicy("orders", 2, 1, True)),
        ),
    ),
)


@dataclass
class Exploration:
    """What was found."""

    states: int = 0
    """How many states there are."""

    longest_ms: int = 0
    """How long a request takes at most from here, once all is answered."""

    stuck: list[str] = field(default_factory=list)
    """States in which a request waits for nothing."""


class _Node(NamedTuple):
    """A state of the model."""

    machines: Machines
    now: int
    timers: tuple[Arm, ...]
    """Those that are armed, in the order in which they fire."""

    submitted: int
    left: tuple[int, ...]
    """How often each of the budgets' may still happen."""

    def key(self) -> tuple[object, ...]:
        """What tells it from others."""
        return (
            state_json(self.machines),
            self.now,
            self.timers,
            self.submitted,
            self.left,
        )


def explored() -> Exploration:
    """Goes through all states."""
    found = Exploration()
    machines = Machines(_DESCRIPTION, _SEED)
    first = _Node(machines, 0, (), 0, tuple(_BUDGETS.values()))
    waiting = [_after(first, Start(FEED))]
    known = {waiting[0].key()}
    while waiting:
        node = waiting.pop()
        found.states += 1
        _drain(node, found)
        for following in _following(node):
            key = following.key()
            if key not in known:
                known.add(key)
                waiting.append(following)
    return found


def _following(node: _Node) -> Iterator[_Node]:
    """What can happen next."""
    if node.submitted < len(_REQUESTS):
        id_, lane, safe = _REQUESTS[node.submitted]
        submitted = node._replace(submitted=node.submitted + 1)
        yield _after(submitted, Submit(ORDERS, id_, lane, safe))
    for id_, request in node.machines.limiters[ORDERS].requests.items():
        if request.state == "flying":
            yield _after(node, _answer(id_, request.send, "succeeded"))
            for outcome in ("limited", "broken"):
                yield from _spend(node, outcome, _answer(id_, request.send, outcome))
    state = node.machines.connections[FEED]
    ticket = (FEED, state.epoch, state.serial)
    if state.phase == "dialing":
        yield from _spend(node, "opened", Opened(*ticket))
    if state.phase == "unstable":
        yield _after(node, Message(*ticket))
    if state.phase in ("dialing", "unstable", "live"):
        yield from _spend(node, "closed", Failed(*ticket, "closed"))
    if node.timers and node.timers[0].due <= _END_MS:
        yield _fired(node)


def _spend(node: _Node, name: str, event: ResilienceEvent) -> Iterator[_Node]:
    """What comes of an event that may happen so often."""
    place = [*_BUDGETS].index(name)
    left = node.left
    if left[place]:
        less = (*left[:place], left[place] - 1, *left[place + 1 :])
        yield _after(node._replace(left=less), event)


def _answer(id_: str, send: int, outcome: Outcome) -> Answer:
    return Answer(ORDERS, 1, id_, send, outcome)


def _fired(node: _Node) -> _Node:
    """The next timer fires."""
    arm, *rest = node.timers
    event = Timer(arm.scope, arm.kind, arm.id, arm.epoch, arm.serial)
    return _after(node._replace(now=arm.due, timers=tuple(rest)), event)


def _after(node: _Node, event: ResilienceEvent) -> _Node:
    machines, timers = node.machines.copy(), [*node.timers]
    for effect in machines.handle(event, node.now):
        if isinstance(effect, (Arm, Disarm)):
            name = (effect.scope, effect.kind, effect.id, effect.epoch)
            timers = [one for one in timers if tuple(one[:4]) != name]
        if isinstance(effect, Arm):
            timers.append(effect)
    # Those of one time fire in the order in which they were armed.
    timers.sort(key=lambda one: one.due)
    return node._replace(machines=machines, timers=tuple(timers))


def _drain(node: _Node, found: Exploration) -> None:
    """From here all is answered at once: requests end, and soon."""
    begin = node.now
    while node.machines.limiters[ORDERS].requests:
        flying = [
            (id_, request.send)
            for id_, request in node.machines.limiters[ORDERS].requests.items()
            if request.state == "flying"
        ]
        if flying:
            node = _after(node, _answer(*flying[0], "succeeded"))
        elif any(one.scope == ORDERS for one in node.timers):
            node = _fired(node)
        else:
            found.stuck.append(state_json(node.machines))
            return
    found.longest_ms = max(found.longest_ms, node.now - begin)
