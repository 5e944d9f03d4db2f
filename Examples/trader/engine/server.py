"""What the desktop can ask of the engine, by HTTP and by websocket."""

from __future__ import annotations

import asyncio
import json

from aiohttp import WSMsgType, web
from diagnostics import Diagnostics
from feed import Feed
from market import Market, Outcome
from news import News
from predictiontrader_catalog import Level, bundle, log
from predictiontrader_catalog.carriers import (
    CarrierError,
    ControlEnvelope,
    accept,
    envelope,
)
from predictiontrader_catalog.resilience import ResilienceRuntime

__all__ = ["Server"]

_STATUSES = {"accepted": 201, "cancelled": 200, "absent": 404, "unknown": 202}


class Server:
    """The requests for orders, and the control channel."""

    def __init__(
        self,
        market: Market,
        feed: Feed,
        diagnostics: Diagnostics,
        resilience: ResilienceRuntime,
        news: News,
    ) -> None:
        """Makes a server for the connections to an exchange."""
        self._market = market
        self._feed = feed
        self._diagnostics = diagnostics
        self._resilience = resilience
        self._news = news
        self._messages: asyncio.Queue[tuple[web.WebSocketResponse, str]]
        self._messages = asyncio.Queue()

    def routes(self) -> list[web.RouteDef]:
        """What it answers."""
        return [
            web.post("/orders", self._place),
            web.delete("/orders/{id}", self._cancel),
            web.get("/orders/{id}", self._look_up),
            web.get("/control", self._control),
        ]

    async def run(self) -> None:
        """Does what control messages ask, one after the other, without an end.

        Not where they arrive: there the framework would answer for what fails here. An
        engine that cannot do what it is told must end instead.
        """
        while True:
            socket, text = await self._messages.get()
            try:
                message = ControlEnvelope.parse(text)
            except CarrierError as error:
                log.record(
                    Level.WARN,
                    component="control",
                    event="control_message_refused",
                    message=f"A control message cannot be read: {error}",
                )
                continue
            # Under the correlation of the desktop's action.
            with accept(message):
                await self._answer(socket, message)

    async def _place(self, request: web.Request) -> web.Response:
        order = await request.json()
        return _response(
            await self._market.place(str(order["client_order_id"]), order["contracts"])
        )

    async def _cancel(self, request: web.Request) -> web.Response:
        return _response(await self._market.cancel(request.match_info["id"]))

    async def _look_up(self, request: web.Request) -> web.Response:
        return _response(await self._market.look_up(request.match_info["id"]))

    async def _control(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await self._news.join(socket)
        try:
            async for message in socket:
                if message.type == WSMsgType.TEXT:
                    self._messages.put_nowait((socket, message.data))
        finally:
            self._news.leave(socket)
        return socket

    async def _answer(
        self, socket: web.WebSocketResponse, message: ControlEnvelope
    ) -> None:
        log.record(
            Level.INFO,
            component="control",
            event="control_message_received",
            message=f"Asked to {message.type}",
        )
        reply = await self._do(message)
        await socket.send_str(envelope(f"{message.type}_done", reply).to_text())

    async def _do(self, message: ControlEnvelope) -> object:
        payload = message.payload if isinstance(message.payload, dict) else {}
        if message.type == "resubscribe":
            # A child operation: it has a span, and keeps the correlation.
            with log.span():
                await self._feed.resubscribe()
        elif message.type == "backfill":
            self._market.backfill(int(payload["count"]))
        elif message.type == "path":
            self._resilience.path_changed(bool(payload["up"]))
        elif message.type == "queues":
            return {
                scope: {lane: health._asdict() for lane, health in lanes.items()}
                for scope, lanes in self._resilience.queue_health().items()
            }
        elif message.type == "diagnostics":
            return json.loads(bundle.part_text(self._diagnostics.part()))
        elif message.type == "settle":
            self._market.settle()
        return None


def _response(outcome: Outcome) -> web.Response:
    status = _STATUSES.get(outcome.state, 503)
    body = {"outcome": outcome.state, "error_code": outcome.error_code}
    return web.json_response({**body, "reason": outcome.reason}, status=status)
