"""Type checkers accept right uses of the driver, and refuse wrong ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from package_tools import SHIPPED, VERSIONS, attempt, mypy, run

RIGHT = """
import asyncio
from collections.abc import Mapping

from predictiontrader_catalog import ErrorCode
from predictiontrader_catalog.bundle import part
from predictiontrader_catalog.resilience import (
    Answer, Carried, OutcomeUnknownError, RequestAttempt, RequestError,
    RequestRejectedError, ResilienceRuntime, Status,
)
from predictiontrader_catalog.timelines import VirtualClock


class Response:
    status_code = 200
    headers: Mapping[str, str] = {}


async def place(order: RequestAttempt) -> Answer[int]:
    return Answer.of(Response(), order.number)


async def fetch(_: RequestAttempt) -> Answer[Response]:
    return Answer.of(Response())


async def reconcile(scope: str, order: str) -> None:
    print(scope, order)


def keep(carried: Carried) -> None:
    print(carried.as_json())


async def main() -> None:
    clock = VirtualClock()
    runtime = ResilienceRuntime(
        clock=clock, seed=1, epoch=2, reconcile=reconcile, on_carried=keep,
        carried={"epoch": 1, "held": [], "unknown": []},
    )
    async with runtime as resilience:
        async for attempt in resilience.reconnecting("ws.market_data"):
            async with attempt:
                attempt.opened()
                attempt.received()
                attempt.failed("rate_limited", retry_after="7", date=None)
        async with resilience.reconnecting(
            "ws.market_data", failures=(OSError, EOFError)
        ) as attempts:
            async for attempt in attempts:
                error: BaseException | None = attempt.error
                print(error, attempt.number)
        orders = resilience.limiter("rest.orders")
        number: int = await orders.send(place, lane="orders", id="a", safe=True)
        response: Response = await orders.send(fetch)
        print(await orders.send(place), number, response.status_code)
        try:
            await orders.send(place)
        except RequestRejectedError as rejected:
            print(rejected.reason, rejected.display_text)
        except OutcomeUnknownError as unknown:
            code: ErrorCode = unknown.code
            print(code, unknown.scope)
        except RequestError:
            pass
        async for status in resilience.status_changes():
            now: Status = status
            print(now.state, now.codes, now.orders)
        depth: int = resilience.queue_health()["rest.orders"]["orders"].depth
        dials: int = resilience.counters()["ws.market_data"]["dials"]
        print(depth, dials, part(resilience=resilience))
        resilience.path_changed(True)
    await clock.advance(5)


asyncio.run(main())
"""

PREAMBLE = """
from predictiontrader_catalog.resilience import *
async def place(order: RequestAttempt) -> Answer[int]: return Answer(200, 1)
async def bare(order: RequestAttempt) -> int: return 200
def plain(order: RequestAttempt) -> Answer[int]: return Answer(200, 1)
async def main(r: ResilienceRuntime, a: ConnectionAttempt, l: Limiter) -> None:
"""

WRONG = [
    ("await l.send(bare)", "arg-type"),
    ("await l.send(plain)", "arg-type"),
    ("text: str = await l.send(place)", "arg-type"),
    ("await l.send(place, 'orders')", "call-arg"),
    ("a.failed('bored')", "arg-type"),
    ("a.failed(retry_after=7)", "arg-type"),
    ("r.reconnecting('ws.market_data', failures=OSError())", "arg-type"),
    ("async with r.limiter('rest.orders'): pass", "attr-defined"),
    ("ResilienceRuntime(epoch='1')", "arg-type"),
    ("ResilienceRuntime(reconcile=print)", "arg-type"),
    ("Answer('200', 1)", "arg-type"),
    ("Answer(200, 1).status = 5", "misc"),
    ("r.path_changed()", "call-arg"),
]


@pytest.mark.parametrize("version", [VERSIONS[0], VERSIONS[-1]])
def test_right_uses_are_accepted(version: str, tmp_path: Path) -> None:
    source = tmp_path / "right.py"
    source.write_text(RIGHT, encoding="utf-8")
    check = mypy("--python-version", version, source, cache=tmp_path / "cache")
    run(*check, cwd=tmp_path, path=SHIPPED.python)


def test_wrong_uses_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "wrong.py"
    lines = [*PREAMBLE.splitlines(), *(f"    {line}" for line, _ in WRONG)]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    check = mypy(source, cache=tmp_path / "cache")
    done = attempt(*check, cwd=tmp_path, path=SHIPPED.python)
    found = re.findall(
        r"^wrong\.py:(\d+): error: .*\[([a-z-]+)\]$", done.stdout, re.MULTILINE
    )
    first = len(PREAMBLE.splitlines()) + 1
    assert dict(found) == {
        str(number): code for number, (_, code) in enumerate(WRONG, start=first)
    }, done.stdout
