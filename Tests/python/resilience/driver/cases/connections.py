"""Connections: what a loop over attempts sees."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from predictiontrader_catalog import log
from predictiontrader_catalog.resilience import ConnectionAttempt, Reconnecting

from .harness import (
    DELAYS,
    FEED,
    World,
    cancelled,
    description,
    ended,
    feed,
    found,
    raises,
)


def sums(delays: tuple[int, ...]) -> list[int]:
    """The times of dials that fail at once."""
    return [sum(delays[:count]) for count in range(len(delays) + 1)]


async def the_first_dial_is_at_once_and_delays_are_golden() -> None:
    with log.capture() as records:
        world = World()
        task = asyncio.create_task(world.failing(8))
        await world.clock.advance(60_000)
        await ended(task)
    assert world.dials == sums(DELAYS)
    scheduled = records.of("reconnect_scheduled")
    assert [record["backoff_ms"] for record in scheduled] == list(DELAYS)
    assert [record["attempt"] for record in scheduled] == [1, 2, 3, 4, 5, 6, 7]
    assert len({record["correlation_id"] for record in scheduled}) == 1
    assert len(records.of("network_unreachable")) == 1
    assert world.timers == 0


async def a_connection_that_opens_and_dies_is_dialed_less_and_less() -> None:
    world = World(description(feed(drops=0)))

    async def dying() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                attempt.opened()
                attempt.received()

    task = asyncio.create_task(dying())
    await world.clock.advance(60_000)
    assert world.dials == sums(DELAYS)
    await cancelled(task)


async def attempts_start_over_only_after_stability() -> None:
    world = World()
    ends: list[asyncio.Event] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                attempt.opened()
                attempt.received()
                ends.append(asyncio.Event())
                await ends[-1].wait()

    def messages() -> None:
        driver = world.runtime._connections[FEED]
        assert driver._attempt is not None
        driver._attempt.received()

    task = asyncio.create_task(loop())
    await world.clock.advance(14_000)
    for _ in range(2):
        messages()
        await world.clock.advance(14_000)
    # 42 seconds: stable, so that the next failure is the first.
    ends[-1].set()
    await world.clock.advance(429)
    assert world.dials == [0, 42_429]
    messages()
    ends[-1].set()
    await world.clock.advance(970)
    assert world.dials[-1] == 42_429 + 970
    await cancelled(task)


async def a_dial_that_takes_too_long_is_cancelled() -> None:
    world = World()
    errors: list[BaseException | None] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                await asyncio.Event().wait()
            errors.append(attempt.error)
            assert attempt.over

    task = asyncio.create_task(loop())
    await world.clock.advance(9999)
    assert errors == []
    await world.clock.advance(1)
    assert errors == [None]
    await world.clock.advance(429)
    assert world.dials == [0, 10_429]
    await cancelled(task)


async def a_connection_that_falls_silent_is_cancelled() -> None:
    world = World()
    task = asyncio.create_task(world.stay())
    await world.clock.advance(14_999)
    assert world.phase(FEED) == "live"
    await world.clock.advance(1)
    assert world.phase(FEED) == "waiting"
    await world.clock.advance(429)
    assert world.dials == [0, 15_429]
    await cancelled(task)


async def messages_keep_a_connection() -> None:
    world = World()

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                attempt.opened()
                while True:
                    attempt.received()
                    attempt.received()
                    await world.clock.sleep(14_999)

    task = asyncio.create_task(loop())
    await world.clock.advance(1_000_000)
    assert world.dials == [0]
    await cancelled(task)


async def cancelled_while_it_waits_to_dial() -> None:
    world = World()
    task = asyncio.create_task(world.failing())
    await world.clock.advance(100)
    assert world.phase(FEED) == "waiting"
    await cancelled(task)
    await world.clock.advance(1_000_000)
    assert world.dials == [0]
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def cancelled_while_it_dials() -> None:
    world = World()
    seen: list[str] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                try:
                    await asyncio.Event().wait()
                finally:
                    seen.append("cleaned up")

    task = asyncio.create_task(loop())
    await world.clock.advance(100)
    await cancelled(task)
    assert seen == ["cleaned up"]
    await world.clock.advance(1_000_000)
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def cancelled_while_it_is_live() -> None:
    world = World()
    task = asyncio.create_task(world.stay())
    await world.clock.advance(100)
    assert world.phase(FEED) == "live"
    await cancelled(task)
    await world.clock.advance(1_000_000)
    assert (world.phase(FEED), world.timers) == ("idle", 0)
    assert world.dials == [0]


async def cancelled_before_it_begins() -> None:
    world = World()
    task = asyncio.create_task(world.stay())
    await cancelled(task)
    assert world.dials == []
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def cancelled_just_when_it_is_dialed() -> None:
    world = World()
    task = asyncio.create_task(world.failing())
    await world.clock.advance(428)
    # The timer has fired, but the loop has not gone on when it is cancelled.
    world.clock._now = 429
    world.runtime._engine.timers._ring()
    assert world.phase(FEED) == "dialing"
    await cancelled(task)
    assert (world.phase(FEED), world.timers) == ("idle", 0)
    assert world.dials == [0]


async def cancelled_by_others_at_the_same_time() -> None:
    # Whoever comes first, the task is cancelled for good.
    for first in ("close", "others"):
        for waits in (True, False):
            world = World()
            task = asyncio.create_task(_waiting(world, waits))
            for _ in range(5):
                await asyncio.sleep(0)
            attempt = world.runtime._connections[FEED]._attempt
            assert attempt is not None
            scope = attempt._scope
            assert scope is not None
            if first == "close":
                scope.cancel()
                task.cancel()
            else:
                task.cancel()
                scope.cancel()
            with raises(asyncio.CancelledError):
                await task
            assert world.phase(FEED) == "idle", (first, waits)


async def _waiting(world: World, waits: bool) -> None:
    async for attempt in world.runtime.reconnecting(FEED):
        async with attempt:
            if waits:
                await asyncio.Event().wait()
            while True:
                await asyncio.sleep(0)


async def cancelled_by_others_while_it_cleans_up() -> None:
    world = World()

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                try:
                    await asyncio.Event().wait()
                finally:
                    await world.clock.sleep(100)

    task = asyncio.create_task(loop())
    await world.clock.advance(10_050)
    await cancelled(task)
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def a_cancellation_of_its_own_leaves_none_behind() -> None:
    world = World()
    counts: list[int] = []

    async def loop() -> None:
        task: Any = asyncio.current_task()
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                await asyncio.Event().wait()
            counts.append(getattr(task, "cancelling", lambda: 0)())
            # What waits next is not disturbed.
            await world.clock.sleep(5)
            if len(counts) == 3:
                return

    task = asyncio.create_task(loop())
    await world.clock.advance(60_000)
    await ended(task)
    assert counts == [0, 0, 0]


async def a_timeout_of_the_block_is_a_failure() -> None:
    with log.capture() as records:
        world = World()

        async def loop() -> None:
            async for attempt in world.runtime.reconnecting(FEED):
                world.dials.append(world.now)
                if len(world.dials) == 2:
                    return
                async with attempt:
                    await asyncio.wait_for(asyncio.Event().wait(), 0.001)

        task = asyncio.create_task(loop())
        while world.phase(FEED) != "waiting":
            await asyncio.sleep(0.001)
        await world.clock.advance(429)
        await ended(task)
    # It says nothing of the network.
    assert records.of("network_unreachable") == []


async def a_block_that_goes_on_after_it_was_cancelled() -> None:
    world = World()
    caught: list[int] = []

    async def wait_on() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            caught.append(world.now)

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                while len(caught) < 2:
                    await wait_on()

    task = asyncio.create_task(loop())
    await world.clock.advance(10_000)
    assert caught == [10_000]
    # It is cancelled again when the next dial is due.
    await world.clock.advance(429)
    assert caught == [10_000, 10_429]
    assert world.dials == [0, 10_429]
    await cancelled(task)


async def what_is_no_failure_ends_the_loop() -> None:
    world = World()

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED, failures=OSError):
            async with attempt:
                raise KeyError("a bug")

    with raises(KeyError):
        await loop()
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def base_exceptions_end_the_loop() -> None:
    world = World()

    class Stop(BaseException):
        pass

    with raises(Stop):
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                raise Stop
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def an_attempt_tells_its_error() -> None:
    world = World()
    attempts: list[ConnectionAttempt] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            attempts.append(attempt)
            if len(attempts) == 2:
                break
            async with attempt:
                raise EOFError("gone")

    task = asyncio.create_task(loop())
    await world.clock.advance(429)
    await ended(task)
    assert isinstance(attempts[0].error, EOFError)
    assert [one.number for one in attempts] == [0, 1]
    assert [one.scope for one in attempts] == [FEED, FEED]


async def left_inside_the_block() -> None:
    with log.capture() as records:
        world = World()
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                attempt.opened()
                attempt.received()
                break
        await world.clock.settle()
        assert (world.phase(FEED), world.timers) == ("idle", 0)
    # To leave is no failure.
    assert records.of("reconnect_scheduled") == []


async def left_between_blocks() -> None:
    world = World()
    async for attempt in world.runtime.reconnecting(FEED):
        async with attempt:
            attempt.opened()
        break
    await world.clock.settle()
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def left_without_a_block() -> None:
    world = World()
    async for _ in world.runtime.reconnecting(FEED):
        break
    await world.clock.settle()
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def left_while_somebody_keeps_the_loop() -> None:
    world = World()
    loop = world.runtime.reconnecting(FEED)
    async with loop as attempts:
        async for attempt in attempts:
            async with attempt:
                attempt.opened()
                break
    assert (world.phase(FEED), world.timers) == ("idle", 0)
    await loop.aclose()
    assert [one async for one in loop] == []


async def left_and_begun_again() -> None:
    world = World()
    for _ in range(3):
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                attempt.opened()
                break
    await world.clock.settle()
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def a_generator_around_it_is_closed() -> None:
    world = World()

    async def ticks() -> Any:
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                attempt.opened()
                attempt.received()
                yield 1

    generator = ticks()
    async for tick in generator:
        assert tick == 1
        break
    await generator.aclose()
    assert (world.phase(FEED), world.timers) == ("idle", 0)
    # Nobody closes this one but asyncio, once it is garbage.
    async for _ in ticks():
        break
    await world.clock.settle()
    assert (world.phase(FEED), world.timers) == ("idle", 0)


async def an_attempt_that_is_not_entered_counts_as_closed() -> None:
    world = World()

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            if len(world.dials) == 2:
                break
            attempt.opened()

    task = asyncio.create_task(loop())
    await world.clock.advance(1000)
    await ended(task)
    assert world.dials == [0, 429]


async def an_attempt_is_entered_once() -> None:
    world = World()
    async for attempt in world.runtime.reconnecting(FEED):
        async with attempt:
            pass
        with raises(RuntimeError, "entered once"):
            await attempt.__aenter__()
        break


async def whoever_comes_last_has_the_connection() -> None:
    world = World()
    first = asyncio.create_task(world.stay())
    await world.clock.advance(10)
    second = asyncio.create_task(world.stay())
    await world.clock.advance(10)
    await ended(first)
    assert world.dials == [0, 10]
    assert world.phase(FEED) == "live"
    third = asyncio.create_task(world.failing())
    await world.clock.advance(10)
    await ended(second)
    # One that waits ends, too.
    fourth = asyncio.create_task(world.stay())
    await world.clock.advance(10)
    await ended(third)
    await cancelled(fourth)


async def a_loop_that_is_replaced_while_a_server_holds_it() -> None:
    world = World()
    taken: list[str] = []

    async def loop(name: str) -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            taken.append(name)
            async with attempt:
                attempt.failed("rate_limited", retry_after="5")

    first = asyncio.create_task(loop("first"))
    await world.clock.settle()
    # It waits, and so does the second one before the first has seen that it ends.
    second = asyncio.create_task(loop("second"))
    await world.clock.advance(6000)
    assert taken == ["first", "second"]
    await ended(first)
    await cancelled(second)


async def _next(attempts: Reconnecting) -> ConnectionAttempt | None:
    return await anext(attempts, None)


async def two_tasks_of_one_loop() -> None:
    world = World()
    attempts = world.runtime.reconnecting(FEED)
    async with await anext(attempts) as attempt:
        attempt.failed()
    tasks = [asyncio.create_task(_next(attempts)) for _ in range(2)]
    await world.runtime.aclose()
    assert [await ended(task) for task in tasks] == [None, None]


async def a_loop_that_begins_after_closing() -> None:
    world = World()
    attempts = world.runtime.reconnecting(FEED)
    await world.runtime.aclose()
    assert await ended(asyncio.create_task(_next(attempts))) is None
    assert world.runtime.counters()[FEED]["dials"] == 0
    assert world.timers == 0


async def something_that_the_block_waits_for_is_cancelled() -> None:
    world = World()
    errors: list[BaseException | None] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                attempt.opened()
                reader = asyncio.ensure_future(asyncio.Event().wait())
                asyncio.get_running_loop().call_soon(reader.cancel)
                await reader
            errors.append(attempt.error)

    task = asyncio.create_task(loop())
    await world.clock.advance(2000)
    if sys.version_info < (3, 11):
        # It cannot be told from a cancellation of the loop's task.
        assert task.cancelled()
        return
    assert world.dials == sums(DELAYS[:2])
    assert [type(error) for error in errors] == [asyncio.CancelledError] * 3
    await cancelled(task)


async def a_hold_that_is_no_text() -> None:
    world = World()

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                attempt.failed("rate_limited", retry_after=60)  # type: ignore[arg-type]

    task = asyncio.create_task(loop())
    await world.clock.advance(60_500)
    assert [time // 1000 for time in world.dials] == [0, 60]
    await cancelled(task)


async def a_task_that_has_cancelled_itself() -> None:
    world = World()

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            own = asyncio.current_task()
            assert own is not None
            own.cancel()
            async with attempt:
                await asyncio.Event().wait()

    task = asyncio.create_task(loop())
    await world.clock.advance(2000)
    assert task.cancelled()
    assert world.dials == [0]


async def a_failure_that_is_told() -> None:
    with log.capture() as records:
        world = World()

        async def loop() -> None:
            async for attempt in world.runtime.reconnecting(FEED):
                world.dials.append(world.now)
                async with attempt:
                    if len(world.dials) == 1:
                        attempt.failed("rate_limited", retry_after="7")
                        raise OSError("as a consequence")
                    if len(world.dials) == 2:
                        attempt.failed("unreachable")
                    await asyncio.Event().wait()

        task = asyncio.create_task(loop())
        await world.clock.advance(7000)
        assert world.dials == [0]
        await world.clock.advance(250)
        assert len(world.dials) == 2
        assert records.of("network_unreachable") != []
        await cancelled(task)


async def a_failure_that_was_told_ends_with_the_loop() -> None:
    world = World()
    seen: list[int] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                attempt.failed()
                try:
                    await asyncio.Event().wait()
                finally:
                    seen.append(world.now)

    task = asyncio.create_task(loop())
    await world.clock.advance(100)
    await world.runtime.aclose()
    await ended(task)
    assert seen == [100]


async def who_comes_too_late_for_a_dial() -> None:
    world = World()
    times: list[int] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                attempt.opened()
                raise ConnectionResetError
            await world.clock.sleep(20_000)
            times.append(world.now)

    task = asyncio.create_task(loop())
    await world.clock.advance(21_000)
    # Dialed at 429, too late at 10,429, dialed again 970 ms later.
    assert times == [20_000]
    assert world.dials == [0, 20_000]
    attempt = world.runtime._connections[FEED].state
    assert (attempt.dials, attempt.phase) == (3, "waiting")
    await cancelled(task)
    late = World()
    entered: list[int] = []
    async for again in late.runtime.reconnecting(FEED):
        if late.now == 0:
            await late.clock.advance(10_000)
            async with again:
                await asyncio.Event().wait()
            assert again.over
            advancing = asyncio.create_task(late.clock.advance(20_000))
            continue
        entered.append(late.now)
        break
    await advancing
    assert entered == [10_429]


async def nobody_takes_a_dial_in_time() -> None:
    world = World()
    tickets: list[tuple[int, int]] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            tickets.append(attempt.ticket)
            world.dials.append(world.now)
            async with attempt:
                raise ConnectionRefusedError
            await world.clock.sleep(10_500)

    task = asyncio.create_task(loop())
    await world.clock.advance(12_000)
    # At 10,500 the dial of 429 is over, and the next one is not due yet.
    assert world.dials == [0, 10_429 + 970]
    assert tickets == [(1, 1), (1, 3)]
    await cancelled(task)


async def a_cause_that_there_is_not() -> None:
    world = World()
    async for attempt in world.runtime.reconnecting(FEED):
        async with attempt:
            with raises(ValueError, "no cause"):
                attempt.failed("bored")  # type: ignore[arg-type]
            break


async def a_wall_clock_that_steps_changes_nothing() -> None:
    for step in (-3_600_000, 3_600_000):
        world = World()
        task = asyncio.create_task(world.failing(8))
        for _ in range(60):
            world.clock.step_wall(step)
            await world.clock.advance(1000)
        await ended(task)
        assert world.dials == sums(DELAYS)


async def a_date_is_read_against_the_wall_clock_once() -> None:
    world = World()
    world.clock.step_wall(3_600_000)

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            world.dials.append(world.now)
            async with attempt:
                attempt.failed(
                    "rate_limited", retry_after="Fri, 09 Jan 2026 19:07:10 GMT"
                )

    task = asyncio.create_task(loop())
    await world.clock.settle()
    world.clock.step_wall(-7_200_000)
    await world.clock.advance(9999)
    assert world.dials == [0]
    await world.clock.advance(251)
    assert len(world.dials) == 2
    await cancelled(task)


async def a_path_that_comes_back_is_tried_soon() -> None:
    world = World()
    task = asyncio.create_task(world.failing())
    await world.clock.advance(20_000)
    before = len(world.dials)
    world.runtime.path_changed(False)
    assert world.runtime.status.state == "offline"
    world.runtime.path_changed(True)
    await world.clock.advance(500)
    assert len(world.dials) == before + 1
    await cancelled(task)


async def exhausted_it_is_probed_and_recovers() -> None:
    with log.capture() as records:
        world = World(description(feed(attempts=3)))
        good = False

        async def loop() -> None:
            async for attempt in world.runtime.reconnecting(FEED):
                world.dials.append(world.now)
                async with attempt:
                    if not good:
                        raise ConnectionRefusedError
                    attempt.opened()
                    while True:
                        attempt.received()
                        await world.clock.sleep(1000)

        task = asyncio.create_task(loop())
        await world.clock.advance(10_000)
        assert world.phase(FEED) == "exhausted"
        assert world.status() == ("suspended", ("PT-NET-001",), "gated")
        assert len(world.dials) == 4
        last = world.dials[-1]
        await world.clock.advance_to(last + 600_000)
        assert world.dials[4:] == [last + 300_000, last + 600_000]
        good = True
        await world.clock.advance(330_000)
        assert world.status() == ("normal", (), "open")
        await cancelled(task)
    assert len(records.of("retry_budget_exhausted")) == 1


async def what_an_attempt_logs_belongs_to_its_run() -> None:
    with log.capture() as records:
        world = World()
        contexts: list[tuple[str, str | None]] = []

        async def loop() -> None:
            async for attempt in world.runtime.reconnecting(FEED):
                async with attempt:
                    now = log.current()
                    contexts.append((now.correlation_id, now.span_id))
                    raise ConnectionResetError

        with log.new_correlation() as outer:
            task = asyncio.create_task(loop())
        await world.clock.advance(2000)
        await cancelled(task)
    first, second, third, *_ = contexts
    assert first[0] == outer.correlation_id
    run = records.of("reconnect_scheduled")[0]["correlation_id"]
    assert second[0] == third[0] == run != outer.correlation_id
    assert len({span for _, span in contexts}) == len(contexts)


async def each_run_has_a_correlation_of_its_own() -> None:
    with log.capture() as records:
        world = World(description(feed(idle_ms=0)))
        ends: list[asyncio.Event] = []

        async def loop() -> None:
            async for attempt in world.runtime.reconnecting(FEED):
                async with attempt:
                    attempt.opened()
                    attempt.received()
                    ends.append(asyncio.Event())
                    await ends[-1].wait()

        task = asyncio.create_task(loop())
        for _ in range(3):
            await world.clock.advance(40_000)
            ends[-1].set()
        await world.clock.advance(40_000)
        await cancelled(task)
    scheduled = records.of("reconnect_scheduled")
    live = records.of("reconnected")
    ids = [record["correlation_id"] for record in scheduled]
    assert len(set(ids)) == 3
    assert [record["correlation_id"] for record in live] == ids
    assert all("span_id" not in record for record in scheduled)


async def a_restart_closes_and_dials_again() -> None:
    world = World()
    task = asyncio.create_task(world.stay())
    await world.clock.advance(100)
    world.runtime.restart(2)
    await world.clock.advance(100)
    assert world.dials == [0, 100]
    assert world.runtime.epoch == 2
    # The same again is stale.
    world.runtime.restart(2)
    await world.clock.advance(100)
    assert world.dials == [0, 100]
    assert world.runtime.counters()[FEED]["stales"] == 1
    await cancelled(task)


async def a_restart_while_it_waits_dials_at_once() -> None:
    world = World()
    task = asyncio.create_task(world.failing())
    await world.clock.advance(100)
    world.runtime.restart(7)
    await world.clock.advance(0)
    assert world.dials == [0, 100]
    # The timer of the epoch before is stale.
    await world.clock.advance_to(429)
    assert world.runtime.counters()[FEED]["stales"] == 1
    await cancelled(task)


async def closing_ends_loops() -> None:
    world = World()
    task = asyncio.create_task(world.stay())
    await world.clock.advance(100)
    await world.runtime.aclose()
    await ended(task)
    assert world.timers == 0
    with raises(RuntimeError, "closed"):
        world.runtime.reconnecting(FEED)
    waits = World()
    task = asyncio.create_task(waits.failing())
    await waits.clock.advance(100)
    await waits.runtime.aclose()
    await ended(task)
    await waits.clock.advance(100_000)
    assert waits.dials == [0]


async def closing_from_within_a_block() -> None:
    world = World()
    seen: list[str] = []

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                await world.runtime.aclose()
                await asyncio.Event().wait()
                seen.append("went on")
            await asyncio.sleep(0)
            seen.append("after")

    await asyncio.wait_for(loop(), 5)
    assert seen == ["after"]


async def closing_at_the_end_of_a_block_cancels_nothing_else() -> None:
    world = World()
    loop = world.runtime.reconnecting(FEED)
    async for attempt in loop:
        async with attempt:
            loop._driver.release(loop._token)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    await asyncio.sleep(0)


async def scopes_that_there_are_not() -> None:
    world = World()
    with raises(ValueError, "no connection 'ws.none'"):
        world.runtime.reconnecting("ws.none")
    with raises(ValueError, "no limiter 'ws.market_data'"):
        world.runtime.limiter(FEED)


CASES = found(globals())
