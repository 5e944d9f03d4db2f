"""What the tests of bundles share: a catalog's bundle, records, and what made them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from predictiontrader_catalog import events
from predictiontrader_catalog._runtime.bundle.collectors import (
    Collector,
    Given,
    ValueCollector,
)
from predictiontrader_catalog._runtime.bundle.description import (
    BundleDescription,
    BundleFile,
    ConfigurationKey,
)
from predictiontrader_catalog._runtime.bundle.findings import Finding
from predictiontrader_catalog._runtime.bundle.maker import BundleMaker
from predictiontrader_catalog._runtime.bundle.redacting import DocumentRedactor
from predictiontrader_catalog._runtime.bundle.state import PlatformMetadata
from predictiontrader_catalog._runtime.bundle.verifying import BundleVerifier
from predictiontrader_catalog._runtime.redacting import Redaction

TIME = 1_767_982_043_412_999_999
"""2026-01-09T18:07:23.412999999Z."""

TIMESTAMP = "2026-01-09T18:07:23.412Z"
SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
NAME = "acme-diagnostics-20260109T180723Z-fefea8d9.zip"

SECRET = "Tr0ub4dor/& ü-3"
"""One that no rule knows by its looks."""

TOKEN = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
"""One that a rule knows by its looks."""

ENGINE = "logs/engine.log.jsonl"
DESKTOP = "logs/desktop.log.jsonl"
CONFIG = "config/runtime-config.json"
ENVIRONMENT = "config/environment-metadata.json"
LIFECYCLE = "state/process-lifecycle.json"
COUNTERS = "state/counters.json"
ERRORS = "errors/recent-errors.json"
NOTES = "notes.json"

_KEYS = (
    ConfigurationKey("mode", "string"),
    ConfigurationKey("retries", "integer"),
    ConfigurationKey("ratio", "number"),
    ConfigurationKey("debug", "boolean"),
    ConfigurationKey("flags", "object"),
    ConfigurationKey("hosts", "array"),
    ConfigurationKey("rest.base_url", "url"),
    ConfigurationKey("rest.timeout_ms", "integer"),
    ConfigurationKey("account.id", "integer", "sensitive", "account"),
    ConfigurationKey("account.pin", "string", "secret"),
    ConfigurationKey("api_key", "string"),
)

DESCRIPTION = BundleDescription(
    version=1,
    name="acme-diagnostics-<utc_timestamp>-<short_session_id>.zip",
    files=(
        BundleFile("manifest.json", "manifest"),
        BundleFile(DESKTOP, "log", service="desktop"),
        BundleFile(ENGINE, "log", service="engine"),
        BundleFile(CONFIG, "configuration", keys=_KEYS),
        BundleFile(ENVIRONMENT, "environment"),
        BundleFile(LIFECYCLE, "process_lifecycle"),
        BundleFile(COUNTERS, "counters"),
        BundleFile(NOTES, "document", members=("first", "second")),
        BundleFile(ERRORS, "recent_errors"),
    ),
    log_bytes=1_000_000,
    total_bytes=8_000_000,
    log_hours=None,
    collector_seconds=5,
)

CATALOG = events.LOGGER.description

PLATFORM = PlatformMetadata(os="linux", os_version="Acme 1", architecture="x86_64")


def rules() -> Redaction:
    """The catalog's rules, with counts of their own."""
    return Redaction(CATALOG.redaction_rules, CATALOG.prefix)


def redactor() -> DocumentRedactor:
    """What redacts documents, without finds so far."""
    return DocumentRedactor(rules())


def record(number: int = 0, **more: object) -> dict[str, object]:
    """A record's members; its time has the number as milliseconds."""
    seconds, milliseconds = divmod(number, 1000)
    minutes, seconds = divmod(seconds, 60)
    return {
        "ts": f"2026-01-09T17:{minutes:02d}:{seconds:02d}.{milliseconds:03d}Z",
        "level": "INFO",
        "service": "engine",
        "component": "ws_client",
        "event": "tick",
        "message": f"Tick {number}",
        "correlation_id": CORRELATION,
        "session_id": SESSION,
        **more,
    }


def line(number: int = 0, **more: object) -> bytes:
    """A record as a line."""
    text = json.dumps(record(number, **more), separators=(",", ":"), ensure_ascii=False)
    return text.encode() + b"\n"


def write_lines(path: Path, first: int, last: int, **more: object) -> bytes:
    """Writes records with these numbers, and gives what was written."""
    data = b"".join(line(number, **more) for number in range(first, last))
    path.write_bytes(data)
    return data


def maker(
    logs: Mapping[str, Path] | None = None,
    *parts: Given,
    description: BundleDescription = DESCRIPTION,
    collectors: Sequence[Collector] = (),
    **more: Any,
) -> BundleMaker:
    """What makes bundles of the sample's catalog, at the sample's time."""
    given = [
        ValueCollector(f"part_{number}", lambda part=part: part)  # type: ignore[misc]
        for number, part in enumerate(parts)
    ]
    settings: dict[str, Any] = {
        "session_id": SESSION,
        "app_version": "1.2.3",
        "now": TIME,
        "platform": PLATFORM,
        **more,
    }
    return BundleMaker(
        description,
        CATALOG,
        rules(),
        logs=logs,
        collectors=[*given, *collectors],
        **settings,
    )


class Bundle:
    """A bundle as a test reads it."""

    def __init__(self, path: str | Path) -> None:
        """Reads all of it."""
        self.path = Path(path)
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.files = {name: archive.read(name) for name in self.names}

    def json(self, name: str) -> dict[str, Any]:
        """A JSON file."""
        value: dict[str, Any] = json.loads(self.files[name])
        return value

    @property
    def manifest(self) -> dict[str, Any]:
        """The manifest."""
        return self.json("manifest.json")

    def omissions(self, path: str) -> list[dict[str, Any]]:
        """What is left out of a file."""
        return [one for one in self.manifest["omissions"] if one["path"] == path]

    def reasons(self, path: str) -> list[str]:
        """Why something is left out of a file."""
        return [one["reason"] for one in self.omissions(path)]

    def records(self, path: str = ENGINE) -> list[dict[str, Any]]:
        """The records of a log."""
        return [json.loads(text) for text in self.files[path].splitlines()]

    def numbers(self, path: str = ENGINE) -> list[int]:
        """The numbers of a log's records."""
        return [int(one["message"].split()[1]) for one in self.records(path)]


def made(
    folder: Path, logs: Mapping[str, Path] | None = None, *parts: Given, **more: Any
) -> Bundle:
    """A bundle that was written to a folder, and that nothing is wrong with."""
    description = more.get("description", DESCRIPTION)
    bundle = Bundle(maker(logs, *parts, **more).write(folder))
    assert findings(bundle.path, description) == []
    return bundle


def findings(path: Path, description: BundleDescription = DESCRIPTION) -> list[Finding]:
    """What is wrong with a bundle of the sample's catalog."""
    return BundleVerifier(description, CATALOG, rules()).findings(path)
