"""What the engine does: orders, and market data. There is no exchange behind it."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from diagnostics import Diagnostics
from predictiontrader_catalog import ErrorCode, Level, RateLimitScope, events, log

__all__ = ["Market", "RateLimit"]

_RATE_LIMIT_MS = 1000
_RECONNECT_BACKOFF_MS = (50, 100)


class RateLimit(NamedTuple):
    """What the exchange answers where it was asked too often."""

    backoff_ms: int
    """How long to wait before the next request."""


class Market:
    """The connections to an exchange that refuses the first order it gets."""

    def __init__(self, endpoint: str, diagnostics: Diagnostics) -> None:
        """Begins with no order placed.

        Args:
            endpoint: Where requests go, with the key that the exchange asks for.
            diagnostics: Counts what happens.
        """
        self._orders = 0
        self._endpoint = endpoint
        self._diagnostics = diagnostics

    def place(self, contracts: int) -> RateLimit | None:
        """Places an order; `None` once the exchange has it."""
        self._orders += 1
        if self._orders == 1:
            events.request_failed(
                error_code=ErrorCode.PT_HTTP_429,
                rate_limit_scope=RateLimitScope.REST_ORDERS,
                attempt=1,
            )
            events.rate_limited(
                backoff_ms=_RATE_LIMIT_MS, rate_limit_scope=RateLimitScope.REST_ORDERS
            )
            self._diagnostics.rate_limited(RateLimitScope.REST_ORDERS, _RATE_LIMIT_MS)
            return RateLimit(_RATE_LIMIT_MS)
        log.record(
            Level.INFO,
            component="rest_client",
            event="order_accepted",
            message="The exchange accepted the order",
            attempt=self._orders,
            details={"contracts": contracts},
        )
        return None

    async def resubscribe(self) -> int:
        """Connects to the stream again; gives the number of attempts that it took."""
        attempt = 0
        for attempt, backoff_ms in enumerate(_RECONNECT_BACKOFF_MS, 1):
            events.reconnect_scheduled(
                attempt=attempt,
                backoff_ms=backoff_ms,
                rate_limit_scope=RateLimitScope.WS_MARKET_DATA,
            )
            self._diagnostics.backed_off(
                RateLimitScope.WS_MARKET_DATA, attempt, backoff_ms
            )
            await asyncio.sleep(backoff_ms / 1000)
        events.reconnected(attempt=attempt)
        self._diagnostics.reconnected(RateLimitScope.WS_MARKET_DATA)
        return attempt

    def settle(self) -> None:
        """Fails, as programs fail: with an exception that nobody expected.

        Its text holds the key of the exchange, as such texts do.
        """
        positions: dict[str, int] = {}
        try:
            positions["KXBTC"] -= 1
        except KeyError as error:
            raise RuntimeError(
                f"the order book and the positions of {self._endpoint} differ"
            ) from error
