"""Contexts go where work goes (Specification, 1.3)."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread

import pytest
from runtime.recording import CORRELATION, SPAN, Recording


def test_blocks_nest_and_end(recording: Recording) -> None:
    log = recording.logger
    assert log.current().correlation_id == CORRELATION
    with log.new_correlation() as action:
        assert log.current() is action
        assert action.correlation_id != CORRELATION
        with log.span() as outer, log.span() as inner:
            assert outer.correlation_id == inner.correlation_id == action.correlation_id
            assert outer.span_id != inner.span_id
            record = recording.both("reconnect_scheduled", 3, 5000, None, None)
            assert record["correlation_id"] == action.correlation_id
            assert record["span_id"] == inner.span_id
        assert log.current().span_id is None
        with pytest.raises(RuntimeError, match="planted"), log.span():
            raise RuntimeError("planted")
        assert log.current() is action
    assert log.current().correlation_id == CORRELATION


def test_a_block_can_be_entered_again(recording: Recording) -> None:
    block = recording.logger.new_correlation()
    with block as first, block as second:
        assert first.correlation_id != second.correlation_id
        assert recording.logger.current() is second
    assert recording.logger.current().correlation_id == CORRELATION


def test_a_block_can_be_entered_by_several_at_once(recording: Recording) -> None:
    block = recording.logger.span()
    barrier = Barrier(2)
    after: list[str | None] = []

    def in_thread() -> None:
        with block:
            barrier.wait(10)
        barrier.wait(10)
        after.append(recording.logger.current().span_id)

    threads = [Thread(target=in_thread) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    async def in_task(turns: int) -> None:
        with block:
            for _ in range(turns):
                await asyncio.sleep(0)
        after.append(recording.logger.current().span_id)

    async def main() -> None:
        await asyncio.gather(in_task(1), in_task(3), in_task(2))

    asyncio.run(main())
    assert after == [None] * 5


def test_a_context_from_elsewhere(recording: Recording) -> None:
    with recording.logger.context(CORRELATION, SPAN):
        record = recording.both("reconnect_scheduled", 3, 5000, None, None)
    assert (record["correlation_id"], record["span_id"]) == (CORRELATION, SPAN)


@pytest.mark.parametrize(
    ("correlation_id", "span_id"),
    [("", None), (CORRELATION.upper(), None), (CORRELATION, ""), (CORRELATION, "a\n")],
)
def test_junk_is_refused(
    recording: Recording, correlation_id: str, span_id: str | None
) -> None:
    with pytest.raises(ValueError, match="ID is"):
        recording.logger.context(correlation_id, span_id)
    with pytest.raises(ValueError, match="ID is"):
        recording.logger.adopt_root(correlation_id, span_id)


def test_tasks_do_not_see_each_other(recording: Recording) -> None:
    log = recording.logger

    async def work() -> tuple[str, str]:
        with log.new_correlation() as context:
            await asyncio.sleep(0)
            child = asyncio.create_task(inner())
            return context.correlation_id, await child

    async def inner() -> str:
        await asyncio.sleep(0)
        return log.current().correlation_id

    async def main() -> list[tuple[str, str]]:
        return await asyncio.gather(*(work() for _ in range(20)))

    found = asyncio.run(main())
    assert all(own == child for own, child in found)
    assert len(set(found)) == 20


def test_threads_and_executors_have_it_where_it_is_wrapped(
    recording: Recording,
) -> None:
    log = recording.logger
    seen: list[str] = []

    together = Barrier(4)

    def work(*_: object) -> str:
        seen.append(log.current().correlation_id)
        return seen[-1]

    def meet(number: int) -> str:
        together.wait(10)
        return work(number)

    with log.new_correlation() as context, ThreadPoolExecutor(4) as executor:
        wrapped = log.wrap(work)
        # One function in several threads at once.
        inside = set(executor.map(log.wrap(meet), range(8)))
        outside = executor.submit(work).result()
        thread = Thread(target=wrapped)
        thread.start()
        thread.join()
    assert inside == {context.correlation_id}
    assert outside == CORRELATION
    assert seen[-1] == context.correlation_id
    assert wrapped.__name__ == "work"


def test_a_block_that_ends_in_another_task_does_no_harm(recording: Recording) -> None:
    async def values() -> AsyncIterator[int]:
        with recording.logger.new_correlation():
            yield 1
            yield 2

    async def main() -> None:
        generator = values()
        await generator.__anext__()
        # Its `with` ends in a copy of the context that it began in.
        await asyncio.create_task(generator.aclose())  # type: ignore[attr-defined]

    asyncio.run(main())
    assert recording.logger.current().correlation_id == CORRELATION


def test_a_context_is_not_seen_from_elsewhere(recording: Recording) -> None:
    with recording.logger.new_correlation():
        empty = contextvars.Context()
        assert empty.run(recording.logger.current).correlation_id == CORRELATION
