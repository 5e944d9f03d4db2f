#!/usr/bin/env python3
"""The engine: takes orders over HTTP and control messages over a websocket.

The desktop starts it, and writes a bootstrap line to its standard input. The engine
answers with READY and its port on standard output, and ends when the input does.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path

from aiohttp import web
from diagnostics import Diagnostics
from market import Market
from predictiontrader_catalog import Level, Service, log
from predictiontrader_catalog.carriers import CarrierError, read_bootstrap, ready
from predictiontrader_catalog.frameworks import aiohttp_middleware
from predictiontrader_catalog.sinks import FileSink
from server import Server

_BOOTSTRAP_SECONDS = 10.0


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
    except CarrierError as error:
        _tell("bootstrap_refused", f"No bootstrap: {error}", Level.ERROR)
        return 1
    log.adopt(bootstrap)
    key = (bootstrap.payload or {}).get("exchange_key", "none")
    endpoint = f"https://exchange.example/v2?api_key={key}"
    diagnostics = Diagnostics(arguments.diagnostics, endpoint)
    diagnostics.save()
    asyncio.run(_serve(Server(Market(endpoint, diagnostics), diagnostics)))
    log.close()
    return 0


async def _serve(server: Server) -> None:
    application = web.Application(middlewares=[aiohttp_middleware()])
    application.router.add_post("/orders", server.orders)
    application.router.add_get("/control", server.control)
    runner = web.AppRunner(application, access_log_format="%r %s")
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    _tell("engine_listening", "Engine listens on the loopback interface")
    print(ready({"port": port}).to_line(), end="", flush=True)
    await _first_of(server.run(), _desktop_ends())
    _tell("engine_stopping", "The desktop is gone; the engine stops")
    await runner.cleanup()


async def _desktop_ends() -> None:
    """Waits until the desktop closes its end of standard input, however it ends."""
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    await reader.read()


async def _first_of(*endings: Coroutine[None, None, None]) -> None:
    """Waits for the first that ends; what it raises goes on from here."""
    tasks = [asyncio.ensure_future(ending) for ending in endings]
    done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    for task in done:
        task.result()


def _tell(event: str, message: str, level: Level = Level.INFO) -> None:
    log.record(level, component="bootstrap", event=event, message=message)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--log", required=True, help="the log file")
    parser.add_argument(
        "--diagnostics", type=Path, help="the file for its part of a bundle"
    )
    parser.add_argument(
        "--crash-before-install",
        action="store_true",
        help="fail before anything is taken over",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
