"""Lanes and scopes: who goes first, and who does not wait for whom."""

from __future__ import annotations

import asyncio

from predictiontrader_catalog import log
from predictiontrader_catalog.resilience import RequestRejectedError

from .harness import (
    BOOK,
    ORDERS,
    World,
    description,
    ended,
    failure,
    feed,
    found,
    orders,
)


async def cancels_pass_orders() -> None:
    world = World(description(limiter=orders(concurrency=1)))
    limiter = world.runtime.limiter(ORDERS)
    body = world.answering(429, 200)
    tasks = [asyncio.create_task(limiter.send(body, lane="orders", id="first"))]
    await world.clock.settle()
    for number in range(4):
        for lane in ("orders", "cancels"):
            sending = limiter.send(body, lane=lane, id=f"{lane}{number}")
            tasks.append(asyncio.create_task(sending))
    await world.clock.advance(10_000)
    for task in tasks:
        await ended(task)
    order = [send[1] for send in world.sends[1:]]
    # Three cancels, then an order, as their shares say.
    assert order.index("cancels2") < order.index("orders0")
    assert len(order) == 9


async def another_scope_does_not_wait() -> None:
    world = World()
    history = asyncio.create_task(
        world.runtime.limiter(BOOK).send(
            world.answering(429, 200, retry_after="3600"), id="h", safe=True
        )
    )
    await world.clock.settle()
    sending = world.runtime.limiter(ORDERS).send(
        world.answering(200), lane="orders", id="o"
    )
    assert await ended(asyncio.create_task(sending)) == "o:200"
    assert world.now == 0
    history.cancel()
    await world.clock.settle()


async def orders_are_shut_out_while_the_feed_is_exhausted() -> None:
    with log.capture() as records:
        world = World(description(feed(attempts=2)))
        limiter = world.runtime.limiter(ORDERS)
        throttled = limiter.send(world.answering(429), lane="orders", id="waiting")
        with log.new_correlation() as context:
            waiting = asyncio.create_task(throttled)
        loop = asyncio.create_task(world.failing())
        await world.clock.settle()
        assert not waiting.done()
        await world.clock.advance(60_000)
        error = await failure(waiting, RequestRejectedError)
    rejected = records.only("request_rejected")
    assert rejected["correlation_id"] == context.correlation_id
    assert world.runtime._engine.correlations._requests == {}
    assert (error.reason, error.code) == ("gated", "PT-NET-001")
    # What cancels an order still goes.
    cancel = limiter.send(world.answering(200), lane="cancels", id="c")
    assert await ended(asyncio.create_task(cancel)) == "c:200"
    late = limiter.send(world.answering(200), lane="orders", id="late")
    error = await failure(asyncio.create_task(late), RequestRejectedError)
    assert error.display_text == (
        "Cannot reach exchange services right now. (PT-NET-001)"
    )
    loop.cancel()
    await world.clock.settle()


async def no_more_are_out_than_allowed() -> None:
    world = World(description(limiter=orders(concurrency=3)))
    limiter = world.runtime.limiter(ORDERS)
    tasks = [
        asyncio.create_task(
            limiter.send(world.hanging, lane="orders", id=str(number), safe=True)
        )
        for number in range(10)
    ]
    await world.clock.settle()
    assert len(world.sends) == 3
    health = world.runtime.queue_health()[ORDERS]["orders"]
    assert (health.depth, health.flying) == (7, 3)
    await world.clock.advance(9000)
    assert world.runtime.queue_health()[ORDERS]["orders"].oldest_wait_ms == 9000
    for task in tasks:
        task.cancel()
    await world.clock.settle()
    assert len(world.sends) == 3
    assert world.timers == 0


CASES = found(globals())
