"""What a function that logs an event is not meant to take does not compile in Swift."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from package_tools import ROOT

MODULES = ROOT / ".build/debug/Modules"

pytestmark = [
    pytest.mark.skipif(
        shutil.which("swiftc") is None, reason="there is no swiftc here"
    ),
    pytest.mark.skipif(not MODULES.exists(), reason="the Swift tests are not built"),
]

RIGHT = [
    "log.reconnectScheduled(attempt: 3, backoffMS: 5000)",
    "log.reconnectScheduled(attempt: 3, backoffMS: 5, rateLimitScope: .restOrders)",
    "log.requestFailed(errorCode: .ptHTTP429)",
    'log.record(.info, component: "own", event: "own_event", message: "m")',
]
WRONG = {
    "log.reconnectScheduled(attempt: 3)": "missing argument",
    "log.reconnectScheduled(atempt: 3, backoffMS: 5000)": "incorrect argument label",
    'log.reconnectScheduled(attempt: "3", backoffMS: 5000)': "cannot convert value",
    "log.reconnectSheduled(attempt: 3, backoffMS: 5000)": "has no member",
    "log.requestFailed(errorCode: .ptHTTP430)": "no member 'ptHTTP430'",
    'log.record(.info, component: 7, event: "e", message: "m")': "cannot convert value",
}


def compiled(call: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Type-checks one call."""
    source = folder / "call.swift"
    source.write_text(
        "import CodebookRuntime\nimport PredictionTraderCatalog\n"
        f"func call(_ log: Log) {{\n  {call}\n}}\n"
    )
    return subprocess.run(
        [
            "swiftc",
            "-typecheck",
            "-swift-version",
            "6",
            "-I",
            str(MODULES),
            str(source),
        ],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("call", RIGHT)
def test_what_the_catalog_says_compiles(call: str, tmp_path: Path) -> None:
    done = compiled(call, tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("call", "reason"), WRONG.items())
def test_anything_else_does_not(call: str, reason: str, tmp_path: Path) -> None:
    done = compiled(call, tmp_path)
    assert done.returncode != 0
    assert reason in done.stderr, done.stderr
