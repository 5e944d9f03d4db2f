"""What the engine asks of the exchange over REST: orders, and past prices."""

from __future__ import annotations

import asyncio
from typing import Any, NamedTuple

import aiohttp
from news import News
from predictiontrader_catalog import Level, RateLimitScope, events, log
from predictiontrader_catalog.resilience import (
    Answer,
    OutcomeUnknownError,
    RequestAttempt,
    RequestError,
    ResilienceRuntime,
)
from settings import Settings

__all__ = ["Market", "Outcome"]

_ORDERS = RateLimitScope.REST_ORDERS
_CANDLES = RateLimitScope.REST_MARKET_DATA


class Outcome(NamedTuple):
    """What became of an order."""

    state: str
    """`accepted`, `cancelled`, `absent` (the exchange does not have it), `refused` (it
    does not want it), `rejected` (it was not asked), `throttled`, `failed`, or
    `unknown`."""

    error_code: str | None = None
    """Why it was not placed."""

    reason: str | None = None
    """More of it, for operators."""


class Market:
    """The exchange. What is asked of it, and when again, the limiters decide."""

    def __init__(
        self, settings: Settings, session: aiohttp.ClientSession, news: News
    ) -> None:
        """Begins with nothing asked.

        Args:
            settings: Where the exchange is.
            session: What asks it. It must not repeat requests by itself.
            news: Hears of candles.
        """
        self._settings = settings
        self._session = session
        self._news = news
        self._resilience: ResilienceRuntime | None = None
        self._found_out: dict[str, asyncio.Future[Outcome]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def use(self, resilience: ResilienceRuntime) -> None:
        """Takes what limits its requests."""
        self._resilience = resilience

    async def place(self, order: str, contracts: int) -> Outcome:
        """Places an order; waits where the exchange wants that.

        Args:
            order: The client order ID.
            contracts: For how much.
        """
        body = {"client_order_id": order, "contracts": contracts}

        async def send(_: RequestAttempt) -> Answer[tuple[int, Any]]:
            # The desktop must know of it before the exchange does.
            await self._news.told()
            return await self._ask("POST", "/orders", body)

        try:
            status, _ = await self._limiter(_ORDERS).send(send, lane="orders", id=order)
        except OutcomeUnknownError as error:
            return await self._what_was_found_out(order, error)
        except RequestError as error:
            return _failed(error)
        if status not in (200, 201):
            return Outcome("refused", reason=f"the exchange answered {status}")
        log.record(
            Level.INFO,
            component="rest_client",
            event="order_accepted",
            message="The exchange accepted the order",
            details={"client_order_id": order, "contracts": contracts},
        )
        return Outcome("accepted")

    async def cancel(self, order: str) -> Outcome:
        """Cancels an order. To do so twice does no harm."""
        return await self._about(order, "DELETE")

    async def look_up(self, order: str) -> Outcome:
        """Asks what became of an order."""
        return await self._about(order, "GET")

    async def reconcile(self, scope: str, order: str) -> None:
        """Finds out what became of an order whose answer did not come.

        The runtime asks for it, of orders that were out when the last engine ended,
        too. It is never placed again: that is for the user to decide.

        Args:
            scope: Of which limiter it is.
            order: The client order ID.
        """
        outcome = await self.look_up(order)
        if outcome.state in ("accepted", "cancelled", "absent"):
            events.request_reconciled(rate_limit_scope=scope, outcome=outcome.state)
        self._finding(order).set_result(outcome)

    def backfill(self, count: int) -> None:
        """Asks for past prices, as many requests as are wanted, and tells when done."""
        task = asyncio.ensure_future(self._backfill(count))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def settle(self) -> None:
        """Fails, as programs fail: with an exception that nobody expected.

        Its text holds the key of the exchange, as such texts do.
        """
        positions: dict[str, int] = {}
        try:
            positions["KXBTC"] -= 1
        except KeyError as error:
            endpoint = self._settings.endpoint
            raise RuntimeError(
                f"the order book and the positions of {endpoint} differ"
            ) from error

    async def _backfill(self, count: int) -> None:
        asked = [self._candles(index) for index in range(count)]
        answers = await asyncio.gather(*asked)
        self._news.tell("candles", {"asked": count, "came": sum(answers)})

    async def _candles(self, index: int) -> bool:
        async def send(_: RequestAttempt) -> Answer[tuple[int, Any]]:
            return await self._ask("GET", f"/candles?from={index * 600_000}&count=10")

        try:
            status, _ = await self._limiter(_CANDLES).send(
                send, lane="backfill", safe=True
            )
        except RequestError:
            return False
        return bool(status == 200)

    async def _about(self, order: str, method: str) -> Outcome:
        async def send(_: RequestAttempt) -> Answer[tuple[int, Any]]:
            return await self._ask(method, f"/orders/{order}")

        try:
            status, answer = await self._limiter(_ORDERS).send(
                send, lane="cancels", safe=True
            )
        except RequestError as error:
            return _failed(error)
        if status == 404:
            return Outcome("absent")
        return Outcome(str(answer.get("status", "refused")))

    async def _ask(
        self, method: str, path: str, body: object = None
    ) -> Answer[tuple[int, Any]]:
        headers = {"Authorization": f"Bearer {self._settings.key}"}
        url = self._settings.rest + path
        async with self._session.request(
            method, url, json=body, headers=headers
        ) as response:
            # Whatever is not JSON does not matter: the status tells.
            text = await response.text()
            is_json = response.content_type == "application/json"
            value = await response.json() if text and is_json else {}
            return Answer.of(response, (response.status, value))

    async def _what_was_found_out(
        self, order: str, error: OutcomeUnknownError
    ) -> Outcome:
        outcome = await self._finding(order)
        if outcome.state in ("accepted", "cancelled", "absent"):
            return outcome
        return Outcome("unknown", error.code)

    def _finding(self, order: str) -> asyncio.Future[Outcome]:
        if order not in self._found_out:
            self._found_out[order] = asyncio.get_running_loop().create_future()
        return self._found_out[order]

    def _limiter(self, scope: str) -> Any:
        assert self._resilience is not None
        return self._resilience.limiter(scope)


def _failed(error: RequestError) -> Outcome:
    kind = type(error).__name__.removeprefix("Request").removesuffix("Error").lower()
    return Outcome(kind, error.code, error.reason)
