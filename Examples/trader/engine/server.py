"""What the desktop can ask of the engine, by HTTP and by websocket."""

from __future__ import annotations

import asyncio
import json

from aiohttp import WSMsgType, web
from diagnostics import Diagnostics
from market import Market
from predictiontrader_catalog import ErrorCode, Level, bundle, log
from predictiontrader_catalog.carriers import (
    CarrierError,
    ControlEnvelope,
    accept,
    envelope,
)

__all__ = ["Server"]


class Server:
    """The requests for orders, and the control channel."""

    def __init__(self, market: Market, diagnostics: Diagnostics) -> None:
        """Makes a server for the connections to an exchange."""
        self._market = market
        self._diagnostics = diagnostics
        self._messages: asyncio.Queue[tuple[web.WebSocketResponse, str]]
        self._messages = asyncio.Queue()

    async def orders(self, request: web.Request) -> web.Response:
        """`POST /orders`: 201 once the exchange has the order, 429 if it must wait."""
        order = await request.json()
        limit = self._market.place(order["contracts"])
        if limit is None:
            return web.json_response({"status": "accepted"}, status=201)
        return web.json_response(
            {"error_code": ErrorCode.PT_HTTP_429, "backoff_ms": limit.backoff_ms},
            status=429,
            headers={"Retry-After": str(-(-limit.backoff_ms // 1000))},
        )

    async def control(self, request: web.Request) -> web.WebSocketResponse:
        """`GET /control`: the websocket for control messages."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                self._messages.put_nowait((socket, message.data))
        return socket

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

    async def _answer(
        self, socket: web.WebSocketResponse, message: ControlEnvelope
    ) -> None:
        log.record(
            Level.INFO,
            component="control",
            event="control_message_received",
            message=f"Asked to {message.type}",
        )
        if message.type == "resubscribe":
            # A child operation: it has a span, and keeps the correlation.
            with log.span():
                attempts = await self._market.resubscribe()
            reply = envelope("resubscribed", {"attempts": attempts})
            await socket.send_str(reply.to_text())
        elif message.type == "diagnostics":
            part = json.loads(bundle.part_text(self._diagnostics.part()))
            await socket.send_str(envelope("diagnostics", part).to_text())
        elif message.type == "settle":
            self._market.settle()
