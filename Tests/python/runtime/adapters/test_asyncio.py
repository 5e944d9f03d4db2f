"""What event loops say of exceptions becomes records."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from predictiontrader_catalog._runtime.adapters import install
from predictiontrader_catalog._runtime.logger import RecordLogger
from runtime.adapters.tools import Recorded


def run(work: Callable[[RecordLogger], Awaitable[None]], logger: RecordLogger) -> None:
    """Runs a coroutine in a loop of its own."""

    async def main() -> None:
        await work(logger)
        gc.collect()
        await asyncio.sleep(0)

    asyncio.run(main())


async def fail() -> None:
    """Fails."""
    raise LookupError("lost")


async def leave_a_task(logger: RecordLogger) -> None:
    """Starts a task that fails, under a correlation, and forgets it."""
    with logger.new_correlation():
        task = asyncio.create_task(fail(), name="forgotten")
        logger.record("INFO", component="engine", event="started", message="Started")
    await asyncio.wait([task])


def test_a_task_that_nobody_awaited(
    installed: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    run(leave_a_task, installed.logger)
    started, failed = installed.records
    assert failed["event"] == "unexpected_error"
    details = failed["details"]
    assert details["source"] == "asyncio"
    assert details["task"] == "forgotten"
    assert details["reason"] == "Task exception was never retrieved"
    assert details["exception"]["message"] == "lost"
    assert "fail runtime/" in details["exception"]["frames"][0]
    same = failed["correlation_id"] == started["correlation_id"]
    assert same == (sys.version_info >= (3, 12))
    assert capsys.readouterr().err == ""


def test_a_callback_that_fails_keeps_its_correlation(installed: Recorded) -> None:
    async def work(logger: RecordLogger) -> None:
        with logger.new_correlation() as context:
            asyncio.get_running_loop().call_soon(int, "seven")
            seen.append(context.correlation_id)
        await asyncio.sleep(0)

    seen: list[str] = []
    run(work, installed.logger)
    assert installed.only["correlation_id"] == seen[0]
    assert installed.only["details"]["exception"]["type"] == "ValueError"


def test_a_message_without_an_exception(installed: Recorded) -> None:
    async def work(_logger: RecordLogger) -> None:
        asyncio.get_running_loop().call_exception_handler({"message": "odd"})

    run(work, installed.logger)
    assert installed.only["details"] == {
        "operator_message": "Capture diagnostics.",
        "source": "asyncio",
        "reason": "odd",
    }


def test_a_handler_of_the_program_decides_for_itself(installed: Recorded) -> None:
    seen: list[dict[str, Any]] = []

    async def work(_logger: RecordLogger) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, context: seen.append(context))
        loop.call_exception_handler({"message": "one"})
        loop.set_exception_handler(
            lambda loop, context: loop.default_exception_handler(context)
        )
        loop.call_exception_handler({"message": "two"})

    run(work, installed.logger)
    assert [context["message"] for context in seen] == ["one"]
    assert installed.only["details"]["reason"] == "two"


def test_other_handlers_hear_of_it_too(
    installed: Recorded, caplog: pytest.LogCaptureFixture
) -> None:
    run(leave_a_task, installed.logger)
    assert len(installed.records) == 2
    (heard,) = (record for record in caplog.records if record.name == "asyncio")
    assert heard.levelno == logging.ERROR


def test_it_is_given_back(recorded: Recorded) -> None:
    before = asyncio.BaseEventLoop.default_exception_handler
    with install(recorded.logger):
        assert asyncio.BaseEventLoop.default_exception_handler is not before
    assert asyncio.BaseEventLoop.default_exception_handler is before
