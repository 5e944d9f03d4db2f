"""What a record costs in Python: nanoseconds, one write to a file each.

Every way runs in turn with the others, in rounds; printed are medians over the rounds,
with what ours is of each: of a bare `os.write` of the same bytes, of a writer made by
hand with orjson, and of structlog with orjson. Ours has its lock, level check, sampling
check, redaction of keys and cap switched on.
"""

from __future__ import annotations

import datetime
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import structlog

GENERATED = Path(__file__).resolve().parents[1] / "Generated" / "python"
sys.path.insert(0, str(GENERATED))

from predictiontrader_catalog import Level, Service, events, log  # noqa: E402 - the path
from predictiontrader_catalog.sinks import FileSink  # noqa: E402 - the path

ROUNDS = 15
RECORDS = 4000
CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
SECRET_KEYS = frozenset({"password", "token", "secret", "api_key", "authorization"})
DETAILS = {
    "endpoint": "wss://stream.example/market",
    "close_code": 1006,
    "clean": False,
}


def bare(descriptor: int) -> Callable[[int], None]:
    """The bytes of one record, the same each time."""
    line = orjson.dumps(record(3)) + b"\n"
    write = os.write

    def run(count: int) -> None:
        for _ in range(count):
            write(descriptor, line)

    return run


def record(attempt: int) -> dict[str, Any]:
    """The record as a writer made by hand would build it."""
    return {
        "ts": timestamp(),
        "level": "WARN",
        "service": "engine",
        "component": "ws_client",
        "event": "reconnect_scheduled",
        "message": "WebSocket disconnected; scheduling reconnect",
        "correlation_id": CORRELATION,
        "session_id": SESSION,
        "attempt": attempt,
        "backoff_ms": 5000,
    }


def timestamp() -> str:
    """UTC with milliseconds."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return now.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def orjson_by_hand(
    descriptor: int, details: dict[str, Any] | None
) -> Callable[[int], None]:
    """`orjson.dumps` of a dictionary, and a write; nothing else."""
    write, dumps = os.write, orjson.dumps

    def run(count: int) -> None:
        for attempt in range(1, count + 1):
            fields = record(attempt)
            if details is not None:
                fields["details"] = details
            write(descriptor, dumps(fields) + b"\n")

    return run


def orjson_redacting(
    descriptor: int, details: dict[str, Any] | None
) -> Callable[[int], None]:
    """The same, looking at each key for the name of a credential."""
    write, dumps = os.write, orjson.dumps

    def clean(fields: dict[str, Any]) -> dict[str, Any]:
        return {
            key: "[redacted]"
            if key.lower() in SECRET_KEYS
            else clean(value)
            if isinstance(value, dict)
            else value
            for key, value in fields.items()
        }

    def run(count: int) -> None:
        for attempt in range(1, count + 1):
            fields = record(attempt)
            if details is not None:
                fields["details"] = details
            write(descriptor, dumps(clean(fields)) + b"\n")

    return run


class _Descriptor:
    """A binary file for structlog's logger: one write a record."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, data: bytes) -> int:
        return os.write(self._descriptor, data)

    def flush(self) -> None:
        """Nothing is held back."""


def structlog_orjson(
    descriptor: int, details: dict[str, Any] | None, *, caches: bool
) -> Callable[[int], None]:
    """structlog with the processors that its documentation advises for speed.

    Its loggers are cached where somebody asks for it; by default they are not.
    """
    settings = dict[str, Any](
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(serializer=orjson.dumps),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(20),
        logger_factory=structlog.BytesLoggerFactory(file=_Descriptor(descriptor)),
        cache_logger_on_first_use=caches,
    )
    structlog.contextvars.bind_contextvars(
        correlation_id=CORRELATION, session_id=SESSION, service="engine"
    )
    logger: Any = None

    def run(count: int) -> None:
        nonlocal logger
        # What is configured counts for the whole process, so each way sets its own.
        structlog.configure(**settings)
        if logger is None or not caches:
            logger = structlog.get_logger()
        for attempt in range(1, count + 1):
            if details is None:
                logger.warning(
                    "reconnect_scheduled",
                    component="ws_client",
                    message="WebSocket disconnected; scheduling reconnect",
                    attempt=attempt,
                    backoff_ms=5000,
                )
            else:
                logger.warning(
                    "reconnect_scheduled",
                    component="ws_client",
                    message="WebSocket disconnected; scheduling reconnect",
                    attempt=attempt,
                    backoff_ms=5000,
                    details=details,
                )

    return run


def typed_event(details: dict[str, Any] | None) -> Callable[[int], None]:
    """The generated function."""
    call = events.reconnect_scheduled

    def run(count: int) -> None:
        for attempt in range(1, count + 1):
            if details is None:
                call(attempt=attempt, backoff_ms=5000)
            else:
                call(attempt=attempt, backoff_ms=5000, details=details)

    return run


def disabled() -> Callable[[int], None]:
    """The generated function, at a level that is switched off."""

    def run(count: int) -> None:
        for attempt in range(1, count + 1):
            events.reconnect_scheduled(attempt=attempt, backoff_ms=5000)

    return run


def measure(ways: dict[str, Callable[[int], None]]) -> dict[str, float]:
    """Median nanoseconds a record, all ways in turn."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS + 1):
        for name, run in ways.items():
            start = time.perf_counter_ns()
            run(RECORDS)
            if number > 0:
                times[name].append((time.perf_counter_ns() - start) / RECORDS)
    return {name: statistics.median(values) for name, values in times.items()}


def report(title: str, results: dict[str, float]) -> None:
    """Prints what was measured, and the ratios that count."""
    print(title)
    ours = results["codebook"]
    for name, nanoseconds in results.items():
        print(
            f"  {name:28} {nanoseconds:8.0f} ns"
            f"   codebook is {ours / nanoseconds:.2f} of it"
        )


def main() -> None:
    """Measures a record without and with details, and a disabled level."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "peers.jsonl"
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        descriptor = os.open(path, flags, 0o600)
        log.configure(
            service=Service.ENGINE, sink=FileSink(Path(folder) / "ours.jsonl")
        )
        for title, details in (("no details", None), ("three details", DETAILS)):
            results = measure(
                {
                    "codebook": typed_event(details),
                    "bare os.write": bare(descriptor),
                    "orjson by hand": orjson_by_hand(descriptor, details),
                    "orjson, keys redacted": orjson_redacting(descriptor, details),
                    "structlog + orjson": structlog_orjson(
                        descriptor, details, caches=False
                    ),
                    "structlog + orjson, cached": structlog_orjson(
                        descriptor, details, caches=True
                    ),
                }
            )
            report(f"Python {sys.version.split()[0]}, a record with {title}:", results)
        log.set_level(Level.ERROR)
        off = measure({"off": disabled()})["off"]
        print(f"a level that is switched off: {off:.0f} ns")
        log.close()
        os.close(descriptor)


if __name__ == "__main__":
    main()
