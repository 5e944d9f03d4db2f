"""The checker of logs says what the schema of records says, as far as that can."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from logs.mutated_records import Mutations
from package_tools import CATALOGS, ROOT, SHIPPED, generate

# What a schema cannot say: secrets, chance, what became of names, one name twice; and
# does not: which services have a component.
BEYOND = {
    "log-secret",
    "log-sensitive-value",
    "log-identifier-random",
    "log-retired-name",
    "log-deprecated-name",
    "log-duplicate-name",
    "log-oversized-line",
    "log-component-service",
}

# How many records of each catalog; validating one takes as long as it has events.
COUNTS = {"shipped": 8000, "consumer": 10000, "logging": 20000, "least": 14000}


def replay() -> Path:
    executable = Path(os.environ.get("LOG_REPLAY", ROOT / ".build/debug/LogReplay"))
    if not executable.exists():
        pytest.skip(f"{executable} has not been built")
    return executable


@pytest.fixture(scope="module", params=list(COUNTS))
def case(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, Path]:
    """A catalog's name, its file, and the folder with what is generated from it."""
    name = str(request.param)
    consumer = ROOT / "Tests/Integration/Consumer"
    match name:
        case "shipped":
            return name, ROOT / "catalog.yaml", SHIPPED.folder
        case "consumer":
            return name, consumer / "catalog.yaml", consumer / "Generated"
    output = generate(name, tmp_path_factory.mktemp(name))
    return name, CATALOGS / f"{name}.yaml", output.folder


def verdicts(catalog: Path, lines: list[str]) -> list[list[str]]:
    """What the checker finds in each line."""
    done = subprocess.run(
        [replay(), catalog],
        input="".join(line + "\n" for line in lines).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    found: list[list[str]] = [json.loads(answer) for answer in done.stdout.splitlines()]
    return found


def is_faulty(found: list[str]) -> bool:
    """Whether a finding is an error that the schema should know."""
    pairs = [one.split() for one in found]
    return any(severity == "error" and rule not in BEYOND for severity, rule in pairs)


def loaded(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


def test_both_say_the_same_of_mutated_records(case: tuple[str, Path, Path]) -> None:
    name, catalog, folder = case
    schema = loaded(folder / "schema/log-record.schema.json")
    validator = Draft202012Validator(schema)
    mutations = Mutations(loaded(folder / "catalog.json"), seed=8)
    lines = mutations.lines(COUNTS[name])
    found = verdicts(catalog, lines)
    assert len(found) == len(lines)
    faulty = 0
    for line, findings in zip(lines, found, strict=True):
        if any(one.endswith("log-retired-name") for one in findings):
            continue
        allowed = validator.is_valid(json.loads(line))
        assert allowed != is_faulty(findings), (line, findings)
        faulty += not allowed
    # Neither says the same of all.
    assert len(lines) / 5 < faulty < len(lines) * 4 / 5


def test_there_are_enough() -> None:
    assert sum(COUNTS.values()) >= 50_000
