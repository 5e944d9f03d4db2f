"""Restarts and the end: what becomes of requests then."""

from __future__ import annotations

import asyncio
from typing import Any

from predictiontrader_catalog import log
from predictiontrader_catalog.resilience import (
    Answer,
    Carried,
    Held,
    OutcomeUnknownError,
    RequestAttempt,
    RequestRejectedError,
    ResilienceRuntime,
    Unknown,
)

from .harness import (
    FEED,
    ORDERS,
    World,
    cancelled,
    description,
    ended,
    failure,
    found,
    orders,
    raises,
)


async def closing_ends_requests() -> None:
    world = World(description(limiter=orders(concurrency=2)))
    limiter = world.runtime.limiter(ORDERS)
    tasks = {
        id_: asyncio.create_task(
            limiter.send(world.hanging, lane="orders", id=id_, safe=id_ == "safe")
        )
        for id_ in ("safe", "order", "waiting")
    }
    await world.clock.settle()
    await world.runtime.aclose()
    assert (await failure(tasks["safe"], RequestRejectedError)).reason == "closed"
    await failure(tasks["order"], OutcomeUnknownError)
    assert (await failure(tasks["waiting"], RequestRejectedError)).reason == "closed"
    # What waited was not sent by closing what was out.
    assert [send[1] for send in world.sends] == ["safe", "order"]
    # It has been found out by then.
    assert world.reconciled == [(ORDERS, "order")]
    assert world.timers == 0
    with raises(RequestRejectedError) as caught:
        await limiter.send(world.answering(200), lane="orders")
    assert getattr(caught[0], "reason", None) == "closed"
    await world.runtime.aclose()


async def closing_waits_for_what_is_reconciled() -> None:
    going = asyncio.Event()
    ends: list[str] = []

    async def reconcile(scope: str, id_: str) -> None:
        try:
            await going.wait()
            ends.append(f"{scope} {id_}")
        except asyncio.CancelledError:
            ends.append("cancelled")
            raise

    for is_patient in (True, False):
        going.clear()
        world = World(reconcile=reconcile)
        limiter = world.runtime.limiter(ORDERS)
        task = asyncio.create_task(limiter.send(world.hanging, lane="orders", id="a"))
        await world.clock.settle()
        closing = asyncio.create_task(world.runtime.aclose())
        await world.clock.settle()
        await failure(task, OutcomeUnknownError)
        assert not closing.done()
        if is_patient:
            going.set()
            await ended(closing)
        else:
            await cancelled(closing)
    assert ends == [f"{ORDERS} a", "cancelled"]


async def closing_leaves_no_timer() -> None:
    world = World()
    sending = world.runtime.limiter(ORDERS).send(
        world.answering(429), lane="orders", id="a"
    )
    task = asyncio.create_task(sending)
    await world.clock.settle()
    # The end of the block is waited for.
    assert world.timers == 1
    await world.runtime.aclose()
    await failure(task, RequestRejectedError)
    assert world.timers == 0


async def a_block_closes_it() -> None:
    world = World()
    async with world.runtime as runtime:
        assert runtime is world.runtime
        loop = asyncio.create_task(world.stay())
        await world.clock.settle()
    await ended(loop)
    with raises(RuntimeError, "closed"):
        await runtime.__aenter__()


async def a_restart_rejects_what_waits_and_reconciles_orders() -> None:
    world = World(description(limiter=orders(concurrency=2)))
    limiter = world.runtime.limiter(ORDERS)
    tasks = {
        id_: asyncio.create_task(
            limiter.send(world.hanging, lane="orders", id=id_, safe=id_ == "safe")
        )
        for id_ in ("safe", "order", "waiting")
    }
    await world.clock.settle()
    world.runtime.restart(2)
    assert (await failure(tasks["safe"], RequestRejectedError)).reason == "restarted"
    await failure(tasks["order"], OutcomeUnknownError)
    error = await failure(tasks["waiting"], RequestRejectedError)
    assert error.reason == "restarted"
    await world.clock.settle()
    assert world.reconciled == [(ORDERS, "order")]
    # Their slots are free, and their timers stale.
    sending = limiter.send(world.answering(200), lane="orders", id="order")
    assert await ended(asyncio.create_task(sending)) == "order:200"
    await world.clock.advance(20_000)
    assert world.runtime.counters()[ORDERS]["stales"] == 2
    assert world.timers == 0


async def what_is_carried_is_told_before_anything_is_sent() -> None:
    told: list[Carried] = []
    sent_after: list[int] = []
    world = World(on_carried=told.append)

    async def body(attempt: RequestAttempt) -> Answer[str]:
        sent_after.append(len(told))
        return await world.hanging(attempt)

    limiter = world.runtime.limiter(ORDERS)
    task = asyncio.create_task(limiter.send(body, lane="orders", id="a"))
    await world.clock.settle()
    assert sent_after == [1]
    assert told[0].as_json() == {
        "epoch": 1,
        "held": [],
        "unknown": [{"scope": ORDERS, "ids": ["a"]}],
    }
    await cancelled(task)
    # It is asked about, and then carried no more.
    await world.clock.settle()
    assert told[-1].unknown == ()
    count = len(told)
    loop = asyncio.create_task(world.stay())
    await world.clock.advance(60_000)
    # Nothing is held back, so nothing is told.
    assert len(told) == count
    await cancelled(loop)


async def what_is_not_found_out_yet_is_carried() -> None:
    told: list[Carried] = []
    going = asyncio.Event()
    asked: list[tuple[str, str]] = []

    async def reconcile(scope: str, id_: str) -> None:
        asked.append((scope, id_))
        await going.wait()
        if id_ == "b":
            raise OSError("the exchange is gone")

    world = World(on_carried=told.append, reconcile=reconcile)
    limiter = world.runtime.limiter(ORDERS)
    for id_ in "ab":
        with raises(OutcomeUnknownError):
            await limiter.send(world.answering(500), lane="orders", id=id_)
    assert told[-1].unknown == (Unknown(ORDERS, ("a", "b")),)
    # The engine ends before it knows; the next one asks again.
    again = World(carried=told[-1].as_json(), on_carried=told.append)
    await again.clock.settle()
    assert again.reconciled == [(ORDERS, "a"), (ORDERS, "b")]
    assert not told[-1].unknown
    # The first one finds out in the end, but for what could not be asked.
    going.set()
    await world.clock.settle()
    assert asked == again.reconciled
    assert told[-1].unknown == (Unknown(ORDERS, ("b",)),)


async def holds_outlive_a_restart() -> None:
    told: list[Carried] = []
    world = World(on_carried=told.append)
    limiter = world.runtime.limiter(ORDERS)
    body = world.answering(429, retry_after="60")
    task = asyncio.create_task(limiter.send(body, lane="orders", id="a"))
    await world.clock.settle()
    await cancelled(task)
    carried = told[-1].after(10_000).as_json()
    assert carried == world.runtime.carried().after(10_000).as_json()

    again = World(carried=carried)
    assert again.runtime.epoch == 2
    assert again.phase(ORDERS) == "blocked"
    sending = again.runtime.limiter(ORDERS).send(
        again.answering(200), lane="orders", id="a"
    )
    task = asyncio.create_task(sending)
    await again.clock.advance(49_999)
    assert again.sends == []
    await again.clock.advance(251)
    assert await ended(task) == "a:200"


async def a_held_handshake_outlives_a_restart() -> None:
    world = World()

    async def loop() -> None:
        async for attempt in world.runtime.reconnecting(FEED):
            async with attempt:
                attempt.failed("rate_limited", retry_after="60")

    task = asyncio.create_task(loop())
    await world.clock.settle()
    await cancelled(task)
    again = World(carried=world.runtime.carried())
    task = asyncio.create_task(again.stay())
    await again.clock.advance(59_999)
    assert again.dials == []
    await again.clock.advance(251)
    assert len(again.dials) == 1
    await cancelled(task)


async def a_parent_that_fails_stops_nothing() -> None:
    def told(carried: Carried) -> None:
        raise OSError(f"the pipe is broken: {carried.epoch}")

    world = World(on_carried=told)
    sending = world.runtime.limiter(ORDERS).send(
        world.answering(200), lane="orders", id="a"
    )
    assert await ended(asyncio.create_task(sending)) == "a:200"


async def a_parent_is_told_again_what_it_did_not_get() -> None:
    heard: list[Carried] = []
    broken = True

    def told(carried: Carried) -> None:
        if broken:
            raise BlockingIOError
        heard.append(carried)

    world = World(on_carried=told)
    sending = world.runtime.limiter(ORDERS).send(world.hanging, lane="orders", id="a")
    task = asyncio.create_task(sending)
    await world.clock.settle()
    broken = False
    # Nothing changes with this one.
    world.runtime.path_changed(True)
    assert [one.unknown for one in heard] == [(Unknown(ORDERS, ("a",)),)]
    await cancelled(task)


async def an_order_that_is_found_out_about_is_not_sent_again() -> None:
    found_out = asyncio.Event()

    async def reconcile(scope: str, id_: str) -> None:
        del scope, id_
        await found_out.wait()

    world = World(reconcile=reconcile)
    limiter = world.runtime.limiter(ORDERS)
    task = asyncio.create_task(limiter.send(world.hanging, lane="orders", id="a"))
    await world.clock.settle()
    await cancelled(task)
    with log.capture() as records:
        for _ in range(2):
            again = asyncio.create_task(limiter.send(world.answering(201), id="a"))
            error = await failure(again, RequestRejectedError)
            assert error.reason == "duplicate"
    assert len(records.of("request_rejected")) == 2
    assert world.runtime.carried().unknown == (Unknown(ORDERS, ("a",)),)
    found_out.set()
    await world.clock.settle()
    assert world.runtime.carried().unknown == ()
    await limiter.send(world.answering(201), id="a")


async def a_parents_time_does_not_run_back() -> None:
    carried = Carried(1, (Held(FEED, 500),))
    assert carried.after(-1) == carried
    assert carried.after(200).held == (Held(FEED, 300),)
    assert carried.after(500).held == ()


async def what_was_not_carried() -> None:
    held = {"scope": FEED, "remaining_ms": 10**400, "strikes": 0, "parked": False}
    for held_back, unknown in (
        ([held], []),
        ({}, []),
        ([], ""),
        ([], [{"scope": ORDERS, "ids": "A-1"}]),
    ):
        carried: dict[str, Any] = {"epoch": 1, "held": held_back, "unknown": unknown}
        with raises(ValueError, "not carried over a restart") as errors:
            World(carried=carried)
        assert len(str(errors[0])) < 200


async def epochs_that_there_are_not() -> None:
    with raises(ValueError, "1 or more"):
        World(epoch=0)
    with raises(ValueError, "carried"):
        World(carried={"epoch": "1"})


async def a_loop_is_needed() -> None:
    def outside() -> None:
        with raises(RuntimeError, "no running event loop"):
            ResilienceRuntime(description())

    await asyncio.to_thread(outside)


CASES = found(globals())
