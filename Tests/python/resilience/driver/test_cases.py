"""The driver does what it is held to, on every supported Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from package_tools import SHIPPED, VERSIONS, interpreter, run
from resilience.driver.cases import ALL
from resilience.driver.cases.harness import run as run_case

RUNNER = Path(__file__).parent / "run_cases.py"


@pytest.mark.parametrize("name", ALL)
def test_case(name: str) -> None:
    run_case(ALL[name])


@pytest.mark.parametrize("version", VERSIONS)
def test_all_cases_on_every_python(version: str, tmp_path: Path) -> None:
    python = (interpreter(version), "-W", "error", "-B")
    printed = run(*python, RUNNER, cwd=tmp_path, path=SHIPPED.python)
    assert printed.splitlines()[-1] == f"{len(ALL)} passed, 0 failed"
