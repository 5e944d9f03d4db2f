"""Each rule that is broken turns its row red (Tests/resilience-mutants.json).

A mutant is a small change of a reducer: `old`, which stands once in `file`, becomes
`new`. In Python `file` is a path in the package; in Swift it is one from the top, both
are expressions, and `in` may say around what `old` stands.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import predictiontrader_catalog
import pytest
from resilience.support import SCENARIOS, rows
from resilience.swift_mutants import built, swift_differences
from runtime.recording import ROOT

Mutant = dict[str, str]

MUTANTS: list[Mutant] = json.loads(
    (ROOT / "Tests/resilience-mutants.json").read_bytes()
)
_PACKAGE = Path(predictiontrader_catalog.__file__).parent
_IDS = set(rows())


def _of(language: str) -> list[Mutant]:
    return [one for one in MUTANTS if one["language"] == language]


@pytest.mark.parametrize("language", ["python", "swift"])
def test_every_row_has_some(language: str) -> None:
    assert {one["row"] for one in _of(language)} == _IDS


def test_each_has_a_name_of_its_own() -> None:
    names = [one["name"] for one in MUTANTS]
    assert sorted(names) == sorted(set(names))


def test_python_rows_notice_them(tmp_path: Path) -> None:
    untouched = _run(tmp_path / "untouched", None)
    assert untouched.returncode == 0, untouched.stdout
    mutants = _of("python")
    folders = [tmp_path / one["name"] for one in mutants]
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        results = list(threads.map(_run, folders, mutants))
    alive = [
        f"{one['row']} does not notice {one['name']}"
        for one, result in zip(mutants, results, strict=True)
        if result.returncode == 0
    ]
    assert alive == []


def _run(folder: Path, mutant: Mutant | None) -> subprocess.CompletedProcess[str]:
    """Runs a mutant's row with a package of its own."""
    package = folder / _PACKAGE.name
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(_PACKAGE, package, ignore=ignored)
    if mutant is not None:
        path = package / mutant["file"]
        text = path.read_text(encoding="utf-8")
        assert text.count(mutant["old"]) == 1, f"{mutant['name']}: what is to change?"
        path.write_text(text.replace(mutant["old"], mutant["new"]), encoding="utf-8")
        # It is still Python; what it does is what is wrong.
        compile(path.read_text(encoding="utf-8"), path, "exec")
    row = "RR-01" if mutant is None else mutant["row"]
    return subprocess.run(
        [sys.executable, "-B", "-m", "resilience.row", row],
        env={
            **os.environ,
            "PYTHONPATH": f"{folder}{os.pathsep}{ROOT / 'Tests/python'}",
            "CODEBOOK_SCENARIOS": str(SCENARIOS),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_swift_rows_notice_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    mutants = _of("swift")
    replay = built(mutants, tmp_path_factory)
    assert swift_differences(replay, None, [*_IDS]) == []
    alive = [
        f"{one['row']} does not notice {one['name']}"
        for one in mutants
        if not swift_differences(replay, one["name"], [one["row"]])
    ]
    assert alive == []
