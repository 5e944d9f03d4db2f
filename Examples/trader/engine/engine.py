#!/usr/bin/env python3
"""The engine: takes orders over HTTP and control messages over a websocket.

The desktop starts it, and writes a bootstrap line to its standard input. The engine
answers with READY and its port on standard output, and ends when the input does.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from diagnostics import Diagnostics
from feed import Feed
from market import Market
from news import News
from policies import overrides, scaled
from predictiontrader_catalog import Level, Service, log
from predictiontrader_catalog.carriers import CarrierError, read_bootstrap, ready
from predictiontrader_catalog.frameworks import aiohttp_middleware
from predictiontrader_catalog.resilience import (
    Carried,
    ResilienceDescription,
    ResilienceRuntime,
)
from predictiontrader_catalog.sinks import FileSink
from server import Server
from settings import Settings

_BOOTSTRAP_SECONDS = 10.0
_HEARTBEAT_SECONDS = 0.25


def main() -> int:
    """Runs the engine; the exit status tells how it ended."""
    arguments = _arguments()
    if arguments.crash_before_install:
        # Nothing has taken over what Python prints: a plain traceback.
        raise RuntimeError("the engine's settings cannot be read")
    log.configure(service=Service.ENGINE, sink=FileSink(arguments.log))
    log.install()
    _tell("engine_starting", "Engine is starting; waiting for its bootstrap")
    try:
        bootstrap = read_bootstrap(timeout=_BOOTSTRAP_SECONDS)
        settings = Settings.of(bootstrap.payload or {})
    except (CarrierError, ValueError) as error:
        _tell("bootstrap_refused", f"No bootstrap: {error}", Level.ERROR)
        return 1
    log.adopt(bootstrap)
    changes = overrides(arguments.policy) if arguments.policy else None
    policies = scaled(arguments.scale, changes)
    asyncio.run(_run(settings, policies, arguments.diagnostics))
    log.close()
    return 0


async def _run(
    settings: Settings, policies: ResilienceDescription, file: Path | None
) -> None:
    # A connection for each request: one that is kept may be gone, and a request that
    # was written to it may have been carried out.
    connector = aiohttp.TCPConnector(force_close=True)
    news = News()
    async with aiohttp.ClientSession(connector=connector) as session:
        market = Market(settings, session, news)
        async with ResilienceRuntime(
            policies,
            epoch=settings.epoch,
            carried=settings.carried,
            seed=settings.seed,
            reconcile=market.reconcile,
            on_carried=lambda carried: _carry(carried, news),
        ) as resilience:
            market.use(resilience)
            feed = Feed(settings.feed, session, resilience, news)
            diagnostics = Diagnostics(file, settings, resilience)
            _carry(resilience.carried(), news)
            server = Server(market, feed, diagnostics, resilience, news)
            try:
                await _serve(
                    server,
                    news,
                    settings.epoch,
                    server.run(),
                    news.run(),
                    feed.run(),
                    _tell_status(resilience, news),
                    _beat(diagnostics, news),
                )
            finally:
                diagnostics.save()


async def _serve(
    server: Server, news: News, epoch: int, *jobs: Coroutine[Any, Any, None]
) -> None:
    application = web.Application(middlewares=[aiohttp_middleware()])
    application.add_routes(server.routes())
    runner = web.AppRunner(application, access_log_format="%r %s")
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    log.record(
        Level.INFO,
        component="bootstrap",
        event="engine_listening",
        message="Engine listens on the loopback interface",
        details={"epoch": epoch},
    )
    print(ready({"port": port}).to_line(), end="", flush=True)
    await _until_the_desktop_ends(*jobs)
    _tell("engine_stopping", "The desktop is gone; the engine stops")
    await news.close()
    await runner.cleanup()


async def _until_the_desktop_ends(*jobs: Coroutine[Any, Any, None]) -> None:
    """Runs jobs meanwhile; what one of them raises goes on from here."""
    ending = asyncio.ensure_future(_desktop_ends())
    tasks = {ending, *map(asyncio.ensure_future, jobs)}
    try:
        while not ending.done():
            done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        for task in tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*tasks)


async def _desktop_ends() -> None:
    """Waits until the desktop closes its end of standard input, however it ends."""
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    await reader.read()


async def _tell_status(resilience: ResilienceRuntime, news: News) -> None:
    async for status in resilience.status_changes():
        news.tell("status", status._asdict(), keep=True)


async def _beat(diagnostics: Diagnostics, news: News) -> None:
    while True:
        news.tell("heartbeat")
        diagnostics.save()
        await asyncio.sleep(_HEARTBEAT_SECONDS)


def _carry(carried: Carried, news: News) -> None:
    news.tell("carried", carried.as_json(), keep=True)


def _tell(event: str, message: str, level: Level = Level.INFO) -> None:
    log.record(level, component="bootstrap", event=event, message=message)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--log", required=True, help="the log file")
    parser.add_argument(
        "--diagnostics", type=Path, help="the file for its part of a bundle"
    )
    parser.add_argument(
        "--scale", type=int, default=1, help="divides the times of the policies"
    )
    parser.add_argument(
        "--policy", type=Path, help="a scenario's file, which may change policies"
    )
    parser.add_argument(
        "--crash-before-install",
        action="store_true",
        help="fail before anything is taken over",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
