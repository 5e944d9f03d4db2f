"""scripts/venv.sh: made once, made again when it has to be, never half made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from setup_scripts.machine import Machine, Outcome

VENV_MAKER_FAKE = """
case "$*" in
  *version_info*) printf '3.11\\n%s\\n' "$0" ;;
  "-m venv --clear "*) rm -rf "$4"; cp -R "$STATE/blank" "$4" ;;
esac
"""
VENV_PYTHON_FAKE = """
case "$*" in
  *install*) [ ! -e "$STATE/offline" ] ;;
  *check*) [ ! -e "$STATE/unpinned" ] ;;
esac
"""


@pytest.fixture
def venv(machine: Machine) -> Path:
    """Where `python3 -m venv` is to make a folder whose Python is a fake too."""
    machine.fake("python", VENV_PYTHON_FAKE)
    made = machine.root / "blank" / "bin"
    made.mkdir(parents=True)
    shutil.move(machine.bin / "python", made / "python")
    machine.fake("python3", VENV_MAKER_FAKE)
    return machine.root / "made"


def installations(done: Outcome) -> int:
    return sum(" install " in call for call in done.calls_of("python"))


def test_the_venv_is_made_once(machine: Machine, venv: Path) -> None:
    done = machine.run("venv.sh", str(venv))
    assert done.status == 0
    assert installations(done) == 1
    again = machine.run("venv.sh", str(venv))
    assert (again.status, again.stderr, installations(again)) == (0, "", 1)


def test_changed_requirements_make_the_venv_again(machine: Machine, venv: Path) -> None:
    machine.run("venv.sh", str(venv))
    (venv / "requirements-dev.txt").write_text("pytest==1\n", encoding="utf-8")
    assert installations(machine.run("venv.sh", str(venv))) == 2


def test_a_venv_whose_python_is_gone_is_made_again(
    machine: Machine, venv: Path
) -> None:
    machine.run("venv.sh", str(venv))
    (venv / "bin" / "python").unlink()
    assert installations(machine.run("venv.sh", str(venv))) == 2


@pytest.mark.parametrize(
    ("state", "message"),
    [("offline", "is the package index within reach"), ("unpinned", "does not pin")],
)
def test_a_failed_venv_is_not_taken_for_whole(
    machine: Machine, venv: Path, state: str, message: str
) -> None:
    machine.has(state)
    done = machine.run("venv.sh", str(venv))
    assert done.status == 1
    assert message in done.stderr
    machine.lacks(state)
    assert installations(machine.run("venv.sh", str(venv))) == 2
