"""What comes of a timeline, as `ResilienceReplay` writes it in Swift.

Usage: python -m resilience.replay < TIMELINES, one JSON object a line: `resilience`,
`services`, `seed`, `epoch`, `carried` and `steps`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from predictiontrader_catalog import timelines
from predictiontrader_catalog._runtime.resilience.carried import Carried
from predictiontrader_catalog._runtime.resilience.connection_state import (
    ConnectionState,
)
from predictiontrader_catalog._runtime.resilience.effects import Effect
from predictiontrader_catalog._runtime.resilience.events import ResilienceEvent
from predictiontrader_catalog._runtime.resilience.json_forms import (
    compact,
    connection_value,
    effects_json,
    limiter_value,
    queues_value,
    status_value,
)
from predictiontrader_catalog._runtime.resilience.limiter_state import LimiterState
from predictiontrader_catalog._runtime.resilience.machines import Machines
from predictiontrader_catalog.timelines import Run, Timeline, TimelineRunner
from runtime.recording import ROOT

__all__ = ["SwiftReplay", "Trace", "replay", "request", "swift_replay"]


class Trace:
    """The events of a run, with all that came of each."""

    def __init__(self) -> None:
        """Begins with none."""
        self.events: list[str] = []
        self._texts: dict[str, tuple[ConnectionState | LimiterState, str]] = {}

    def __call__(
        self, run: Run, _event: ResilienceEvent, effects: list[Effect]
    ) -> None:
        """Takes an event in."""
        machines, now = run.machines, run.now_ms
        self.events.append(
            f'{{"effects":{effects_json(effects)}'
            f',"queues":{compact(queues_value(machines, now))}'
            f',"state":{self._state(machines)}'
            f',"status":{compact(status_value(machines, now))},"t":{now}}}'
        )

    def _state(self, machines: Machines) -> str:
        connections = ",".join(
            f'"{scope}":{self._text(scope, machines.connections[scope])}'
            for scope in sorted(machines.connections)
        )
        limiters = ",".join(
            f'"{scope}":{self._text(scope, machines.limiters[scope])}'
            for scope in sorted(machines.limiters)
        )
        return (
            f'{{"connections":{{{connections}}},"epoch":{machines.epoch}'
            f',"limiters":{{{limiters}}},"outage":{compact(machines.outage)}'
            f',"outage_run":{machines.outage_run}'
            f',"path_down":{compact(machines.path_down)}}}'
        )

    def _text(self, scope: str, state: ConnectionState | LimiterState) -> str:
        """A scope's state, which most events leave as it was."""
        known = self._texts.get(scope)
        if known is not None and known[0] is state:
            return known[1]
        if isinstance(state, ConnectionState):
            text = compact(connection_value(state))
        else:
            text = compact(limiter_value(state))
        self._texts[scope] = (state, text)
        return text

    def line(self, run: Run) -> str:
        """All of it, on one line."""
        records = ",".join(compact(line.decode().rstrip("\n")) for line in run.lines)
        return (
            f'{{"events":[{",".join(self.events)}]'
            f',"findings":{compact(run.findings)},"records":[{records}]}}'
        )


def replay(
    runner: TimelineRunner, timeline: Timeline, carried: Carried | None = None
) -> str:
    """What comes of a timeline, in Python."""
    trace = Trace()
    return trace.line(runner.run(timeline, carried=carried, observer=trace))


def request(
    resilience: dict[str, Any], services: dict[str, str], timeline: Timeline
) -> str:
    """The line that asks for it."""
    return compact(
        {
            "resilience": resilience,
            "services": services,
            "seed": timeline.seed,
            "epoch": 1,
            "carried": None,
            "steps": [*timeline.steps],
        }
    )


class SwiftReplay:
    """A process that tells what comes of timelines, in Swift."""

    def __init__(self, executable: Path) -> None:
        """Starts it."""
        self._process = subprocess.Popen(
            [executable], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> SwiftReplay:
        """Nothing more."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Ends it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def ask(self, line: str) -> str:
        """What comes of one timeline."""
        self.send(line)
        return self.receive()

    def send(self, line: str) -> None:
        """Asks for one without waiting for what comes of it."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def receive(self) -> str:
        """What comes of the next one that was sent."""
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        assert answer, f"ResilienceReplay ended with {self._process.poll()}"
        return answer.decode().rstrip("\n")


def swift_replay() -> Path:
    """The executable, or a skipped test."""
    place = os.environ.get(
        "CODEBOOK_RESILIENCE_REPLAY", ROOT / ".build/debug/ResilienceReplay"
    )
    executable = Path(place)
    if not executable.exists():
        pytest.skip(f"{executable} has not been built")
    return executable


def _answers(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        given = json.loads(line)
        carried = given.get("carried")
        yield replay(
            timelines.runner(
                timelines.read_description(given["resilience"]), given.get("services")
            ),
            Timeline(given["steps"], given["seed"]),
            None if carried is None else Carried.from_json(carried),
        )


if __name__ == "__main__":
    for answer in _answers(sys.stdin):
        print(answer, flush=True)
