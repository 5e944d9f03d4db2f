"""Type checkers refuse calls that the catalog does not allow."""

from __future__ import annotations

import re
from pathlib import Path

import predictiontrader_catalog
from package_tools import attempt, mypy, run

PACKAGES = Path(predictiontrader_catalog.__file__).parents[1]

RIGHT = """
import asyncio
from concurrent.futures import ThreadPoolExecutor
from predictiontrader_catalog import (
    CatalogError, Component, ErrorCode, Event, Level, RateLimitScope, Service
)
from predictiontrader_catalog import events, log
from predictiontrader_catalog._runtime.sinks import FileSink, StreamSink

log.configure(service=Service.ENGINE, sink=StreamSink(1), level=Level.INFO)
log.configure(sink=FileSink("engine.log.jsonl"))
events.reconnect_scheduled(attempt=3, backoff_ms=5000)
events.reconnect_scheduled(
    attempt=3, backoff_ms=5000, rate_limit_scope="own.scope", details={"any": [1]}
)
events.reconnect_scheduled(
    attempt=3, backoff_ms=5000, rate_limit_scope=RateLimitScope.REST_ORDERS
)
events.request_failed(error_code=ErrorCode.PT_HTTP_429)
events.request_failed(error_code=CatalogError(ErrorCode.PT_HTTP_429))
events.engine_start_failed()
events.network_recovered(component="own_component")
events.network_recovered(component=Component.RISK)
log.record(Level.INFO, component="x", event="y", message="z", attempt=3, details={})
log.record(Level.INFO, component=Component.RISK, event=Event.RECONNECTED, message="z")
log.set_level(Level.DEBUG, Component.WS_CLIENT)
log.sample(Event.RECONNECTED, first=10, thereafter=100, interval=5.0)


def work(order: int) -> str:
    with log.new_correlation() as action, log.span() as step:
        return action.correlation_id + (step.span_id or "")


with ThreadPoolExecutor() as executor:
    text: str = executor.submit(log.wrap(work), 3).result()
with log.capture() as records:
    assert records.only(Event.RECONNECTED).attempt == 3
    number: int = records.of(Event.RECONNECTED)[0]["details"]["port"]
log.flush()
log.close()
"""

WRONG = [
    ("events.reconnect_scheduled(attempt=3)", "call-arg"),
    ("events.reconnect_scheduled(attempt=3, backof_ms=5000)", "call-arg"),
    ("events.reconnect_scheduled(3, 5000)", "call-arg"),
    ("events.reconnect_scheduled(attempt='3', backoff_ms=5000)", "arg-type"),
    ("events.reconnect_scheduled(attempt=3.0, backoff_ms=5000)", "arg-type"),
    ("events.reconnect_scheduled(attempt=None, backoff_ms=5000)", "arg-type"),
    ("events.engine_ready_received(port=1, details=[1])", "arg-type"),
    ("events.engine_ready_received(port=1, details={1: 2})", "dict-item"),
    ("events.engine_ready_received(port=1, attempt=1)", "call-arg"),
    ("events.request_failed()", "call-arg"),
    ("events.request_failed(error_code='PT-HTTP-429')", "arg-type"),
    ("events.reconect_scheduled(attempt=3, backoff_ms=5000)", "attr-defined"),
    ("log.record('INFO', component='x', event='y', message='z')", "arg-type"),
    ("log.record(p.Level.INFO, component='x', event='y')", "call-arg"),
    ("log.record(p.Level.INFO, component='x', event=3, message='z')", "arg-type"),
    (
        "log.record(p.Level.INFO, component='', event='', message='', attemp=3)",
        "call-arg",
    ),
    ("log.configure(service='engine')", "arg-type"),
    ("log.configure(sink=print)", "arg-type"),
    ("log.set_level('INFO')", "arg-type"),
    ("log.wrap(len)(3)", "arg-type"),
]


def test_right_calls_are_accepted(tmp_path: Path) -> None:
    source = tmp_path / "right.py"
    source.write_text(RIGHT, encoding="utf-8")
    run(*mypy(source, cache=tmp_path / "mypy"), cwd=tmp_path, path=PACKAGES)


def test_wrong_calls_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "wrong.py"
    header = (
        "import predictiontrader_catalog as p; "
        "from predictiontrader_catalog import events, log"
    )
    lines = [header, *(line for line, _ in WRONG)]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = mypy(source, cache=tmp_path / "mypy")
    done = attempt(*command, cwd=tmp_path, path=PACKAGES)
    found = re.findall(
        r"^wrong\.py:(\d+): error: .*\[([a-z-]+)\]$", done.stdout, re.MULTILINE
    )
    assert dict(found) == {
        str(number): code for number, (_, code) in enumerate(WRONG, start=2)
    }, done.stdout
