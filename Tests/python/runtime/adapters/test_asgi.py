"""Requests to ASGI applications run in the correlation that they bring."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from predictiontrader_catalog._runtime.adapters.asgi import CorrelationMiddleware
from predictiontrader_catalog._runtime.context import CorrelationContext
from runtime.adapters.tools import Recorded

CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
SPAN = "00f067aa0ba902b7"
HEADERS = [
    (b"host", b"localhost"),
    (b"x-correlation-id", CORRELATION.encode()),
    (b"x-span-id", SPAN.encode()),
]

Message = MutableMapping[str, Any]


class Application:
    """Answers, and knows in which context it did."""

    def __init__(self, recorded: Recorded) -> None:
        self.logger = recorded.logger
        self.seen: list[CorrelationContext] = []
        self.sent: list[Message] = []
        self.after: CorrelationContext | None = None
        self.start: Message = {"type": "http.response.start", "headers": [(b"a", b"b")]}
        self.failure: BaseException | None = None

    async def __call__(self, _scope: Message, _receive: Any, send: Any) -> None:
        self.seen.append(self.logger.current())
        if self.failure is not None:
            raise self.failure
        await send(self.start)
        await send({"type": "http.response.body"})

    def ask(self, scope: Message) -> None:
        """Sends one request through the middleware, in a task of its own."""

        async def receive() -> Message:
            return {}

        async def send(message: Message) -> None:
            self.sent.append(message)

        async def main() -> None:
            try:
                await CorrelationMiddleware(self, self.logger)(scope, receive, send)
            finally:
                self.after = self.logger.current()

        asyncio.run(main())


@pytest.fixture
def application(recorded: Recorded) -> Application:
    """An application of the recording logger."""
    return Application(recorded)


def test_a_request_runs_in_what_it_brings(
    recorded: Recorded, application: Application
) -> None:
    application.ask({"type": "http", "headers": HEADERS})
    (context,) = application.seen
    assert (context.correlation_id, context.span_id) == (CORRELATION, SPAN)
    assert application.after is recorded.logger.current()
    start, body = application.sent
    assert start["headers"] == [
        (b"a", b"b"),
        (b"x-correlation-id", CORRELATION.encode()),
        (b"x-session-id", recorded.logger.session_id.encode()),
        (b"x-span-id", SPAN.encode()),
    ]
    assert body == {"type": "http.response.body"}
    # What the application sent is its own, and may be sent again.
    assert application.start["headers"] == [(b"a", b"b")]
    assert recorded.records == []


def test_a_request_that_brings_none_gets_one(
    recorded: Recorded, application: Application
) -> None:
    application.start = {"type": "websocket.accept"}
    application.ask({"type": "websocket"})
    record = recorded.only
    assert record["details"] == {"carrier": "websocket", "reason": "missing"}
    assert record["correlation_id"] == application.seen[0].correlation_id
    answered = dict(application.sent[0]["headers"])
    assert answered[b"x-correlation-id"].decode() == record["correlation_id"]


def test_a_failure_goes_on_with_its_context(
    recorded: Recorded, application: Application
) -> None:
    application.failure = LookupError("lost")
    with pytest.raises(LookupError, match="lost"):
        application.ask({"type": "http", "headers": HEADERS})
    # The server logs it, and its answer, in the same task.
    assert application.after is not None
    assert application.after.correlation_id == CORRELATION
    assert recorded.logger.current().correlation_id != CORRELATION


def test_what_is_no_request_is_passed_on(
    recorded: Recorded, application: Application
) -> None:
    application.ask({"type": "lifespan", "headers": HEADERS})
    assert application.seen == [recorded.logger.current()]
    assert application.sent[0] is application.start
