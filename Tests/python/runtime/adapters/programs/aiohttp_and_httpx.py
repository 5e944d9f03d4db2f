"""Serves with aiohttp, and asks with aiohttp and httpx.

An argument is what all requests have as their query.
"""

import asyncio
import logging
import socket
import sys

import aiohttp
import httpx
from aiohttp import web
from predictiontrader_catalog._runtime.adapters import install
from predictiontrader_catalog._runtime.adapters.aiohttp import CorrelationMiddleware
from predictiontrader_catalog._runtime.adapters.httpx import (
    async_correlation_hook,
    correlation_hook,
)
from predictiontrader_catalog._runtime.carriers import outgoing_headers
from runtime.adapters.sample import sample_logger

LOGGER = sample_logger()
QUERY = f"?{sys.argv[1]}" if sys.argv[1:] else ""


async def handle(request: web.Request) -> web.Response:
    """Answers or fails."""
    logging.getLogger("engine.orders").info("asked for %s", request.path)
    if request.path == "/boom":
        raise LookupError("lost")
    if request.path == "/none":
        raise web.HTTPNotFound
    return web.Response(text="ok")


async def ask_with_aiohttp(base: str) -> None:
    """Sends requests, two of them on one connection."""
    async with aiohttp.ClientSession(base) as session:
        for path in ("/aiohttp", "/boom"):
            with LOGGER.new_correlation() as context:
                headers = outgoing_headers(LOGGER)
                async with session.get(f"{path}{QUERY}", headers=headers) as got:
                    await got.read()
                print(path, got.status, context.correlation_id)
        async with session.get("/none", headers={"X-Correlation-ID": "evil"}) as got:
            await got.read()
        print("/none", got.status, got.headers["X-Correlation-ID"])


async def ask_with_httpx(base: str) -> None:
    """Sends a request with each of its clients."""
    hooks = {"request": [async_correlation_hook(LOGGER)]}
    async with httpx.AsyncClient(base_url=base, event_hooks=hooks) as client:
        with LOGGER.new_correlation() as context, LOGGER.span():
            got = await client.get(f"/httpx{QUERY}")
    print("/httpx", got.status_code, context.correlation_id)

    def ask() -> None:
        hooks = {"request": [correlation_hook(LOGGER)]}
        with httpx.Client(base_url=base, event_hooks=hooks) as client:
            assert client.get(f"/sync{QUERY}").text == "ok"

    with LOGGER.new_correlation() as context:
        await asyncio.get_running_loop().run_in_executor(None, LOGGER.wrap(ask))
    print("/sync", 200, context.correlation_id)


async def main() -> None:
    """Serves, asks, and stops."""
    app = web.Application(middlewares=[CorrelationMiddleware(LOGGER)])
    app.router.add_get("/{path}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    listener = socket.create_server(("127.0.0.1", 0))
    await web.SockSite(runner, listener).start()
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    await ask_with_aiohttp(base)
    await ask_with_httpx(base)
    await runner.cleanup()


install(LOGGER)
asyncio.run(main())
