"""Logs to check, and the command that checks them."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

from package_tools import ROOT, attempt, executable

SESSION = "340d0af9-8290-460d-b831-31f33d14af71"
CORRELATION = "ce807ee4-4537-47ee-b89c-6d53502c1929"


def record(**changes: object) -> str:
    """A line as the runtimes write it; `None` takes a field away."""
    members: dict[str, object] = {
        "ts": "2026-01-09T18:07:23.412Z",
        "level": "INFO",
        "service": "engine",
        "component": "runtime",
        "event": "framework_log",
        "message": "Ready.",
        "correlation_id": CORRELATION,
        "session_id": SESSION,
        "details": {"logger": "uvicorn"},
    }
    members |= changes
    kept = {key: value for key, value in members.items() if value is not None}
    return json.dumps(kept, separators=(",", ":"), ensure_ascii=False) + "\n"


def command(*arguments: str | Path) -> tuple[str | Path, ...]:
    """How logs are checked against the shipped catalog."""
    catalog = ("--catalog", ROOT / "catalog.yaml")
    return (executable(), "logs", "check", *catalog, *arguments)


def check(folder: Path, *arguments: str | Path) -> CompletedProcess[str]:
    """Checks logs in a folder."""
    return attempt(*command(*arguments), cwd=folder)
