"""Tests read the records of a block."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from threading import Barrier, Thread

import pytest
from predictiontrader_catalog import ErrorCode, Event, Level, events, log
from predictiontrader_catalog._runtime.capture import CapturedRecords
from runtime.recording import Recording, checked


def test_records_are_read_by_name() -> None:
    with log.capture() as records:
        events.reconnect_scheduled(attempt=3, backoff_ms=5000)
        events.engine_ready_received(port=43125)
        events.request_failed(error_code=ErrorCode.PT_HTTP_429)
        events.request_failed(error_code=ErrorCode.PT_NET_001)
    record = records.only(Event.RECONNECT_SCHEDULED)
    assert record.attempt == record["attempt"] == 3
    assert record.level == Level.WARN
    assert record.rate_limit_scope is None
    assert records.only(Event.ENGINE_READY_RECEIVED)["details"]["port"] == 43125
    codes = [record.error_code for record in records.of(Event.REQUEST_FAILED)]
    assert codes == [ErrorCode.PT_HTTP_429, ErrorCode.PT_NET_001]
    assert len(records) == 4
    assert [record.event for record in records[:2]] == list(Event)[1::-1]
    assert next(iter(record)) == "ts"
    assert "attempt" in record
    for line in records.lines:
        checked(line)


def test_what_is_not_there_fails_and_says_what_is() -> None:
    with log.capture() as records:
        events.engine_ready_received(port=1)
        events.engine_ready_received(port=2)
    with pytest.raises(AssertionError, match=r"0 records of 'reconnected' in .*port"):
        records.only(Event.RECONNECTED)
    with pytest.raises(AssertionError, match="2 records of 'engine_ready_received'"):
        records.only(Event.ENGINE_READY_RECEIVED)
    with pytest.raises(KeyError):
        records[0]["attempt"]
    assert records[0].attempt is None
    for record in (records[0], *records[:1]):
        with pytest.raises(AttributeError, match="the catalog has no field 'atempt'"):
            assert record.atempt is None


def test_the_sink_gets_nothing_until_the_block_ends(recording: Recording) -> None:
    def write() -> None:
        recording.logger.writers["reconnect_scheduled"](3, 5000, None, None)

    with recording.logger.capture() as outer:
        write()
        with recording.logger.capture() as inner:
            write()
        write()
    write()
    assert (len(outer), len(inner), len(recording.sink.lines)) == (2, 1, 1)


def test_threads_do_not_capture_each_other() -> None:
    barrier = Barrier(4)
    found: dict[int, list[int]] = {}

    def work(number: int) -> None:
        with log.capture() as records:
            barrier.wait()
            for _ in range(100):
                events.engine_ready_received(port=number)
            barrier.wait()
        found[number] = [record["details"]["port"] for record in records]

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: [number] * 100 for number in range(4)}


def test_what_a_block_starts_is_captured() -> None:
    async def main() -> None:
        await asyncio.gather(*(one(number) for number in range(5)))

    async def one(number: int) -> None:
        events.engine_ready_received(port=number)

    with log.capture() as records:
        asyncio.run(main())
        thread = Thread(
            target=log.wrap(events.engine_ready_received), kwargs={"port": 9}
        )
        thread.start()
        thread.join()
    assert sorted(record["details"]["port"] for record in records) == [0, 1, 2, 3, 4, 9]


def test_a_block_may_end_in_another_task() -> None:
    async def fixture() -> AsyncIterator[CapturedRecords]:
        with log.capture() as records:
            yield records

    async def begun(running: AsyncIterator[CapturedRecords]) -> None:
        await anext(running)

    async def main() -> None:
        running = fixture()
        await asyncio.create_task(begun(running))
        await asyncio.create_task(running.aclose())  # type: ignore[attr-defined]

    asyncio.run(main())
    with log.capture() as records:
        events.engine_ready_received(port=1)
    assert len(records) == 1
