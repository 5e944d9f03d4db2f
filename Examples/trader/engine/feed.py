"""The market data, from the exchange's websocket."""

from __future__ import annotations

import asyncio

import aiohttp
from news import News
from predictiontrader_catalog import RateLimitScope
from predictiontrader_catalog.resilience import ConnectionAttempt, ResilienceRuntime

__all__ = ["Feed"]

_FAILURES = (aiohttp.ClientError, OSError, asyncio.TimeoutError)


class Feed:
    """A connection that comes back for as long as the engine runs."""

    def __init__(
        self,
        url: str,
        session: aiohttp.ClientSession,
        resilience: ResilienceRuntime,
        news: News,
    ) -> None:
        """Does not connect yet."""
        self._url = url
        self._session = session
        self._resilience = resilience
        self._news = news
        self._socket: aiohttp.ClientWebSocketResponse | None = None

    async def run(self) -> None:
        """Connects, again and again, as the catalog's policy says."""
        scope = RateLimitScope.WS_MARKET_DATA
        async for attempt in self._resilience.reconnecting(scope, failures=_FAILURES):
            async with attempt:
                await self._listen(attempt)

    async def resubscribe(self) -> None:
        """Gives the connection up; the next attempt makes another."""
        if self._socket is not None:
            await self._socket.close()

    async def _listen(self, attempt: ConnectionAttempt) -> None:
        async with self._session.ws_connect(self._url) as self._socket:
            attempt.opened()
            is_first = True
            async for _ in self._socket:
                attempt.received()
                if is_first:
                    self._news.tell("prices")
                is_first = False
