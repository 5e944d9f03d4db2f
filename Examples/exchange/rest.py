"""Orders and candles over HTTP."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web
from journal import Journal
from ledger import Ledger
from script import Answer, Script

__all__ = ["Rest"]

_MINUTE_MS = 60_000


class Rest:
    """Answers requests as the script says."""

    def __init__(self, script: Script, ledger: Ledger, journal: Journal) -> None:
        """Begins with the first entry of each kind."""
        self._script = script
        self._ledger = ledger
        self._journal = journal
        self._requests = 0

    def application(self) -> web.Application:
        """Its routes."""
        application = web.Application()
        application.add_routes(
            [
                web.post("/orders", self._place),
                web.delete("/orders/{id}", self._cancel),
                web.get("/orders/{id}", self._look_up),
                web.get("/candles", self._candles),
            ]
        )
        return application

    async def _place(self, request: web.Request) -> web.StreamResponse:
        order = str((await request.json())["client_order_id"])
        return await self._answer("orders", request, order)

    async def _cancel(self, request: web.Request) -> web.StreamResponse:
        return await self._answer("cancels", request, request.match_info["id"])

    async def _look_up(self, request: web.Request) -> web.StreamResponse:
        return await self._answer("lookups", request, request.match_info["id"])

    async def _candles(self, request: web.Request) -> web.StreamResponse:
        return await self._answer("candles", request, None)

    async def _answer(
        self, kind: str, request: web.Request, order: str | None
    ) -> web.StreamResponse:
        self._requests += 1
        number = self._requests
        entry = self._script.next_answer(kind)
        self._journal.write(
            "request",
            number=number,
            method=request.method,
            path=request.path_qs,
            of=kind,
            id=order,
        )
        await asyncio.sleep(entry.after_ms / 1000)
        status, body = 200, dict[str, Any]()
        if entry.is_well or entry.carried_out:
            status, body = self._carry_out(kind, request, order)
        if entry.hang:
            await asyncio.Event().wait()
        if entry.cut:
            self._journal.write("cut", number=number)
            if request.transport is not None:
                request.transport.abort()
        return self._response(number, entry, status, body)

    def _response(
        self, number: int, entry: Answer, status: int, body: dict[str, Any]
    ) -> web.Response:
        headers = entry.retry_after.headers() if entry.retry_after else {}
        if entry.status is not None:
            status, body = entry.status, {"error": "as the script says"}
        # Before it leaves: whoever waits for it cannot have it earlier.
        if not entry.cut:
            self._journal.write(
                "answer",
                number=number,
                status=status,
                retry_after=headers.get("Retry-After"),
                wait_s=entry.retry_after.seconds if entry.retry_after else None,
            )
        return web.json_response(body, status=status, headers=headers)

    def _carry_out(
        self, kind: str, request: web.Request, order: str | None
    ) -> tuple[int, dict[str, Any]]:
        if kind == "candles" or order is None:
            return 200, {"candles": _candles(request)}
        if kind == "orders":
            if self._ledger.place(order):
                self._journal.write("accepted", id=order)
                return 201, {"id": order, "status": "accepted"}
            self._journal.write("duplicate", id=order)
            return 409, {"error": "there is an order with this client order ID"}
        if kind == "cancels" and self._ledger.cancel(order):
            self._journal.write("cancelled", id=order)
        status = self._ledger.orders.get(order)
        if status is None:
            return 404, {"error": "there is no such order"}
        return 200, {"id": order, "status": status}


def _candles(request: web.Request) -> list[dict[str, int]]:
    """Made-up prices, the same each time: they depend on their time alone."""
    start = int(request.query.get("from", "0"))
    count = min(int(request.query.get("count", "10")), 100)
    minutes = [start // _MINUTE_MS + index for index in range(count)]
    return [
        {"at": minute * _MINUTE_MS, "close": 40 + minute * 7 % 20} for minute in minutes
    ]
