"""scripts/lint.sh: every check runs, and each of them can fail the whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from setup_scripts.machine import ROOT, Machine

CHECKS = {
    "swift format lint",
    "ruff check",
    "ruff format",
    "mypy --strict --no-error-summary --python-version 3.10",
    "mypy --strict --no-error-summary --python-version 3.13",
    "shellcheck",
}
FAKE = 'case "{name} $*" in "$FAILING"*) exit 1 ;; esac'


@pytest.fixture
def checkout(machine: Machine) -> Path:
    """A copy of the scripts among a few sources, where every tool is a fake."""
    root = machine.root / "checkout"
    shutil.copytree(ROOT / "scripts", root / "scripts")
    for folder in ("Sources", "Tests/python", "Generated/python", "Generated/swift"):
        (root / folder).mkdir(parents=True)
    tools = root / ".venv" / "bin"
    tools.mkdir(parents=True)
    for name in ("swift", "shellcheck", "ruff", "mypy"):
        machine.fake(name, FAKE.format(name=name))
    for name in ("shellcheck", "ruff", "mypy"):
        shutil.move(machine.bin / name, tools / name)
    return root


def checks_among(calls: list[str]) -> set[str]:
    return {check for check in CHECKS for call in calls if call.startswith(check)}


def test_all_checks_run_and_pass(machine: Machine, checkout: Path) -> None:
    done = machine.run(str(checkout / "scripts/lint.sh"), FAILING="none")
    assert done.status == 0
    assert checks_among(done.calls) == CHECKS


@pytest.mark.parametrize("failing", sorted(CHECKS))
def test_one_failure_fails_all_and_hides_none(
    machine: Machine, checkout: Path, failing: str
) -> None:
    done = machine.run(str(checkout / "scripts/lint.sh"), FAILING=failing)
    assert done.status == 1
    assert checks_among(done.calls) == CHECKS


def test_formatting_leaves_generated_files_alone(
    machine: Machine, checkout: Path
) -> None:
    done = machine.run(str(checkout / "scripts/lint.sh"), "--fix", FAILING="none")
    assert done.status == 0
    assert len(done.calls) == 3
    assert not any("Generated" in call for call in done.calls)
