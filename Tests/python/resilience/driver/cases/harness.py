"""What the cases of the driver share. No case needs more than the standard library."""

from __future__ import annotations

import asyncio
import gc
import inspect
import warnings
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from predictiontrader_catalog import Service, log
from predictiontrader_catalog.resilience import (
    Answer,
    Carried,
    ConnectionPolicy,
    LanePolicy,
    LimiterPolicy,
    NetworkPolicy,
    RequestAttempt,
    ResilienceDescription,
    ResilienceRuntime,
)
from predictiontrader_catalog.timelines import VirtualClock

T = TypeVar("T")
E = TypeVar("E", bound=BaseException)
Case = Callable[[], Awaitable[None]]

FEED = "ws.market_data"
ORDERS = "rest.orders"
BOOK = "rest.market_data"
SEED = 42

DELAYS = (429, 970, 1576, 3817, 5848, 9686, 19_055)
"""What the seed gives for the feed's first attempts (docs/resilience-semantics.md)."""

EVENTS = {
    "scheduled": "reconnect_scheduled",
    "live": "reconnected",
    "degraded": "degraded_mode_entered",
    "recovered": "degraded_mode_left",
    "exhausted": "retry_budget_exhausted",
    "stale": "stale_retry_discarded",
    "unreachable": "network_unreachable",
    "reachable": "network_recovered",
    "blocked": "rate_limited",
    "released": "rate_limit_lifted",
    "parked": "rate_limit_parked",
    "retrying": "request_retry_scheduled",
    "throttled": "request_failed",
    "failed": "request_abandoned",
    "unknown": "request_outcome_unknown",
    "rejected": "request_rejected",
}


def feed(**changes: Any) -> ConnectionPolicy:
    """The policy of the feed, with changes."""
    policy: dict[str, Any] = {"idle_ms": 15_000, "drops": 5, "attempts": 20}
    return ConnectionPolicy(
        FEED,
        "ws_client",
        "PT-NET-001",
        "PT-DATA-001",
        critical=True,
        **(policy | changes),
    )


def orders(**changes: Any) -> LimiterPolicy:
    """The policy of orders, with changes."""
    lanes = (LanePolicy("cancels", 64, 3), LanePolicy("orders", 32, 1, gated=True))
    policy: dict[str, Any] = {"lanes": lanes, "venue": "exchange"}
    return LimiterPolicy(
        ORDERS, "rest_client", "PT-HTTP-429", "PT-NET-001", **(policy | changes)
    )


def book(**changes: Any) -> LimiterPolicy:
    """The policy of the other limiter of the same venue, with changes."""
    policy: dict[str, Any] = {"lanes": (LanePolicy("backfill"),), "venue": "exchange"}
    return LimiterPolicy(
        BOOK, "rest_client", "PT-HTTP-429", "PT-NET-001", **(policy | changes)
    )


def description(
    connection: ConnectionPolicy | None = None,
    limiter: LimiterPolicy | None = None,
) -> ResilienceDescription:
    """Policies of one connection and two limiters."""
    return ResilienceDescription(
        NetworkPolicy("network", "PT-NET-001"),
        EVENTS,
        (feed() if connection is None else connection,),
        (orders() if limiter is None else limiter, book()),
    )


class World:
    """A runtime on a virtual clock, and what it has written."""

    def __init__(
        self,
        policies: ResilienceDescription | None = None,
        *,
        epoch: int | None = None,
        carried: Carried | dict[str, Any] | None = None,
        **more: Any,
    ) -> None:
        """Makes a runtime."""
        self.clock = VirtualClock()
        self.reconciled: list[tuple[str, str]] = []
        self.runtime = ResilienceRuntime(
            description() if policies is None else policies,
            clock=self.clock,
            seed=SEED,
            epoch=epoch,
            carried=carried,
            **({"reconcile": self.reconcile} | more),
        )
        self.dials: list[int] = []
        self.sends: list[tuple[int, str, int]] = []

    @property
    def now(self) -> int:
        """The time."""
        return self.clock.now_ms()

    def status(self) -> tuple[str, tuple[str, ...], str]:
        """What a user sees."""
        return self.runtime.status

    @property
    def timers(self) -> int:
        """How many timers are armed."""
        return len(self.runtime._engine.timers)

    def phase(self, scope: str) -> str:
        """Where a machine is."""
        machines = self.runtime._engine.machines
        if scope in machines.connections:
            return machines.connections[scope].phase
        return machines.limiters[scope].phase

    async def reconcile(self, scope: str, id_: str) -> None:
        """Remembers what is to be found out."""
        self.reconciled.append((scope, id_))

    async def failing(self, limit: int = 10**9) -> None:
        """Dials a feed that nobody can reach, and remembers when."""
        async for attempt in self.runtime.reconnecting(FEED):
            self.dials.append(self.now)
            if len(self.dials) == limit:
                break
            async with attempt:
                raise ConnectionRefusedError

    async def stay(self, until: asyncio.Event | None = None) -> None:
        """Keeps a feed that is good as long as nobody ends it."""
        async for attempt in self.runtime.reconnecting(FEED):
            self.dials.append(self.now)
            async with attempt:
                attempt.opened()
                attempt.received()
                await (until or asyncio.Event()).wait()

    def answering(
        self, *statuses: int | Exception, retry_after: str | None = None
    ) -> Callable[[RequestAttempt], Awaitable[Answer[str]]]:
        """A body that gets these answers, one a send; the last for ever."""
        left = list(statuses)

        async def body(attempt: RequestAttempt) -> Answer[str]:
            self.sends.append((self.now, attempt.id, attempt.number))
            status = left.pop(0) if len(left) > 1 else left[0]
            await asyncio.sleep(0)
            if isinstance(status, Exception):
                raise status
            header = retry_after if status == 429 else None
            return Answer(status, f"{attempt.id}:{status}", header)

        return body

    async def hanging(self, attempt: RequestAttempt) -> Answer[str]:
        """A body whose answer never comes."""
        self.sends.append((self.now, attempt.id, attempt.number))
        await asyncio.Event().wait()
        raise AssertionError


@contextmanager
def raises(kind: type[BaseException], text: str = "") -> Iterator[list[BaseException]]:
    """A block that raises."""
    caught: list[BaseException] = []
    try:
        yield caught
    except kind as error:
        caught.append(error)
    assert caught, f"no {kind.__name__} came"
    assert text in str(caught[0])


async def failure(task: asyncio.Task[Any], kind: type[E]) -> E:
    """The exception that a task ends with."""
    for _ in range(20):
        await asyncio.sleep(0)
    assert task.done(), "it still waits"
    error = task.exception()
    assert isinstance(error, kind), repr(error)
    return error


async def cancelled(task: asyncio.Task[Any]) -> None:
    """Cancels a task, and sees that it ends so."""
    task.cancel()
    with raises(asyncio.CancelledError):
        await task


async def ended(task: asyncio.Task[T]) -> T:
    """What a task gives that has nothing to wait for any more."""
    for _ in range(20):
        await asyncio.sleep(0)
    assert task.done(), "it still waits"
    return task.result()


def run(case: Case) -> None:
    """Runs a case; nothing may be left of it, and no error may be lost."""
    problems: list[dict[str, Any]] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: problems.append(context)
        )
        await case()
        for _ in range(5):
            await asyncio.sleep(0)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, f"tasks are left: {left}"

    log.configure(service=Service.ENGINE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with log.capture():
            asyncio.run(main())
            gc.collect()
    assert not problems, problems


def found(names: dict[str, Any]) -> list[Case]:
    """The cases of a module: its public coroutine functions."""
    return [
        value
        for name, value in names.items()
        if inspect.iscoroutinefunction(value)
        and value.__module__ == names["__name__"]
        and not name.startswith("_")
    ]
