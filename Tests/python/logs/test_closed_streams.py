"""Output that cannot be written and streams that are closed are never a success."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from logs.check_tools import record
from package_tools import ROOT, executable

COMMANDS = ["check", "stats", "view", "view --raw", "convert"]
full = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /dev/full")


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Runs a line of the shell, in which `logs` is the command under test."""
    (folder / "bad.jsonl").write_text(record(level="LOUD"))
    (folder / "catalog.yaml").write_bytes((ROOT / "catalog.yaml").read_bytes())
    text = line.replace("logs", f"'{executable()}' logs", 1)
    return subprocess.run(
        ["sh", "-c", text], cwd=folder, capture_output=True, text=True, check=False
    )


@full
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told(tmp_path: Path, command: str) -> None:
    ran = shell(tmp_path, f"logs {command} bad.jsonl > /dev/full")
    assert ran.returncode == 2
    assert "standard output: No space left on device\nfix: free some" in ran.stderr


@pytest.mark.parametrize("command", ["check", "view"])
def test_a_closed_output_is_told(tmp_path: Path, command: str) -> None:
    ran = shell(tmp_path, f"logs {command} bad.jsonl >&-")
    assert ran.returncode == 2
    assert "cannot write standard output: Bad file descriptor" in ran.stderr


def test_a_closed_error_stream_changes_nothing(tmp_path: Path) -> None:
    assert shell(tmp_path, "logs check bad.jsonl 2>&-").returncode == 1


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    ran = shell(tmp_path, "logs view bad.jsonl | head -0")
    assert (ran.returncode, ran.stderr) == (0, "")
