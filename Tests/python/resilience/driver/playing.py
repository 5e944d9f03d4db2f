"""Plays a catalog's timeline on the driver, as an app with real tasks would live it."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from predictiontrader_catalog import Service, events, log
from predictiontrader_catalog.resilience import (
    Answer,
    ConnectionAttempt,
    OutcomeUnknownError,
    RequestAttempt,
    RequestError,
    RequestFailedError,
    RequestNotSentError,
    RequestRejectedError,
    RequestThrottledError,
    ResilienceRuntime,
)
from predictiontrader_catalog.timelines import VirtualClock

Step = dict[str, Any]

_SUCCESSES = range(200, 300)
_RESULTS: dict[type[RequestError], str] = {
    RequestRejectedError: "rejected",
    RequestThrottledError: "throttled",
    RequestFailedError: "failed",
    OutcomeUnknownError: "unknown",
}


class Player:
    """An app whose world does what a timeline says."""

    def __init__(self, seed: int) -> None:
        """Begins with nothing dialed and nothing sent."""
        self.clock = VirtualClock()
        self.runtime = ResilienceRuntime(
            clock=self.clock, seed=seed, reconcile=self._reconcile
        )
        self.seen: dict[str, dict[str, Any]] = {}
        self._loops: dict[str, asyncio.Task[None]] = {}
        self._attempts: dict[str, tuple[ConnectionAttempt, asyncio.Event]] = {}
        self._requests: dict[asyncio.Task[None], str] = {}
        self._answers: dict[str, asyncio.Future[Answer[int]]] = {}

    async def play(self, steps: list[Step]) -> None:
        """Goes through the steps; what happens at a time comes before its timers."""
        for step in steps:
            if step["t"] > self.clock.now_ms():
                await self.clock.advance_to(step["t"] - 1)
                self.clock._now = step["t"]
                await self.clock.settle()
            self._take(step)
            await self.clock.settle()

    def end(self) -> None:
        """Ends all that is left."""
        for task in (*self._loops.values(), *self._requests):
            task.cancel()

    def _take(self, step: Step) -> None:
        (kind,) = {*step} & {
            *("start", "opened", "message", "failed", "stop", "submit", "answer"),
            *("cancel", "path", "unpark", "expect"),
        }
        getattr(self, f"_{kind}")(step[kind], step)

    def _start(self, scope: str, _: Step) -> None:
        self._loops[scope] = asyncio.create_task(self._connect(scope))

    def _opened(self, scope: str, _: Step) -> None:
        self._attempts[scope][0].opened()

    def _message(self, scope: str, _: Step) -> None:
        self._attempts[scope][0].received()

    def _failed(self, scope: str, step: Step) -> None:
        attempt, end = self._attempts[scope]
        attempt.failed(
            step.get("cause", "closed"),
            retry_after=step.get("retry_after"),
            date=step.get("date"),
        )
        end.set()

    def _stop(self, scope: str, _: Step) -> None:
        self._loops[scope].cancel()

    def _submit(self, id_: str, step: Step) -> None:
        with log.new_correlation():
            self._requests[asyncio.create_task(self._send(id_, step))] = id_

    def _answer(self, id_: str, step: Step) -> None:
        status, answer = step["status"], self._answers.pop(id_)
        if status == "broken":
            answer.set_exception(ConnectionResetError())
        elif status == "unsent":
            answer.set_exception(RequestNotSentError())
        else:
            headers = step.get("retry_after"), step.get("date")
            answer.set_result(Answer(status, status, *headers))

    def _cancel(self, id_: str, _: Step) -> None:
        for task, of in self._requests.items():
            if of == id_:
                task.cancel()

    def _path(self, value: str, _: Step) -> None:
        self.runtime.path_changed(value == "up")

    def _unpark(self, scope: str, _: Step) -> None:
        self.runtime.unpark(scope)

    def _expect(self, wanted: dict[str, Any], step: Step) -> None:
        where = step["t"]
        for kind in ("dials", "closes", "sends", "aborts", "reconciles"):
            for scope, entries in wanted.get(kind, {}).items():
                assert self.seen.get(kind, {}).get(scope, []) == entries, (where, kind)
        for scope, results in wanted.get("finished", {}).items():
            finished = self.seen.get("finished", {}).get(scope, {})
            assert results.items() <= finished.items(), (where, finished)
        status = self.runtime.status
        for name, value in wanted.get("status", {}).items():
            found = getattr(status, name)
            assert (list(found) if name == "codes" else found) == value, where
        counters = self.runtime.counters()
        for scope, named in wanted.get("counters", {}).items():
            assert named.items() <= counters[scope].items(), where

    def _note(self, kind: str, scope: str, entry: object) -> None:
        """Remembers that something was done."""
        self.seen.setdefault(kind, {}).setdefault(scope, []).append(entry)

    async def _connect(self, scope: str) -> None:
        async for attempt in self.runtime.reconnecting(scope):
            self._note("dials", scope, self.clock.now_ms())
            async with attempt:
                end = asyncio.Event()
                self._attempts[scope] = (attempt, end)
                try:
                    await end.wait()
                except asyncio.CancelledError:
                    self._note("closes", scope, self.clock.now_ms())
                    raise

    async def _body(self, attempt: RequestAttempt) -> Answer[int]:
        self._note("sends", attempt.scope, [self.clock.now_ms(), attempt.id])
        answer: asyncio.Future[Answer[int]]
        answer = asyncio.get_running_loop().create_future()
        self._answers[attempt.id] = answer
        try:
            return await answer
        except asyncio.CancelledError:
            self._note("aborts", attempt.scope, [self.clock.now_ms(), attempt.id])
            raise

    async def _send(self, id_: str, step: Step) -> None:
        limiter = self.runtime.limiter(step["scope"])
        lane, safe = step.get("lane"), step.get("safe", False)
        result = "cancelled"
        try:
            status = await limiter.send(self._body, lane=lane, id=id_, safe=safe)
            result = "succeeded" if status in _SUCCESSES else "refused"
        except RequestError as error:
            result = _RESULTS[type(error)]
        except asyncio.CancelledError:
            is_out = id_ in self._answers and self._answers[id_].cancelled()
            result = "unknown" if is_out and not safe else "cancelled"
        self.seen.setdefault("finished", {}).setdefault(limiter.scope, {})[id_] = result

    async def _reconcile(self, scope: str, id_: str) -> None:
        self._note("reconciles", scope, [self.clock.now_ms(), id_])


def played(seed: int, steps: list[Step]) -> list[dict[str, Any]]:
    """The records of a timeline on the driver."""

    async def main() -> list[bytes]:
        with log.capture() as records:
            player = Player(seed)
            events.LOGGER.configure(clock=lambda: player.clock.wall_ms() * 1_000_000)
            await player.play(steps)
            lines = records.lines.copy()
            player.end()
            await player.clock.settle()
        return lines

    log.configure(service=Service.ENGINE)
    try:
        return [json.loads(line) for line in asyncio.run(main())]
    finally:
        events.LOGGER.configure(clock=time.time_ns)
