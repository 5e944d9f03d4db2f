"""A child process takes the session over, and all that it says belongs to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kept_logs import keep
from package_tools import ROOT
from predictiontrader_catalog._runtime.handshake import (
    Bootstrap,
    CatalogIdentity,
    Ready,
)
from predictiontrader_catalog.info import CATALOG_DIGEST, CATALOG_VERSION
from runtime.adapters.tools import Record, parsed

CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
IDENTITY = CatalogIdentity(CATALOG_VERSION, CATALOG_DIGEST)


def start(line: str) -> tuple[int, str, bytes]:
    """A child's exit status and what it wrote, given its standard input."""
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("child.py")],
        env={
            "PYTHONPATH": str(ROOT / "Generated/python"),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        input=line.encode(),
        capture_output=True,
        timeout=50,
        check=False,
    )
    keep("child", [done.stderr])
    return done.returncode, done.stdout.decode(), done.stderr


def records(errors: bytes) -> list[Record]:
    """What a child logged; fails where it printed anything else."""
    return [parsed(line) for line in errors.splitlines()]


def test_a_child_takes_the_session_over() -> None:
    bootstrap = Bootstrap(IDENTITY, SESSION, CORRELATION)
    status, output, errors = start(f"{bootstrap.to_line()}more\n")
    assert status == 1
    assert Ready.parse(output) == Ready(
        IDENTITY, SESSION, CORRELATION, {"verdict": "identical", "rest": "more\n"}
    )
    adopted, logged, failed = records(errors)
    assert adopted["event"] == "session_adopted"
    assert logged["message"] == "adopted"
    assert failed["event"] == "unexpected_error"
    for record in (adopted, logged, failed):
        assert record["session_id"] == SESSION
        assert record["correlation_id"] == CORRELATION
        assert record["service"] == "engine"


def test_a_child_tells_what_it_replaced() -> None:
    line = Bootstrap(IDENTITY, SESSION, "evil").to_line()
    _, output, errors = start(line)
    adopted, replaced, *rest = records(errors)
    assert adopted["session_id"] == SESSION
    assert replaced["event"] == "correlation_replaced"
    assert replaced["details"] == {"carrier": "bootstrap", "reason": "malformed"}
    fresh = Ready.parse(output).correlation_id
    assert {r["correlation_id"] for r in (adopted, replaced, *rest)} == {fresh}
    assert b"evil" not in errors
