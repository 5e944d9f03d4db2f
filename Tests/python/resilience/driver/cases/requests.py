"""Requests: what whoever sends one gets, whatever the server does."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable
from enum import Enum

from predictiontrader_catalog import CatalogError, ErrorCode, log
from predictiontrader_catalog.resilience import (
    Answer,
    OutcomeUnknownError,
    RequestAttempt,
    RequestFailedError,
    RequestNotSentError,
    RequestRejectedError,
    RequestThrottledError,
)

from .harness import (
    BOOK,
    ORDERS,
    World,
    book,
    cancelled,
    description,
    ended,
    failure,
    found,
    orders,
    raises,
)


def task_of(
    world: World, *statuses: int | Exception, safe: bool = False, id_: str = "a"
) -> asyncio.Task[str]:
    """An order that is being sent."""
    sending = world.runtime.limiter(ORDERS).send(
        world.answering(*statuses), lane="orders", id=id_, safe=safe
    )
    return asyncio.create_task(sending)


async def what_succeeds_gives_its_value() -> None:
    world = World()
    assert await ended(task_of(world, 200)) == "a:200"
    assert world.sends == [(0, "a", 1)]
    assert world.timers == 0


async def what_is_refused_gives_its_value_too() -> None:
    world = World()
    assert await ended(task_of(world, 404)) == "a:404"
    assert world.runtime.counters()[ORDERS]["succeeded"] == 0


async def nothing_is_sent_before_the_server_allows_it() -> None:
    with log.capture() as records:
        world = World()
        limiter = world.runtime.limiter(ORDERS)
        body = world.answering(429, 200, retry_after="10")
        task = asyncio.create_task(limiter.send(body, lane="orders", id="a"))
        await world.clock.settle()
        others = [task_of(world, 200, id_=id_) for id_ in "bc"]
        await world.clock.advance(9999)
        assert [send[1] for send in world.sends] == ["a"]
        assert world.status() == ("limited", ("PT-HTTP-429",), "open")
        await world.clock.advance(251)
        assert await ended(task) == "a:200"
        assert [await ended(one) for one in others] == ["b:200", "c:200"]
    blocked = records.only("rate_limited")
    assert 10_000 <= blocked["backoff_ms"] <= 10_250
    # One of them was the probe, and the others came after it.
    assert {send[0] for send in world.sends[1:]} == {blocked["backoff_ms"]}


async def something_that_the_body_waits_for_is_cancelled() -> None:
    world = World()

    async def body(attempt: RequestAttempt) -> Answer[str]:
        world.sends.append((world.now, attempt.id, attempt.number))
        if attempt.number == 2:
            return Answer(200, "done")
        reader = asyncio.ensure_future(asyncio.Event().wait())
        asyncio.get_running_loop().call_soon(reader.cancel)
        await reader
        raise AssertionError

    limiter = world.runtime.limiter(ORDERS)
    order = asyncio.create_task(limiter.send(body, lane="orders", id="order"))
    look = asyncio.create_task(limiter.send(body, lane="orders", id="look", safe=True))
    await world.clock.advance(2000)
    assert world.reconciled == [(ORDERS, "order")]
    if sys.version_info < (3, 11):
        # It cannot be told from a cancellation of the task that sends.
        assert order.cancelled()
        assert look.cancelled()
        return
    error = await failure(order, OutcomeUnknownError)
    assert isinstance(error.__cause__, asyncio.CancelledError)
    assert await ended(look) == "done"
    assert [send[1] for send in world.sends] == ["order", "look", "look"]


async def a_header_that_is_no_text_holds_all_the_same() -> None:
    for value in (10, b"10"):
        world = World()
        body = world.answering(429, 200, retry_after=value)  # type: ignore[arg-type]
        task = asyncio.create_task(world.runtime.limiter(BOOK).send(body))
        await world.clock.advance(9999)
        assert len(world.sends) == 1
        await world.clock.advance(251)
        assert await ended(task) == "1.1:200"


async def an_id_that_is_no_text() -> None:
    world = World()
    limiter = world.runtime.limiter(ORDERS)
    with raises(TypeError, "text"):
        await limiter.send(world.answering(200), id=7)  # type: ignore[arg-type]
    assert world.sends == []

    class Order(str, Enum):
        FIRST = "A-1"

    await limiter.send(world.answering(200), id=Order.FIRST)
    assert [type(send[1]) for send in world.sends] == [str]
    assert world.sends[0][1] == "A-1"


async def a_duplicate_belongs_to_who_sends_it() -> None:
    with log.capture() as records:
        world = World()
        first = asyncio.create_task(
            world.runtime.limiter(ORDERS).send(world.hanging, lane="orders", id="a")
        )
        await world.clock.settle()
        with log.new_correlation() as context:
            second = task_of(world, 200)
            await failure(second, RequestRejectedError)
        await cancelled(first)
    assert records.only("request_rejected")["correlation_id"] == context.correlation_id
    unknown = records.only("request_outcome_unknown")
    assert unknown["correlation_id"] != context.correlation_id


async def a_header_that_is_none_is_ignored() -> None:
    world = World()
    for text in ("-1", "1_000", "٣", "soon", "0"):
        limiter = world.runtime.limiter(ORDERS)
        body = world.answering(429, 200, retry_after=text)
        task = asyncio.create_task(limiter.send(body, lane="orders", id=text))
        await world.clock.advance(100_000)
        assert await ended(task) == f"{text}:200"
        assert world.runtime.counters()[ORDERS]["last_backoff"] <= 500


async def what_the_server_never_takes() -> None:
    with log.capture() as records:
        world = World()
        task = task_of(world, 429)
        await world.clock.advance(60_000)
        error = await failure(task, RequestThrottledError)
    assert len(world.sends) == 4
    assert error.code is ErrorCode.PT_HTTP_429
    assert error.scope == ORDERS
    assert str(error) == (
        "Too many requests sent. Retrying automatically. (PT-HTTP-429)"
    )
    assert isinstance(error, CatalogError)
    assert records.only("request_failed")["attempt"] == 4


async def what_is_safe_is_sent_again() -> None:
    with log.capture() as records:
        world = World()
        task = task_of(world, 503, ConnectionResetError(), 200, safe=True)
        await world.clock.advance(5000)
        assert await ended(task) == "a:200"
    assert [send[2] for send in world.sends] == [1, 2, 3]
    retries = records.of("request_retry_scheduled")
    assert [record["attempt"] for record in retries] == [2, 3]
    waits = [record["backoff_ms"] for record in retries]
    times = [send[0] for send in world.sends]
    assert times == [0, waits[0], sum(waits)]


async def what_fails_for_good() -> None:
    world = World()
    broken = ConnectionResetError("broken")
    task = task_of(world, 500, broken, safe=True)
    await world.clock.advance(60_000)
    error = await failure(task, RequestFailedError)
    assert error.code is ErrorCode.PT_NET_001
    assert error.__cause__ is broken
    assert len(world.sends) == 4
    assert (world.timers, world.reconciled) == (0, [])


async def an_order_that_may_have_arrived_is_never_sent_again() -> None:
    for status in (500, 503, ConnectionResetError(), EOFError(), KeyError("a bug")):
        world = World()
        task = task_of(world, status)
        error = await failure(task, OutcomeUnknownError)
        await world.clock.advance(100_000)
        assert len(world.sends) == 1
        assert world.reconciled == [(ORDERS, "a")]
        assert error.code is ErrorCode.PT_NET_001
        cause = status if isinstance(status, Exception) else None
        assert error.__cause__ is cause


async def an_order_that_was_never_sent_is_sent_again() -> None:
    unsent = (
        ConnectionRefusedError(),
        socket.gaierror(),
        RequestNotSentError(),
        OSError("Multiple exceptions: [Errno 111] …, [Errno 111] …"),
    )
    for error in unsent:
        world = World()
        task = task_of(world, error, 200)
        await world.clock.settle()
        assert world.status()[0] == "offline"
        await world.clock.advance(500)
        assert await ended(task) == "a:200"
        assert world.reconciled == []


async def an_answer_that_does_not_come() -> None:
    for safe in (False, True):
        world = World()
        limiter = world.runtime.limiter(ORDERS)
        sending = limiter.send(world.hanging, lane="orders", id="a", safe=safe)
        task = asyncio.create_task(sending)
        await world.clock.advance(9999)
        assert not task.done()
        await world.clock.advance(1)
        if not safe:
            await failure(task, OutcomeUnknownError)
            assert world.reconciled == [(ORDERS, "a")]
            continue
        assert world.phase(ORDERS) == "open"
        await world.clock.advance(100_000)
        await failure(task, RequestFailedError)
        assert [send[2] for send in world.sends] == [1, 2, 3, 4]
        assert world.reconciled == []


async def a_body_is_cancelled_when_its_answer_is_late() -> None:
    world = World()
    seen: list[int] = []

    async def body(_: RequestAttempt) -> Answer[str]:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            seen.append(world.now)
            raise ConnectionResetError from None
        raise AssertionError

    limiter = world.runtime.limiter(ORDERS)
    task = asyncio.create_task(limiter.send(body, lane="orders", id="a", safe=True))
    await world.clock.advance(10_000)
    # At once, not only when it is sent again; and the server has not answered late.
    assert seen == [10_000]
    await world.clock.advance(60_000)
    await failure(task, RequestFailedError)
    assert world.runtime.counters()[ORDERS]["stales"] == 0


async def an_error_of_before_is_no_cause() -> None:
    world = World()
    task = task_of(world, ConnectionResetError(), 500, safe=True)
    await world.clock.advance(60_000)
    error = await failure(task, RequestFailedError)
    assert error.__cause__ is None


async def an_answer_that_comes_too_late() -> None:
    with log.capture() as records:
        world = World()

        async def body(attempt: RequestAttempt) -> Answer[str]:
            world.sends.append((world.now, attempt.id, attempt.number))
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                await world.clock.sleep(100)
            return Answer(200, "late")

        limiter = world.runtime.limiter(ORDERS)
        task = asyncio.create_task(limiter.send(body, lane="orders", id="a"))
        await world.clock.advance(20_000)
        await failure(task, OutcomeUnknownError)
    assert world.runtime.counters()[ORDERS]["stales"] == 1
    assert records.only("stale_retry_discarded")["rate_limit_scope"] == ORDERS


async def a_body_that_gives_no_answer() -> None:
    world = World()
    limiter = world.runtime.limiter(ORDERS)

    async def body(_: RequestAttempt) -> Answer[str]:
        return "200 OK"  # type: ignore[return-value]

    with raises(OutcomeUnknownError) as caught:
        await limiter.send(body, lane="orders")
    assert isinstance(caught[0].__cause__, TypeError)

    async def other(_: RequestAttempt) -> Answer[str]:
        return Answer(0, "")

    with raises(OutcomeUnknownError) as caught:
        await limiter.send(other, lane="orders")
    assert isinstance(caught[0].__cause__, ValueError)


async def what_is_cancelled_while_it_waits_is_never_sent() -> None:
    world = World(description(limiter=orders(concurrency=1)))
    limiter = world.runtime.limiter(ORDERS)
    first = asyncio.create_task(limiter.send(world.hanging, lane="orders", id="a"))
    await world.clock.settle()
    second = task_of(world, 200, id_="b")
    third = task_of(world, 200, id_="c")
    await world.clock.settle()
    await cancelled(second)
    await world.clock.advance(10_000)
    await failure(first, OutcomeUnknownError)
    assert await ended(third) == "c:200"
    assert [send[1] for send in world.sends] == ["a", "c"]
    assert world.timers == 0


async def what_is_cancelled_before_it_begins() -> None:
    world = World()
    task = task_of(world, 200)
    await cancelled(task)
    assert world.sends == []
    assert world.runtime.counters()[ORDERS]["sent"] == 0


async def what_is_cancelled_while_it_is_out() -> None:
    for safe in (False, True):
        world = World(description(limiter=orders(concurrency=1)))
        limiter = world.runtime.limiter(ORDERS)
        sending = limiter.send(world.hanging, lane="orders", id="a", safe=safe)
        task = asyncio.create_task(sending)
        await world.clock.advance(100)
        await cancelled(task)
        await world.clock.settle()
        assert world.reconciled == ([] if safe else [(ORDERS, "a")])
        # Its slot is free again.
        assert await ended(task_of(world, 200, id_="b")) == "b:200"
        assert world.timers == 0


async def what_is_cancelled_while_it_waits_for_a_retry() -> None:
    for status in (503, 429):
        world = World(description(limiter=orders(concurrency=1)))
        task = task_of(world, status, safe=True)
        await world.clock.settle()
        assert len(world.sends) == 1
        await cancelled(task)
        await world.clock.advance(100_000)
        assert len(world.sends) == 1
        assert await ended(task_of(world, 200, id_="b")) == "b:200"
        assert world.timers == 0


async def what_is_cancelled_as_the_probe() -> None:
    world = World()
    limiter = world.runtime.limiter(ORDERS)
    throttled = task_of(world, 429, 429, 200)
    await world.clock.settle()
    await cancelled(throttled)
    probe = asyncio.create_task(
        limiter.send(world.hanging, lane="orders", id="p", safe=True)
    )
    await world.clock.advance(500)
    assert world.phase(ORDERS) == "probe"
    await cancelled(probe)
    task = task_of(world, 200, id_="b")
    await world.clock.advance(500)
    assert await ended(task) == "b:200"
    assert world.phase(ORDERS) == "open"


async def cancelled_just_as_its_answer_does_not_come() -> None:
    # The timeout and somebody else cancel it in the same turn of the event loop.
    for first in ("timeout", "others"):
        world = World()
        limiter = world.runtime.limiter(ORDERS)
        sending = limiter.send(world.hanging, lane="orders", id="a")
        task = asyncio.create_task(sending)
        await world.clock.settle()
        world.clock._now = 10_000
        if first == "others":
            task.cancel()
        world.runtime._engine.timers._ring()
        if first == "timeout":
            task.cancel()
        with raises(asyncio.CancelledError):
            await task
        await world.clock.settle()
        assert world.reconciled == [(ORDERS, "a")], first


async def a_timeout_leaves_no_cancellation_behind() -> None:
    world = World()
    limiter = world.runtime.limiter(ORDERS)

    async def work() -> int:
        with raises(OutcomeUnknownError):
            await limiter.send(world.hanging, lane="orders", id="a")
        await world.clock.sleep(5)
        task = asyncio.current_task()
        counted: Callable[[], int] = getattr(task, "cancelling", int)
        return counted()

    task = asyncio.create_task(work())
    await world.clock.advance(20_000)
    assert await ended(task) == 0


async def an_id_that_is_in_use() -> None:
    world = World()
    limiter = world.runtime.limiter(ORDERS)
    task = asyncio.create_task(limiter.send(world.hanging, lane="orders", id="a"))
    await world.clock.settle()
    error = await failure(task_of(world, 200), RequestRejectedError)
    assert error.reason == "duplicate"
    assert not task.done()
    assert len(world.sends) == 1
    await world.clock.advance(10_000)
    await failure(task, OutcomeUnknownError)
    # Afterwards it is free.
    assert await ended(task_of(world, 200)) == "a:200"


async def a_lane_that_is_full() -> None:
    with log.capture() as records:
        world = World()
        throttled = task_of(world, 429, 200)
        await world.clock.settle()
        tasks = [task_of(world, 200, id_=f"n{number}") for number in range(32)]
        await world.clock.settle()
        error = await failure(tasks.pop(), RequestRejectedError)
        assert error.reason == "full"
        await world.clock.advance(100_000)
        for task in [throttled, *tasks]:
            await ended(task)
    rejected = records.only("request_rejected")
    assert rejected["details"]["reason"] == "full"
    assert rejected["error_code"] == "PT-HTTP-429"


async def a_lane_that_there_is_not() -> None:
    world = World()
    with raises(ValueError, "no lane 'none'"):
        await world.runtime.limiter(ORDERS).send(world.answering(200), lane="none")


async def ids_that_are_left_out_differ() -> None:
    world = World()
    limiter = world.runtime.limiter(BOOK)
    for _ in range(3):
        await limiter.send(world.answering(200), safe=True)
    assert [send[1] for send in world.sends] == ["1.1", "1.2", "1.3"]


async def a_hold_beyond_seven_days_parks() -> None:
    with log.capture() as records:
        world = World()
        limiter = world.runtime.limiter(ORDERS)
        body = world.answering(429, 200, retry_after="604801")
        with raises(RequestThrottledError):
            await limiter.send(body, lane="orders")
        error = await failure(task_of(world, 200), RequestRejectedError)
        assert error.reason == "parked"
        assert world.status() == ("degraded", ("PT-HTTP-429",), "gated")
        world.runtime.unpark(ORDERS)
        assert await ended(task_of(world, 200)) == "a:200"
        assert world.status() == ("normal", (), "open")
    assert len(records.of("rate_limit_parked")) == 1
    assert len(records.of("rate_limit_lifted")) == 1


async def a_ban_parks_the_venue() -> None:
    world = World()
    with raises(RequestThrottledError):
        await world.runtime.limiter(BOOK).send(world.answering(418))
    assert world.phase(ORDERS) == world.phase(BOOK) == "parked"
    assert book().venue == orders().venue


async def responses_of_libraries_are_answers() -> None:
    class Response:
        status_code = 429
        headers = {"retry-after": "7", "DATE": "x"}  # noqa: RUF012

    class Other:
        status = 200
        headers = ((b"Retry-After", b"8"),)

    response = Response()
    assert Answer.of(response) == Answer(429, response, "7", "x")
    assert Answer.of(Other(), 5) == Answer(200, 5, "8", None)
    with raises(TypeError, "no status"):
        Answer.of("200")


async def records_belong_to_the_caller_and_each_send_has_a_span() -> None:
    with log.capture() as records:
        world = World()
        spans: list[tuple[str, str | None]] = []

        async def body(attempt: RequestAttempt) -> Answer[int]:
            now = log.current()
            spans.append((now.correlation_id, now.span_id))
            return Answer(503 if attempt.number < 3 else 200, attempt.number)

        async def work() -> int:
            limiter = world.runtime.limiter(BOOK)
            return await limiter.send(body, safe=True)

        with log.new_correlation() as context:
            task = asyncio.create_task(work())
        await world.clock.advance(5000)
        assert await ended(task) == 3
    assert {correlation for correlation, _ in spans} == {context.correlation_id}
    assert len({span for _, span in spans}) == 3
    retries = records.of("request_retry_scheduled")
    assert len(retries) == 2
    for record in retries:
        assert record["correlation_id"] == context.correlation_id


async def reconciling_belongs_to_the_caller() -> None:
    seen: list[str] = []

    async def reconcile(scope: str, id_: str) -> None:
        seen.append(log.current().correlation_id)
        await asyncio.sleep(0)
        raise LookupError(f"{scope} {id_}")

    with log.capture() as records:
        world = World(reconcile=reconcile)
        sending = world.runtime.limiter(ORDERS).send(
            world.hanging, lane="orders", id="a"
        )
        with log.new_correlation() as context:
            task = asyncio.create_task(sending)
        # A timer finds that no answer comes, and belongs to nobody.
        await world.clock.advance(10_000)
        await failure(task, OutcomeUnknownError)
        await world.clock.settle()
    assert seen == [context.correlation_id]
    assert records.only("request_outcome_unknown")["attempt"] == 1
    # Its own failure is logged, and nothing else.
    failed = records.only("unexpected_error")
    assert failed["correlation_id"] == context.correlation_id
    assert "LookupError" in failed.line.decode()


async def without_anybody_who_reconciles() -> None:
    world = World(reconcile=None)
    await failure(task_of(world, 500), OutcomeUnknownError)


CASES = found(globals())
