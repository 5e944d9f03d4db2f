"""Secrets in what frameworks and the interpreter say, with the real packages."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import threading
import warnings

import pytest
import structlog
from predictiontrader_catalog._runtime.adapters.structlog import RecordProcessor
from runtime.adapters.tools import Recorded, run_program
from runtime.redaction.planted import PASSWORD, SECRETS, TOKEN, assert_hidden

pytestmark = pytest.mark.usefixtures("own_logging")


def test_logging(installed: Recorded) -> None:
    logger = logging.getLogger("library")
    logger.warning("signed in with %s", TOKEN)
    logger.warning("token=%s", PASSWORD, extra={"password": PASSWORD})
    logger.warning({"event": "signed in", "api_key": PASSWORD})
    logger.warning("https://api.example/v1?api_key=%s&page=2", PASSWORD)
    assert len(installed.records) == 4
    for line in installed.sink.lines:
        assert_hidden(line)


def test_arguments_that_do_not_fit_their_message(installed: Recorded) -> None:
    logger = logging.getLogger("engine")
    logger.propagate = False
    wrong = "password=%s for %s"
    logger.warning(wrong, PASSWORD)
    logger.propagate = True
    assert_hidden(installed.sink.lines[0])
    details = installed.only["details"]
    assert details["format_error"] == "TypeError"
    assert details["args"] == "password=[redacted:password]"


def test_a_loggers_name(installed: Recorded) -> None:
    logging.getLogger(TOKEN).warning("well")
    assert installed.only["component"] == "redacted"
    assert installed.only["details"]["logger"] == "[redacted:github-token]"


def test_warnings(installed: Recorded) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"old token {TOKEN}", DeprecationWarning, stacklevel=1)
    assert_hidden(installed.sink.lines[0])


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_threads(installed: Recorded) -> None:
    def fail() -> None:
        raise ValueError(f"password: {PASSWORD}")

    thread = threading.Thread(target=fail, name=TOKEN)
    thread.start()
    thread.join()
    (line,) = installed.sink.lines
    assert_hidden(line)
    assert installed.only["details"]["thread"] == "[redacted:github-token]"


def test_the_main_program(installed: Recorded) -> None:
    sys.excepthook(ValueError, ValueError(TOKEN), None)
    assert_hidden(installed.sink.lines[0])


def test_asyncio(installed: Recorded) -> None:
    async def fail() -> None:
        raise ValueError(f"token={PASSWORD}")

    async def main() -> None:
        task = asyncio.create_task(fail(), name=TOKEN)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task
        gc.collect()

    asyncio.run(main())
    assert len(installed.records) == 1
    assert_hidden(installed.sink.lines[0])


def test_structlog(recorded: Recorded) -> None:
    structlog.configure(processors=[RecordProcessor(recorded.logger)])
    logger = structlog.get_logger()
    logger.warning("signed_in", token=PASSWORD, url=f"wss://a:{PASSWORD}@h/", n=3)
    try:
        raise ValueError(TOKEN)
    except ValueError:
        logger.exception(f"it was {TOKEN}")
    structlog.reset_defaults()
    assert len(recorded.records) == 2
    for line in recorded.sink.lines:
        assert_hidden(line)
    assert recorded.records[0]["details"]["n"] == 3


@pytest.mark.parametrize("program", ["aiohttp_and_httpx.py", "uvicorn_server.py"])
def test_access_logs(program: str) -> None:
    done = run_program(program, f"token={PASSWORD}&page={TOKEN}")
    assert done.status == 0
    asked = [one for one in done.records if "[redacted:" in one["message"]]
    assert {one["component"] for one in asked} >= (
        {"aiohttp_access", "httpx"} if "httpx" in program else {"uvicorn_access"}
    )
    for record in done.records:
        assert_hidden(repr(record), *SECRETS)
