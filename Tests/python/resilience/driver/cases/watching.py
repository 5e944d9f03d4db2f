"""Status, counters, threads and timers."""

from __future__ import annotations

import asyncio
import contextvars
from typing import Any

from predictiontrader_catalog import bundle, log
from predictiontrader_catalog._runtime.resilience.driver.timers import TimerHeap
from predictiontrader_catalog.resilience import (
    ConnectionPolicy,
    NetworkPolicy,
    RequestThrottledError,
    ResilienceDescription,
    ResilienceRuntime,
    Status,
)
from predictiontrader_catalog.timelines import VirtualClock

from .harness import (
    BOOK,
    FEED,
    ORDERS,
    SEED,
    World,
    cancelled,
    description,
    ended,
    failure,
    found,
    orders,
    raises,
)


async def changes_of_the_status_are_followed() -> None:
    world = World()
    seen: list[tuple[int, str]] = []
    follower = asyncio.create_task(_follow(world, seen))
    await world.clock.advance(10)
    assert seen == [(0, "normal")]
    loop = asyncio.create_task(world.failing())
    await world.clock.advance(10)
    assert seen == [(0, "normal"), (10, "offline")]
    await cancelled(loop)
    await world.clock.advance(10)
    await world.runtime.aclose()
    await ended(follower)


async def _follow(world: World, seen: list[tuple[int, str]]) -> None:
    async for status in world.runtime.status_changes():
        entry = (world.now, status.state)
        seen.append(entry)


async def a_status_that_ends_by_itself() -> None:
    world = World(description(limiter=orders(attempts=1)))
    seen: list[tuple[int, str]] = []
    follower = asyncio.create_task(_follow(world, seen))
    await world.clock.settle()
    body = world.answering(429, retry_after="10")
    task = asyncio.create_task(
        world.runtime.limiter(ORDERS).send(body, lane="orders", id="a")
    )
    await world.clock.settle()
    await failure(task, RequestThrottledError)
    # Nothing waits, so no machine does anything then.
    assert world.timers == 0
    await world.clock.advance(20_000)
    assert [state for _, state in seen] == ["normal", "limited", "normal"]
    assert 10_000 <= seen[-1][0] <= 10_250
    await cancelled(follower)
    assert world.runtime._status._wake is None


async def who_is_slow_gets_the_latest() -> None:
    world = World()
    changes = world.runtime.status_changes()
    assert (await changes.__anext__()).state == "normal"
    loop = asyncio.create_task(world.failing())
    await world.clock.advance(10)
    await cancelled(loop)
    world.runtime.path_changed(False)
    assert (await changes.__anext__()).state == "offline"
    waiting = asyncio.ensure_future(changes.__anext__())
    await world.clock.advance(10)
    assert not waiting.done()
    waiting.cancel()
    await world.clock.settle()
    assert aiter(changes) is changes


async def several_may_follow() -> None:
    world = World()
    followers = [asyncio.create_task(_first_two(world)) for _ in range(3)]
    await world.clock.settle()
    world.runtime.path_changed(False)
    await world.clock.settle()
    for follower in followers:
        states = [status.state for status in await ended(follower)]
        assert states == ["normal", "offline"]


async def _first_two(world: World) -> list[Status]:
    seen: list[Status] = []
    async for status in world.runtime.status_changes():
        seen.append(status)
        if len(seen) == 2:
            break
    return seen


async def a_status_is_followed_in_its_own_loop() -> None:
    world = World()

    async def follow() -> None:
        with raises(RuntimeError, "another event loop"):
            await anext(world.runtime.status_changes())

    await asyncio.to_thread(asyncio.run, follow())


async def calls_from_threads() -> None:
    world = World()
    loop = asyncio.create_task(world.stay())
    await world.clock.settle()
    runtime = world.runtime

    def outside() -> None:
        with raises(RuntimeError, "another event loop"):
            runtime.reconnecting(FEED)
        with raises(RuntimeError, "another event loop"):
            asyncio.run(_send(world))
        attempt = runtime._connections[FEED]._attempt
        assert attempt is not None
        with raises(RuntimeError, "another event loop"):
            attempt.opened()
        with raises(RuntimeError, "another event loop"):
            attempt.received()
        with raises(RuntimeError, "another event loop"):
            attempt.failed()
        # These may come from anywhere.
        runtime.path_changed(False)
        runtime.unpark(BOOK)
        runtime.restart(5)
        assert runtime.counters()[FEED]["dials"] >= 1
        assert runtime.status is not None
        assert runtime.queue_health() != {}
        assert runtime.carried().held == ()

    await asyncio.to_thread(outside)
    await world.clock.settle()
    assert runtime._engine.machines.path_down
    assert runtime.epoch == 5
    await cancelled(loop)


async def _send(world: World) -> None:
    await world.runtime.limiter(ORDERS).send(world.answering(200), lane="orders")


async def what_belongs_to_nobody_belongs_to_the_process() -> None:
    root = contextvars.Context().run(log.current)
    with log.capture() as records, log.new_correlation():
        world = World()
        task = asyncio.create_task(_banned(world))
        await world.clock.settle()
        await ended(task)
        world.runtime.unpark(ORDERS)
    lifted = records.only("rate_limit_lifted")
    assert lifted["correlation_id"] == root.correlation_id
    assert "span_id" not in lifted


async def _banned(world: World) -> None:
    with raises(RequestThrottledError):
        await world.runtime.limiter(ORDERS).send(world.answering(418), lane="orders")


async def counters_go_into_a_bundle() -> None:
    world = World()
    loop = asyncio.create_task(world.failing())
    await world.clock.advance(5000)
    await cancelled(loop)
    part = bundle.part(resilience=world.runtime)
    assert part.since == "2026-01-09T18:07:00.000Z"
    assert part.reconnects == (
        bundle.ReconnectCount(scope=FEED, attempts=4, successes=0),
    )
    assert part.backoff == (bundle.LatestBackoff(scope=FEED, backoff_ms=3817),)
    assert part.rate_limits == (
        bundle.RateLimitCount(scope=ORDERS, count=0),
        bundle.RateLimitCount(scope=BOOK, count=0),
    )
    # What is given counts more.
    own = bundle.part(resilience=world.runtime, reconnects=[])
    assert own.reconnects == ()
    assert own.backoff == part.backoff
    assert "reconnects" in bundle.part_text(part)


async def ten_thousand_scopes_do_not_drift() -> None:
    policies = [
        ConnectionPolicy(
            f"ws.{number}", "ws_client", "PT-NET-001", "PT-DATA-001", base_ms=1000
        )
        for number in range(10_000)
    ]
    network = NetworkPolicy("network", "PT-NET-001")
    clock = VirtualClock()
    runtime = ResilienceRuntime(
        ResilienceDescription(network, {}, tuple(policies)), clock=clock, seed=SEED
    )
    late: list[int] = []

    def fire(timer: Any) -> None:
        due = runtime._engine.machines.connections[timer.scope].timers[timer.kind]
        late.append(clock.now_ms() - due)
        runtime._engine.handle(timer)

    runtime._engine.timers._fire = fire
    tasks = [
        asyncio.create_task(_refused(runtime, policy.scope)) for policy in policies
    ]
    await clock.advance(2500)
    # Each was dialed, waited between 500 and 1000 ms, and then 1000 to 2000 ms.
    assert len(late) >= 15_000
    assert set(late) == {0}
    assert all(one["dials"] >= 2 for one in runtime.counters().values())
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert len(runtime._engine.timers) == 0


async def _refused(runtime: ResilienceRuntime, scope: str) -> None:
    async for attempt in runtime.reconnecting(scope):
        async with attempt:
            raise ConnectionRefusedError


async def timers_fire_by_time_and_order_of_arming() -> None:
    clock = VirtualClock()
    fired: list[tuple[int, str]] = []
    heap: TimerHeap[str] = TimerHeap(
        clock, lambda timer: fired.append((clock.now_ms(), timer))
    )
    heap.arm("a", 20, "a")
    heap.arm("b", 10, "b")
    heap.arm("c", 20, "c")
    heap.arm("d", 5, "d")
    heap.arm("a", 10, "a again")
    heap.disarm("d")
    heap.disarm("d")
    await clock.advance(100)
    assert fired == [(10, "b"), (10, "a again"), (20, "c")]
    assert len(heap) == 0


async def timers_that_are_replaced_take_no_room() -> None:
    clock = VirtualClock()
    heap: TimerHeap[int] = TimerHeap(clock, fired_never)
    for number in range(100_000):
        heap.arm("idle", 1_000_000 + number, number)
        heap.arm(number % 10, 1_000_000, number)
    assert len(heap._heap) < 200
    assert len(clock._alarms) < 200
    heap.clear()
    await clock.advance(10_000_000)


def fired_never(timer: int) -> None:
    """Is not called."""
    raise AssertionError(timer)


async def a_timer_that_fails_stops_no_other() -> None:
    clock = VirtualClock()
    fired: list[str] = []

    def fire(timer: str) -> None:
        fired.append(timer)
        if timer == "bad":
            raise ZeroDivisionError

    heap: TimerHeap[str] = TimerHeap(clock, fire)
    heap.arm(1, 10, "bad")
    heap.arm(2, 10, "good")
    with raises(ZeroDivisionError):
        await clock.advance(10)
    await clock.advance(0)
    assert fired == ["bad", "good"]


async def a_turn_of_the_loop_is_not_taken_up_by_timers() -> None:
    clock = VirtualClock()
    turns: list[int] = []
    heap: TimerHeap[int] = TimerHeap(clock, turns.append)
    for number in range(1000):
        heap.arm(number, 10, number)
    clock._now = 10
    heap._ring()
    assert len(turns) == 256
    await clock.advance(0)
    assert turns == list(range(1000))


async def a_clock_that_never_comes_to_rest() -> None:
    clock = VirtualClock()

    async def spin() -> None:
        while True:
            await asyncio.sleep(0)

    task = asyncio.create_task(spin())
    with raises(RuntimeError, "never comes to rest"):
        await clock.advance(1)
    await cancelled(task)


async def sleep_on_the_clock_is_cancelled() -> None:
    clock = VirtualClock()
    task = asyncio.create_task(clock.sleep(100))
    await clock.advance(50)
    await cancelled(task)
    await clock.advance(100)
    assert clock.now_ms() == 150


async def the_clock_of_the_event_loop() -> None:
    runtime = ResilienceRuntime(description(), seed=SEED)
    dials = 0
    async for attempt in runtime.reconnecting(FEED):
        dials += 1
        async with attempt:
            if dials == 1:
                raise ConnectionRefusedError
            attempt.opened()
            attempt.received()
            break
    await asyncio.sleep(0)
    assert dials == 2
    assert runtime.counters()[FEED]["last_backoff"] == 429
    await runtime.aclose()


CASES = found(globals())
