"""The market data feed: a websocket that ticks until the script says otherwise."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from aiohttp import WSCloseCode, web
from journal import Journal
from script import Feed, Script

__all__ = ["MarketFeed"]


class MarketFeed:
    """Serves connections as the script says."""

    def __init__(
        self, script: Script, journal: Journal, vanish: Callable[[int], None]
    ) -> None:
        """Begins with the script's first entry.

        Args:
            script: What becomes of each connection.
            journal: Where handshakes and ends go.
            vanish: Ends all connections and closes the port for a time in ms.
        """
        self._script = script
        self._journal = journal
        self._vanish = vanish
        self._handshakes = 0

    def application(self) -> web.Application:
        """Its route."""
        application = web.Application()
        application.router.add_get("/feed", self._serve)
        return application

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        self._handshakes += 1
        number = self._handshakes
        entry = self._script.next_feed()
        self._journal.write("handshake", number=number)
        if entry.hang:
            await asyncio.Event().wait()
        if entry.refuse is not None:
            return self._refusal(number, entry, entry.refuse)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._journal.write("opened", number=number)
        # It ends with the connection, too: reading notices that first.
        ticking = asyncio.ensure_future(self._tick(socket, entry))
        reading = asyncio.ensure_future(self._read(socket))
        try:
            await asyncio.wait((ticking, reading), return_when=asyncio.FIRST_COMPLETED)
            # Before it ends: whoever waits for that cannot know of it earlier.
            end = ticking.result() if ticking.done() else "gone"
            self._journal.write("ended", number=number, how=end)
            if ticking.done():
                await self._end(socket, request, entry)
        finally:
            ticking.cancel()
            reading.cancel()
        return socket

    def _refusal(self, number: int, entry: Feed, status: int) -> web.Response:
        headers = entry.retry_after.headers() if entry.retry_after else {}
        self._journal.write(
            "refused",
            number=number,
            status=status,
            retry_after=headers.get("Retry-After"),
            wait_s=entry.retry_after.seconds if entry.retry_after else None,
        )
        return web.Response(status=status, headers=headers)

    async def _tick(self, socket: web.WebSocketResponse, entry: Feed) -> str:
        """Sends prices; gives how it ends."""
        sent = 0
        with contextlib.suppress(ConnectionError):
            while entry.ticks is None or sent < entry.ticks:
                price = 40 + sent * 7 % 20
                await socket.send_json({"type": "tick", "number": sent, "price": price})
                sent += 1
                await asyncio.sleep(entry.every_ms / 1000)
            if entry.then == "stall":
                await asyncio.Event().wait()
            return entry.then
        return "gone"

    @staticmethod
    async def _read(socket: web.WebSocketResponse) -> None:
        async for _ in socket:
            pass

    async def _end(
        self, socket: web.WebSocketResponse, request: web.Request, entry: Feed
    ) -> None:
        if entry.then == "close":
            await socket.close(code=WSCloseCode.SERVICE_RESTART)
        elif request.transport is not None:
            request.transport.abort()
        if entry.then == "vanish":
            self._vanish(entry.for_ms)
