"""What the engine tells the desktop without being asked."""

from __future__ import annotations

import asyncio
import contextlib

from aiohttp import web
from predictiontrader_catalog.carriers import envelope

__all__ = ["News"]


class News:
    """Sends messages to every control channel, in the order in which they happen."""

    def __init__(self) -> None:
        """Begins without anybody who listens."""
        self._sockets: set[web.WebSocketResponse] = set()
        self._latest: dict[str, str] = {}
        self._queue: asyncio.Queue[str] = asyncio.Queue()

    def tell(self, kind: str, payload: object = None, *, keep: bool = False) -> None:
        """Has something told, soon.

        Args:
            kind: What it is.
            payload: The rest of it.
            keep: Whether one who comes later is told, too.
        """
        text = envelope(kind, payload).to_text()
        if keep:
            self._latest[kind] = text
        self._queue.put_nowait(text)

    async def told(self) -> None:
        """Waits until all that happened so far has been told."""
        await self._queue.join()

    async def join(self, socket: web.WebSocketResponse) -> None:
        """Tells somebody from now on."""
        self._sockets.add(socket)
        for text in self._latest.values():
            await _send(socket, text)

    def leave(self, socket: web.WebSocketResponse) -> None:
        """Tells somebody nothing any more."""
        self._sockets.discard(socket)

    async def run(self) -> None:
        """Sends, without an end."""
        while True:
            text = await self._queue.get()
            try:
                for socket in [*self._sockets]:
                    await _send(socket, text)
            finally:
                self._queue.task_done()

    async def close(self) -> None:
        """Ends all channels."""
        for socket in [*self._sockets]:
            await socket.close()


async def _send(socket: web.WebSocketResponse, text: str) -> None:
    # Who is gone needs no news; its channel notices that.
    with contextlib.suppress(ConnectionError):
        await socket.send_str(text)
