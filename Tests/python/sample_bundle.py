"""A bundle with a story: rate limits, reconnects, a crash, and texts that want to be
more than texts."""

from __future__ import annotations

import hashlib
import json
import uuid
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any, Final

START: Final = datetime(2026, 1, 9, 16, 40, 3, 120000, timezone.utc)
SPAN: Final = timedelta(hours=1, minutes=27)
MADE: Final = START + SPAN + timedelta(seconds=39, milliseconds=5)
HOSTILE: Final = (
    '</script><img src=x onerror="window.pwned=1"><script>window.pwned=2</script>',
    "<!--<script>",
    "<svg/onload=alert(1)>",
    "&lt;b&gt; & <b>bold</b>",
    "javascript:alert(1) ${window.pwned=3} {{7*7}}",
    "price \u202e00.01$\u202c is reversed \u2067",
    "zero\u200bwidth\u2060join\ufeffed \u00ad",
    "ansi \x1b[31mred\x1b[0m bell \x07 nul \x00 c1 \x9b",
    "W" * 900,
    "line one\nline two\r\nline three\ttab",
    "\u05e9\u05dc\u05d5\u05dd \u0639\u0644\u064a\u0643\u0645 and English",
    "separators \u2028 and \u2029",
    "tag \U000e0041 emoji \U0001f469\u200d\U0001f4bb",
    "quotes \" ' ` and \\u003c and \\\\u003c <",
)

Record = dict[str, Any]


class SampleBundle:
    """Makes the records of a bundle, the same each time."""

    def __init__(self, count: int) -> None:
        self.random = Random(7)
        self.session = self.identifier()
        self.records: dict[str, list[Record]] = {"desktop": [], "engine": []}
        self.crash = self.identifier()
        self._everyday(count)
        self._rate_limits()
        self._reconnects()
        self._hostile()
        self._crash()
        for records in self.records.values():
            records.sort(key=lambda record: str(record["ts"]))

    def identifier(self) -> str:
        """A random UUID."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def write(self, path: Path) -> None:
        """Writes the archive."""
        files = self._files()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in {"manifest.json": self._manifest(files), **files}.items():
                info = zipfile.ZipInfo(name, MADE.timetuple()[:6])
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o100600 << 16
                info.create_system = 3
                archive.writestr(info, data)

    def add(
        self,
        at: float,
        level: str,
        service: str,
        component: str,
        event: str,
        message: str,
        correlation: str | None = None,
        **more: object,
    ) -> None:
        """Adds a record at a part of the time from 0 to 1."""
        record = {
            "ts": stamp(START + SPAN * at),
            "level": level,
            "service": service,
            "component": component,
            "event": event,
            "message": message,
            "correlation_id": correlation or self.identifier(),
            "session_id": self.session,
        }
        self.records[service].append(record | more)

    def _everyday(self, count: int) -> None:
        for index in range(count):
            at, kind = index / count, self.random.random()
            if kind < 0.6:
                details = {"latency_ms": round(self.random.gauss(40, 9), 2), "rows": 14}
                level = self.random.choice(["TRACE", "DEBUG", "DEBUG", "INFO"])
                names = self.random.choice(
                    [
                        ("rest_client", "request_sent", "POST /orders accepted"),
                        ("db_writer", "rows_written", "Wrote 14 rows"),
                    ]
                )
                self.add(at, level, "engine", *names, details=details)
            else:
                level = self.random.choice(["DEBUG", "INFO", "INFO"])
                names = ("ui", "view_opened", "Portfolio view opened")
                self.add(at, level, "desktop", *names)

    def _rate_limits(self) -> None:
        for burst in range(8):
            at, correlation = 0.35 + burst * 0.012, self.identifier()
            self.add(
                at,
                "INFO",
                "desktop",
                "ui",
                "order_submitted",
                "Order form submitted",
                correlation,
                details={
                    "order": 123456789012345678901,
                    "price": 5.0,
                    "drift": 0.1 + 0.2,
                },
            )
            for attempt in range(1, self.random.randint(3, 6)):
                self.add(
                    at + attempt * 1e-4,
                    "WARN",
                    "engine",
                    "rest_client",
                    "rate_limited",
                    "Rate limit reached; holding requests of the scope back",
                    correlation,
                    error_code="PT-HTTP-429",
                    attempt=attempt,
                    backoff_ms=250 * 2**attempt,
                    rate_limit_scope=self.random.choice(
                        ["rest.orders", "rest.market_data"]
                    ),
                )
            self.add(
                at + 9e-4,
                "ERROR",
                "engine",
                "rest_client",
                "request_failed",
                "Order placement failed due to rate limit",
                correlation,
                error_code="PT-HTTP-429",
                rate_limit_scope="rest.orders",
            )

    def _reconnects(self) -> None:
        for outage in range(7):
            at, correlation = 0.6 + outage * 0.03, self.identifier()
            for attempt in range(1, self.random.randint(4, 9)):
                wait = int(250 * 2**attempt * self.random.uniform(0.8, 1.2))
                self.add(
                    at + attempt * 6e-4,
                    "WARN",
                    "engine",
                    "ws_client",
                    "reconnect_scheduled",
                    "WebSocket disconnected; scheduling reconnect",
                    correlation,
                    attempt=attempt,
                    backoff_ms=min(30_000, wait),
                    rate_limit_scope="ws.market_data",
                )
            self.add(
                at + 8e-3,
                "INFO",
                "engine",
                "ws_client",
                "reconnected",
                "WebSocket connection restored",
                correlation,
            )

    def _hostile(self) -> None:
        for index, text in enumerate(HOSTILE):
            details = {"logger": text, text[:60]: [text, {"deep": text}]}
            self.add(
                0.9 + index * 1e-4,
                "WARN",
                "engine",
                "runtime",
                "framework_log",
                text,
                details=details,
            )

    def _crash(self) -> None:
        exception = {
            "type": "sqlite3.OperationalError",
            "message": "database is locked",
            "frames": ["engine/db.py:88 in flush", "engine/db.py:41 in write"],
        }
        steps = (
            (
                "WARN",
                "engine",
                "ws_client",
                "degraded_mode_entered",
                "Repeated disconnects; entering degraded mode",
                "PT-DATA-001",
            ),
            (
                "ERROR",
                "engine",
                "rest_client",
                "network_unreachable",
                "Exchange is unreachable; retries continue",
                "PT-NET-001",
            ),
            (
                "ERROR",
                "engine",
                "db_writer",
                "database_unavailable",
                "Local database cannot be written",
                "PT-DB-001",
            ),
            (
                "ERROR",
                "engine",
                "runtime",
                "unexpected_error",
                "An exception was not handled",
                "PT-INT-001",
            ),
            (
                "ERROR",
                "desktop",
                "process_manager",
                "engine_connection_lost",
                "Engine heartbeat missed",
                "PT-PROC-002",
            ),
        )
        for index, (*names, code) in enumerate(steps):
            level, service, component, event, message = names
            self.add(
                0.999 + index * 2e-4,
                level,
                service,
                component,
                event,
                message,
                self.crash,
                error_code=code,
                details={"exception": exception},
            )

    # Documents

    def _files(self) -> dict[str, bytes]:
        end = stamp(START + SPAN)
        limits = {
            scope: sum(
                record.get("error_code") == "PT-HTTP-429"
                and record.get("rate_limit_scope") == scope
                for record in self.records["engine"]
            )
            for scope in ("rest.orders", "rest.market_data")
        }
        return {
            **{f"logs/{name}.log.jsonl": lines(r) for name, r in self.records.items()},
            "config/runtime-config.json": document(
                {
                    "config": {
                        "mode": "live",
                        "rest": {"base_url": "https://api.exchange.example/v2"},
                        "flags": {"new_order_form": True, "<b>flag</b>": False},
                    }
                }
            ),
            "config/environment-metadata.json": document(
                {
                    "runtimes": {
                        "app": "2.4.1",
                        "python": "3.12.4",
                        "sqlite": "3.46.0",
                    },
                    "platform": {
                        "os": "macos",
                        "architecture": "arm64",
                        "processors": 10,
                    },
                }
            ),
            "state/process-lifecycle.json": document(
                {
                    "launch": [
                        {
                            "process": "engine",
                            "status": "crashed",
                            "at": stamp(START),
                            "attempts": 2,
                            "exit_code": 134,
                            "signal": 6,
                            "detail": "abort() after sqlite3.OperationalError",
                        },
                    ],
                    "heartbeats": [{"process": "engine", "last_at": end, "missed": 3}],
                    "shutdown": [
                        {
                            "process": "engine",
                            "result": "crashed",
                            "at": end,
                            "duration_ms": 12,
                            "exit_code": 134,
                            "signal": 6,
                        },
                    ],
                }
            ),
            "state/reconnect-rate-limit-counters.json": document(
                {
                    "since": stamp(START),
                    "reconnects": [
                        {"scope": "ws.market_data", "attempts": 38, "successes": 7}
                    ],
                    "backoff": [
                        {"scope": "ws.market_data", "backoff_ms": 16000, "attempt": 6}
                    ],
                    "rate_limits": [
                        {"scope": scope, "count": count, "last_at": end}
                        for scope, count in limits.items()
                    ],
                }
            ),
            "errors/recent-errors.json": document({"errors": self._errors()}),
        }

    def _errors(self) -> list[Record]:
        errors: dict[str, Record] = {}
        for service, records in self.records.items():
            for record in records:
                if code := record.get("error_code"):
                    at = record["ts"]
                    error = errors.setdefault(
                        code,
                        {
                            "error_code": code,
                            "count": 0,
                            "first_at": at,
                            "last_at": at,
                            "services": [],
                        },
                    )
                    error["count"] += 1
                    error["first_at"] = min(error["first_at"], at)
                    error["last_at"] = max(error["last_at"], at)
                    error["services"] = sorted({*error["services"], service})
        found = sorted(errors.values(), key=lambda error: str(error["error_code"]))
        return sorted(found, key=lambda error: str(error["last_at"]), reverse=True)

    def _manifest(self, files: Mapping[str, bytes]) -> bytes:
        return document(
            {
                "bundle_version": 1,
                "generated_at": stamp(MADE),
                "session_id": self.session,
                "app": {
                    "name": "PredictionTrader",
                    "version": "2.4.1",
                    "build": "1187",
                },
                "platform": {
                    "os": "macos",
                    "os_version": "15.2",
                    "architecture": "arm64",
                },
                "catalog": {"version": "1.0.0", "digest": "0" * 64},
                "files": [self._entry(path, data) for path, data in files.items()],
                "omissions": [
                    {
                        "path": "logs/desktop.log.jsonl",
                        "reason": "older",
                        "count": 18234,
                        "bytes": 6291456,
                    },
                    {
                        "path": "logs/engine.log.jsonl",
                        "reason": "not_a_record",
                        "count": 2,
                        "bytes": 120,
                        "detail": "Traceback: <b>\u202e</b>",
                    },
                ],
                "secret_search": {"secrets": 4, "too_short": 1},
                "redaction_summary": {"home-folder": 12, "password": 1, "sensitive": 7},
            }
        )

    def _entry(self, path: str, data: bytes) -> Record:
        digest = hashlib.sha256(data).hexdigest()
        entry: Record = {"path": path, "bytes": len(data), "sha256": digest}
        if path.startswith("logs/"):
            records = self.records[path.removeprefix("logs/").split(".")[0]]
            entry["records"] = len(records)
            entry["first_at"], entry["last_at"] = records[0]["ts"], records[-1]["ts"]
        return entry


def stamp(at: datetime) -> str:
    """A time as records have it."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def document(value: object) -> bytes:
    """A JSON file of a bundle."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def lines(records: Iterable[Record]) -> bytes:
    """A log: a record a line."""
    texts = (
        json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        for record in records
    )
    return "".join(text + "\n" for text in texts).encode()
