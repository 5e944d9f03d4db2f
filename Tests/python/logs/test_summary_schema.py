"""`docs/log-summary.schema.json` has what summaries have, and nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from logs.check_tools import check, record
from package_tools import CATALOGS, ROOT, attempt, executable

SCHEMA = json.loads((ROOT / "docs/log-summary.schema.json").read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a check counts of records of all kinds, and of lines that are none."""
    folder = tmp_path_factory.mktemp("summary")
    golden = sorted((ROOT / "Tests/Goldens/resilience").glob("*.jsonl"))
    odd = [
        record(level="LOUD", event="never_heard_of", error_code="PT-NET-999"),
        record(ts="yesterday", service=None, event="session_adopted"),
        "no record\n",
    ]
    text = "".join([*(path.read_text("utf-8") for path in golden), *odd])
    (folder / "a.jsonl").write_text(text, encoding="utf-8")
    check(folder, "--summary", "summary.json", "a.jsonl")
    read: dict[str, Any] = json.loads((folder / "summary.json").read_bytes())
    return read


def merge(folder: Path, summary: dict[str, Any]) -> tuple[int, str]:
    (folder / "changed.json").write_text(json.dumps(summary) + "\n", encoding="utf-8")
    command = (executable(), "logs", "merge", "--catalog", ROOT / "catalog.yaml")
    ran = attempt(*command, "changed.json", cwd=folder)
    return ran.returncode, ran.stderr


def test_it_is_a_schema_that_knows_every_member(summary: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(summary)
    assert summary["over_time"]["levels"].keys() == SCHEMA["$defs"]["columns"][
        "properties"
    ].keys() - {"absent"}
    assert summary["findings"]["groups"]
    assert summary.keys() == SCHEMA["properties"].keys()


def test_it_is_the_same_for_other_catalogs(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record() + "no record\n", encoding="utf-8")
    for catalog in sorted(CATALOGS.glob("*.yaml"))[:2]:
        command = (executable(), "logs", "stats", "--partial", "--catalog", catalog)
        VALIDATOR.validate(
            json.loads(attempt(*command, "a.jsonl", cwd=tmp_path).stdout)
        )


Change = Callable[[dict[str, Any]], object]
CHANGES: dict[str, Change] = {
    "another version": lambda s: s.update(codebook_log_summary=2),
    "no catalog": lambda s: s.pop("catalog"),
    "no digest": lambda s: s["catalog"].pop("digest"),
    "less than zero": lambda s: s.update(bytes=-1),
    "more than 2^53-1": lambda s: s.update(bytes=2**53),
    "no whole number": lambda s: s.update(bytes=1.5),
    "a text": lambda s: s.update(lines="1"),
    "a member too many": lambda s: s.update(more=1),
    "a first time alone": lambda s: s["time"].pop("last"),
    "no time": lambda s: s["time"].update(first="yesterday"),
    "a closed vocabulary with unlisted": lambda s: s["levels"].update(unlisted={}),
    "an open one with unknown": lambda s: s["events"].update(unknown=0),
    "another unit": lambda s: s["over_time"].update(unit="2s"),
    "half a cell": lambda s: s["over_time"]["codes"].update(unknown=[[1]]),
    "an empty cell": lambda s: s["over_time"]["codes"].update(unknown=[[1, 0]]),
    "no severity": lambda s: s["findings"]["groups"][0].update(severity="fatal"),
    "a group of none": lambda s: s["findings"]["groups"][0].update(count=0),
    "a place without a line": lambda s: s["findings"]["groups"][0]["first"].pop("line"),
    "others of no severity": lambda s: s["findings"]["others"].update(fatal=1),
}


@pytest.mark.parametrize("name", CHANGES)
def test_it_refuses_what_is_no_summary(summary: dict[str, Any], name: str) -> None:
    changed = copy.deepcopy(summary)
    CHANGES[name](changed)
    assert not VALIDATOR.is_valid(changed)


@pytest.mark.parametrize("name", list(CHANGES)[::4])
def test_merge_refuses_it_too_and_says_what_to_do(
    tmp_path: Path, summary: dict[str, Any], name: str
) -> None:
    changed = copy.deepcopy(summary)
    CHANGES[name](changed)
    status, told = merge(tmp_path, changed)
    assert status == 2
    assert "\nfix: make it with `codebook logs stats --partial`" in told
