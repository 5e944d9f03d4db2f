"""The gate over all that tests log: what is right passes, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from package_tools import ROOT, SHIPPED, executable

Record = dict[str, Any]

CATALOG = json.loads(SHIPPED.catalog.read_bytes())
SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
OTHER = "0d9c2c1e-5b7a-4a53-9f8e-7c1b2a3d4e5f"


def records() -> Iterator[Record]:
    """A right record of each event, with each of its error codes."""
    for event in CATALOG["events"]:
        for code in event.get("errors", [None]):
            given = {
                "error_code": code,
                "attempt": 1,
                "backoff_ms": 500,
                "rate_limit_scope": "rest.orders",
            }
            details = {
                one["name"]: 1 if one["type"] == "integer" else "given"
                for one in event.get("details", ())
                if one["required"]
            }
            yield {
                "ts": "2026-01-09T18:07:23.412Z",
                "level": event.get("level", "INFO"),
                "service": event.get("services", ["engine"])[0],
                "component": event.get("components", ["runtime"])[0],
                "event": event["name"],
                "message": "It happened",
                "correlation_id": str(uuid.uuid4()),
                "session_id": SESSION,
                **{name: given[name] for name in event.get("requires", ())},
                **({"details": details} if details else {}),
            }


def gate(folder: Path) -> tuple[int, str]:
    """The exit status of the gate, and what it finds."""
    done = subprocess.run(
        [ROOT / "scripts/check-logs.sh", folder],
        env=os.environ | {"CODEBOOK": str(executable())},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def log(tmp_path: Path) -> Callable[[list[Record]], Path]:
    """Writes a log of records; gives its folder."""

    def write(records: list[Record]) -> Path:
        folder = tmp_path / "logs" / "a process"
        folder.mkdir(parents=True)
        lines = "".join(f"{json.dumps(one)}\n" for one in records)
        (folder / "engine.log.jsonl").write_text(lines, encoding="utf-8")
        return folder.parent

    return write


def test_right_logs_pass(log: Callable[[list[Record]], Path]) -> None:
    status, told = gate(log(list(records())))
    assert status == 0, told


def test_a_missing_event_is_told(log: Callable[[list[Record]], Path]) -> None:
    folder = log([one for one in records() if one["event"] != "order_blocked"])
    status, told = gate(folder)
    assert status == 1
    assert "order_blocked" in told
    # Nothing else has that code.
    assert "PT-RISK-001" in told
    assert "log-coverage" in told


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("log-event-level", {"level": "TRACE"}),
        ("log-timestamp", {"ts": "2026-02-30T18:07:23.412Z"}),
        ("log-unknown-field", {"more": 1}),
        ("log-secret", {"message": "Asked with Authorization: Bearer abc123def456"}),
        ("log-correlation-session", {"session_id": OTHER, "service": "engine"}),
    ],
)
def test_one_fault_is_found(
    rule: str, changes: Record, log: Callable[[list[Record]], Path]
) -> None:
    found = list(records())
    desktop = next(one for one in found if one["service"] == "desktop")
    shared = {"correlation_id": desktop["correlation_id"]}
    found += [one | shared | changes for one in found if one["event"] == "rate_limited"]
    status, told = gate(log(found))
    assert status == 1
    assert f"[{rule}]" in told, told


def test_no_log_is_no_success(tmp_path: Path) -> None:
    status, told = gate(tmp_path)
    assert status == 1
    assert "no test has left a log" in told
