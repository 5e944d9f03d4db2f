"""A port of the exchange that can really be closed, and opened again at its number."""

from __future__ import annotations

import asyncio
import socket

from aiohttp import web
from journal import Journal

__all__ = ["Listener"]


class Listener:
    """Serves an application at a port of the loopback interface."""

    def __init__(
        self, name: str, application: web.Application, journal: Journal
    ) -> None:
        """Takes a port and does not listen yet.

        A socket that is bound and never listens keeps its number: else another process
        could have it while the exchange is away, or a client that connects to it from
        the same number could reach itself.
        """
        self.name = name
        self._journal = journal
        self._runner = web.AppRunner(
            application, handler_cancellation=True, access_log=None
        )
        self._placeholder = _bound(0)
        self.port: int = self._placeholder.getsockname()[1]
        self._site: web.SockSite | None = None
        self._lock = asyncio.Lock()

    async def open(self) -> None:
        """Listens; nothing happens where it does."""
        async with self._lock:
            if self._site is not None:
                return
            if self._runner.server is None:
                await self._runner.setup()
            self._site = web.SockSite(self._runner, _bound(self.port))
            await self._site.start()
            self._journal.write("listener", port=self.name, open=True)

    async def close(self) -> None:
        """Stops listening and cuts all connections: clients are refused from now on."""
        async with self._lock:
            if self._site is None:
                return
            self._journal.write("listener", port=self.name, open=False)
            await self._site.stop()
            self._site = None
            server = self._runner.server
            for connection in server.connections if server is not None else ():
                transport = connection.transport
                if isinstance(transport, asyncio.WriteTransport):
                    transport.abort()

    async def end(self) -> None:
        """Closes it for good."""
        await self.close()
        await self._runner.cleanup()
        self._placeholder.close()


def _bound(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # For the placeholder and the listener beside it.
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    bound.bind(("127.0.0.1", port))
    return bound
