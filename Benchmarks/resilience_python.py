"""How late 10,000 connections are dialed that share one core, and what that costs.

All of them fail at once and wait between 2.5 and 5 s, so that 2,700 timers a second are
due. Lateness is counted from the time when a dial was due. It does not add up where it
is the same in the first and in the last tenth of the run. The second part is the same
on the virtual clock, as fast as it goes; the third what a message and a request cost.
"""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Generated" / "python"))

from predictiontrader_catalog.resilience import (
    Answer,
    Clock,
    ConnectionPolicy,
    LimiterPolicy,
    NetworkPolicy,
    RequestAttempt,
    ResilienceDescription,
    ResilienceRuntime,
)
from predictiontrader_catalog.timelines import VirtualClock

SCOPES = 10_000
SECONDS = 15
COUNT = 20_000
NETWORK = NetworkPolicy("network", "PT-NET-001")
POLICIES = tuple(
    ConnectionPolicy(
        f"ws.{number}",
        "ws_client",
        "PT-NET-001",
        "PT-DATA-001",
        base_ms=5000,
        cap_ms=5000,
    )
    for number in range(SCOPES)
)


def made(clock: Clock | None) -> ResilienceRuntime:
    """A runtime whose records go nowhere, since no transition has an event."""
    description = ResilienceDescription(NETWORK, {}, POLICIES)
    return ResilienceRuntime(description, seed=42, clock=clock)


async def dial(runtime: ResilienceRuntime, scope: str, late: list[float]) -> None:
    """Dials, fails, and keeps how many ms after its time each dial came."""
    machines = runtime._engine.machines
    clock = runtime._engine.clock
    loop = runtime._engine.loop
    origin = getattr(clock, "_origin", 0.0)
    due = None
    async for attempt in runtime.reconnecting(scope):
        if due is not None:
            late.append((loop.time() - origin) * 1000 - due)
        async with attempt:
            attempt.failed("unreachable")
            due = machines.connections[scope].timers["backoff"]


async def on_the_wall(name: str) -> None:
    """Runs against the time of the machine."""
    runtime = made(None)
    late: list[float] = []
    scopes = [policy.scope for policy in POLICIES]
    tasks = [asyncio.create_task(dial(runtime, scope, late)) for scope in scopes]
    busy = time.process_time()
    # The first dials of all come at once, as no product's do.
    await asyncio.sleep(6)
    late.clear()
    await asyncio.sleep(SECONDS)
    busy = time.process_time() - busy
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    tenth = len(late) // 10
    first, last = statistics.mean(late[:tenth]), statistics.mean(late[-tenth:])
    ranked = sorted(late)
    print(
        f"{name}: {SCOPES} scopes, {len(late) / SECONDS:.0f} timers a second: late by "
        f"{statistics.median(late):.2f} ms (median), "
        f"{ranked[int(len(ranked) * 0.99)]:.2f} ms (99%), {ranked[-1]:.2f} ms (most); "
        f"mean of the first tenth {first:.2f} ms, of the last {last:.2f} ms; "
        f"{busy / (SECONDS + 6) * 100:.0f}% of the core"
    )


async def on_the_virtual_clock() -> None:
    """Runs as fast as it goes."""
    clock = VirtualClock()
    runtime = made(clock)
    scopes = [policy.scope for policy in POLICIES]
    tasks = [asyncio.create_task(dial(runtime, scope, [])) for scope in scopes]
    await clock.settle()
    start = time.process_time()
    await clock.advance(20_000)
    elapsed = time.process_time() - start
    dials = sum(counters["dials"] for counters in runtime.counters().values()) - SCOPES
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(
        f"a dial that is due and fails: {elapsed / dials * 1e6:.0f} µs of the core "
        f"({dials} of them, in 20 s of the clock)"
    )


async def messages_and_requests() -> None:
    """Times what an app does most."""
    limiter = LimiterPolicy("rest", "rest_client", "PT-HTTP-429", "PT-NET-001")
    description = ResilienceDescription(NETWORK, {}, POLICIES[:1], (limiter,))
    clock = VirtualClock()
    runtime = ResilienceRuntime(description, seed=42, clock=clock)
    async for attempt in runtime.reconnecting("ws.0"):
        async with attempt:
            attempt.opened()
            start = time.process_time()
            for _ in range(COUNT):
                # Time passes between any two, which is the slower case.
                clock._now += 1
                attempt.received()
            message = (time.process_time() - start) / COUNT
            break
    requests = runtime.limiter("rest")
    start = time.process_time()
    for _ in range(COUNT):
        await requests.send(answered, safe=True)
    request = (time.process_time() - start) / COUNT
    print(f"a message: {message * 1e6:.1f} µs; a request: {request * 1e6:.0f} µs")


async def answered(_: RequestAttempt) -> Answer[None]:
    """A server that answers at once."""
    return Answer(200, None)


if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    asyncio.run(on_the_wall("as usual"))
    # Full collections look at 10,000 tasks each time.
    gc.disable()
    asyncio.run(on_the_wall("without garbage collection"))
    gc.enable()
    asyncio.run(on_the_virtual_clock())
    asyncio.run(messages_and_requests())
