"""What goes wrong, and when: by the number of what arrives, not by the clock.

The first handshake that arrives gets the first entry of `feed`, the second the second;
the first order gets the first entry of `orders`, and so on. After the last entry all is
well.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from retry_after import RetryAfter

__all__ = ["Answer", "Feed", "Script"]

ANSWERED = ("orders", "cancels", "lookups", "candles")
PORTS = ("rest", "feed")
_ENDS = ("close", "drop", "stall", "vanish")


@dataclass(frozen=True)
class Answer:
    """What one REST request gets. By default what it asks for."""

    status: int | None = None
    """An HTTP status in place of that of success."""

    retry_after: RetryAfter | None = None
    """Goes with the status."""

    after_ms: int = 0
    """How long the answer takes."""

    hang: bool = False
    """There is no answer; the connection stays open."""

    cut: bool = False
    """There is no answer; the connection is cut."""

    carried_out: bool = False
    """What was asked for is done although the client does not hear of it."""

    @property
    def is_well(self) -> bool:
        """Whether the client gets what it asks for."""
        return self.status is None and not self.hang and not self.cut


@dataclass(frozen=True)
class Feed:
    """What becomes of one connection to the feed. By default it ticks for ever."""

    refuse: int | None = None
    """The handshake is answered with this HTTP status."""

    retry_after: RetryAfter | None = None
    """Goes with the refusal."""

    hang: bool = False
    """The handshake is not answered."""

    ticks: int | None = None
    """How many prices there are before `then`; 0: the connection dies as it opens."""

    then: str = "drop"
    """After the ticks: `close` (with a close frame), `drop` (without), `stall` (nothing
    comes any more), `vanish` (as `drop`, and nobody listens for a while)."""

    for_ms: int = 0
    """How long nobody listens after `vanish`."""

    every_ms: int = 20
    """How long it is from tick to tick."""


@dataclass
class Script:
    """The entries that are left."""

    scenario: str = "none"
    """Whose they are."""

    feed: deque[Feed] = field(default_factory=deque)
    """By handshake."""

    answers: dict[str, deque[Answer]] = field(default_factory=dict)
    """By kind of request, then by request."""

    ports: dict[str, bool] = field(default_factory=dict)
    """Whether somebody listens at `rest` and `feed`; what is left out stays."""

    @staticmethod
    def load(path: Path) -> Script:
        """Reads a scenario's file.

        Raises:
            ValueError: It is none.
        """
        document = json.loads(path.read_text(encoding="utf-8"))
        return Script.parse(document["exchange"], document["scenario"])

    @staticmethod
    def parse(document: object, scenario: str = "none") -> Script:
        """Reads what a scenario says of the exchange.

        Args:
            document: An object with `feed`, `orders`, `cancels`, `lookups` and
                `candles`, each a list of entries; `ports`, an object with `rest` and
                `feed`, each `open` or `closed`; and `network`, `up` or `down`, for
                both.
            scenario: What the journal calls it.

        Raises:
            ValueError: It holds something else.
        """
        known = {"feed", "ports", "network", *ANSWERED}
        if not isinstance(document, Mapping) or not set(document) <= known:
            raise ValueError(f"no script: {document!r}")
        script = Script(scenario)
        script.feed = deque(_entries(Feed, document.get("feed", [])))
        for kind in ANSWERED:
            script.answers[kind] = deque(_entries(Answer, document.get(kind, [])))
        if "network" in document:
            is_open = _one_of(document["network"], "down", "up")
            script.ports = dict.fromkeys(PORTS, is_open)
        for port, state in document.get("ports", {}).items():
            if port not in PORTS:
                raise ValueError(f"no port: {port!r}")
            script.ports[port] = _one_of(state, "closed", "open")
        return script

    def next_feed(self) -> Feed:
        """The entry of the handshake that has arrived."""
        return self.feed.popleft() if self.feed else Feed()

    def next_answer(self, kind: str) -> Answer:
        """The entry of the request that has arrived."""
        entries = self.answers.get(kind)
        return entries.popleft() if entries else Answer()

    def take_over(self, other: Script, given: Mapping[str, Any]) -> None:
        """Goes on by another script: what that one says, and what it does not stays."""
        if "feed" in given:
            self.feed = other.feed
        for kind in ANSWERED:
            if kind in given:
                self.answers[kind] = other.answers[kind]


def _one_of(value: object, no: str, yes: str) -> bool:
    if value not in (no, yes):
        raise ValueError(f"neither {yes} nor {no}: {value!r}")
    return value == yes


def _entries(kind: type[Any], values: object) -> list[Any]:
    if not isinstance(values, list):
        raise ValueError(f"no list of entries: {values!r}")
    entries = []
    for value in values:
        members = dict(value)
        times = members.pop("times", 1)
        if "retry_after" in members:
            members["retry_after"] = RetryAfter.parse(members["retry_after"])
        if members.get("then", "drop") not in _ENDS:
            raise ValueError(f"no such end: {members['then']!r}")
        try:
            entries += [kind(**members)] * times
        except TypeError as error:
            raise ValueError(f"no entry: {value!r}: {error}") from None
    return entries
