"""The whole exchange: two ports that the script can close, and one that controls it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from aiohttp import web
from feed import MarketFeed
from journal import Journal
from ledger import Ledger
from listener import Listener
from rest import Rest
from script import Script

__all__ = ["Venue"]


class Venue:
    """An exchange on the loopback interface."""

    def __init__(self, script: Script, journal: Journal) -> None:
        """Makes an exchange that does not listen yet."""
        self._script = script
        self._journal = journal
        self.ledger = Ledger()
        rest = Rest(script, self.ledger, journal)
        feed = MarketFeed(script, journal, self._vanish)
        self._ports = {
            "rest": Listener("rest", rest.application(), journal),
            "feed": Listener("feed", feed.application(), journal),
        }
        self._control = Listener("control", self._controls(), journal)
        self._away: set[asyncio.Task[None]] = set()

    @property
    def addresses(self) -> dict[str, str]:
        """Where it is: `rest`, `feed` and `control`."""
        return {
            "rest": f"http://127.0.0.1:{self._ports['rest'].port}",
            "feed": f"ws://127.0.0.1:{self._ports['feed'].port}/feed",
            "control": f"http://127.0.0.1:{self._control.port}",
        }

    async def start(self) -> None:
        """Listens where the script does not say otherwise."""
        self._journal.write("script", scenario=self._script.scenario)
        await self._control.open()
        await self._set_ports(
            {**dict.fromkeys(self._ports, True), **self._script.ports}
        )

    async def end(self) -> None:
        """Closes all ports."""
        for task in self._away:
            task.cancel()
        for listener in (*self._ports.values(), self._control):
            await listener.end()

    def _controls(self) -> web.Application:
        application = web.Application()
        application.router.add_post("/script", self._change)
        application.router.add_get("/ledger", self._tell)
        return application

    async def _change(self, request: web.Request) -> web.Response:
        try:
            given = await request.json()
            other = Script.parse(given, self._script.scenario)
        except (ValueError, TypeError) as error:
            return web.json_response({"error": str(error)}, status=400)
        assert isinstance(given, Mapping)
        self._journal.write("script", change=given)
        self._script.take_over(other, given)
        await self._set_ports(other.ports)
        return web.json_response({})

    async def _tell(self, _: web.Request) -> web.Response:
        told = {"orders": self.ledger.orders, "duplicates": self.ledger.duplicates}
        return web.json_response(told)

    async def _set_ports(self, ports: Mapping[str, bool]) -> None:
        for name, is_open in ports.items():
            listener = self._ports[name]
            await (listener.open() if is_open else listener.close())

    def _vanish(self, for_ms: int) -> None:
        task = asyncio.ensure_future(self._be_away(for_ms))
        self._away.add(task)
        task.add_done_callback(self._away.discard)

    async def _be_away(self, for_ms: int) -> None:
        await self._ports["feed"].close()
        await asyncio.sleep(for_ms / 1000)
        await self._ports["feed"].open()
