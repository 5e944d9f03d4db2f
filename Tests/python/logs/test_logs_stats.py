"""`codebook logs stats` and `logs merge`: parts of logs come to what one run counts."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from package_tools import ROOT, executable

GOLDENS = ROOT / "Tests/Goldens/resilience"
CATALOG = ROOT / "catalog.yaml"


def logs(
    *arguments: str | Path, stdin: bytes = b"", folder: Path = ROOT, status: int = 0
) -> bytes:
    command = [executable(), "logs", *arguments, "--catalog", CATALOG]
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"LC_ALL": "C"},
        input=stdin,
        capture_output=True,
        check=False,
    )
    assert done.returncode == status, (command, done.stdout, done.stderr)
    return done.stdout + (done.stderr if status else b"")


def golden_lines() -> list[bytes]:
    files = sorted(GOLDENS.glob("*.jsonl"))
    return [line for f in files for line in f.read_bytes().splitlines(keepends=True)]


@pytest.fixture(scope="module")
def whole() -> bytes:
    """What one run counts."""
    return logs("stats", "--partial", "-", stdin=b"".join(golden_lines()))


@pytest.mark.parametrize("seed", range(5))
def test_parts_merge_to_the_whole(seed: int, whole: bytes, tmp_path: Path) -> None:
    rng = random.Random(seed)
    lines = golden_lines()
    cuts = sorted(rng.randrange(len(lines) + 1) for _ in range(rng.randint(0, 4)))
    edges = list(zip([0, *cuts], [*cuts, len(lines)], strict=True))
    parts = [b"".join(lines[a:b]) for a, b in edges]
    counted = [logs("stats", "--partial", "-", stdin=part) for part in parts]
    rng.shuffle(counted)
    assert logs("merge", "--partial", "-", stdin=b"".join(counted)) == whole
    # A tree of merges does as well.
    (tmp_path / "a").write_bytes(b"".join(counted[:1]))
    rest = b"".join(counted[1:])
    (tmp_path / "b").write_bytes(
        logs("merge", "--partial", "-", stdin=rest) if rest else counted[0]
    )
    if rest:
        assert logs("merge", "--partial", "a", "b", folder=tmp_path) == whole


def test_a_summary_that_comes_twice_is_told(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(whole)
    command = [str(executable()), "logs", "merge", "--catalog", str(CATALOG), "a", "a"]
    done = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True)
    assert done.returncode == 0
    assert b"a:1: warning: this very summary was there before" in done.stderr
    done = subprocess.run(command[:-1], check=False, cwd=tmp_path, capture_output=True)
    assert b"warning" not in done.stderr


def test_counts_are_those_of_the_lines(whole: bytes) -> None:
    records = [json.loads(line) for line in golden_lines()]
    summary: dict[str, Any] = json.loads(whole)
    assert summary["records"] == len(records)
    assert summary["bytes"] == sum(map(len, golden_lines()))
    for member, field in {"events": "event", "codes": "error_code"}.items():
        names = [record[field] for record in records if field in record]
        expected = {name: names.count(name) for name in names}
        assert summary[member]["names"] == expected
        assert summary[member]["absent"] == len(records) - len(names)
    for field in records[0]:
        assert summary["fields"][field] == sum(field in record for record in records)


def test_what_never_was_seen_is_found(whole: bytes) -> None:
    merged = ("merge", "--require-coverage")
    logs(*merged, "levels", "-", stdin=whole, status=1)
    shown = logs(*merged, "events,codes", "-", stdin=whole, status=1).decode()
    assert "no record shows the error code `PT-AUTH-001` [log-coverage]" in shown
    assert "`reconnected`" not in shown
    coverage = json.loads(
        logs("merge", "--coverage", "--format", "json", "-", stdin=whole)
    )["coverage"]
    states = {row["name"]: row["state"] for row in coverage["rows"]}
    # The goldens of a row are its scenario.
    assert states["RR-01"] == states["RR-04"] == "seen"


def test_each_form_is_whole(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"".join(golden_lines()))
    text = logs("stats", "log", folder=tmp_path).decode("ascii")
    assert text.startswith(f"{len(golden_lines())} records, ")
    assert "\nError codes\n  PT-HTTP-429 " in text
    table = logs(
        "stats", "--by", "minute", "--format", "markdown", "log", folder=tmp_path
    )
    assert b"\n| From | Records | ERROR | WARN | INFO |\n" in table
    told = json.loads(logs("stats", "--format", "json", "log", folder=tmp_path))
    assert told["summary"] == json.loads(whole)


@pytest.mark.parametrize(
    ("summary", "message"),
    [
        (b"", "<stdin> has no summary"),
        (b"\n\n5\n", "<stdin>:3: is no object"),
        (b'{"a":1}\n', "<stdin>:1: is no summary of logs"),
        (b"[" * 100_000, "<stdin>:1: is no JSON"),
    ],
)
def test_what_is_no_summary_is_told_with_its_place(
    summary: bytes, message: str
) -> None:
    assert message in logs("merge", "-", stdin=summary, status=2).decode()


def test_summaries_of_another_catalog_are_refused(whole: bytes) -> None:
    other = whole.replace(json.loads(whole)["catalog"]["digest"].encode(), b"0" * 64)
    shown = logs("merge", "-", stdin=whole + other, status=2).decode()
    assert "<stdin>:2: `" not in shown
    assert "<stdin>:2: was made with another catalog" in shown
    assert "\nfix: " in shown


def test_lines_that_are_no_records_are_counted_apart() -> None:
    lines = [b"Traceback\n", b"\n", b'{"level":"INFO"}\n', golden_lines()[0]]
    told = json.loads(logs("stats", "--partial", "-", stdin=b"".join(lines)))
    assert (told["lines"], told["records"], told["faulty_lines"]) == (4, 2, 2)


def test_a_name_that_may_be_a_secret_is_not_told() -> None:
    record = json.loads(golden_lines()[0])
    names = ["order_filled", "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345"]
    lines = [json.dumps(record | {"event": name}) + "\n" for name in names]
    told = logs("stats", "--partial", "-", stdin="".join(lines).encode())
    assert json.loads(told)["events"]["unlisted"] == {"order_filled": 1}
    assert json.loads(told)["events"]["unlisted_others"] == 1
    assert b"ghp_" not in told


def test_a_check_leaves_a_summary_with_its_findings(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"Traceback\n" + b"".join(golden_lines()))
    (tmp_path / "b.jsonl").write_bytes(b"".join(golden_lines()) + b"Traceback\n" * 2)
    for name in ("a", "b"):
        check = ("check", f"{name}.jsonl", "--summary", f"{name}.json")
        logs(*check, "--fail-on", "error", folder=tmp_path, status=1)
    shown = logs("merge", "a.json", "b.json", folder=tmp_path, status=1).decode()
    assert "a.jsonl:1:1: error: " in shown
    assert "[log-plain-text], 3 times\n" in shown
    # What the parts found is what one run finds, places and all.
    logs(
        "check", "a.jsonl", "b.jsonl", "--summary", "c.json", folder=tmp_path, status=1
    )
    parts = logs("merge", "--partial", "a.json", "b.json", folder=tmp_path, status=1)
    merged = json.loads(parts.partition(b"\n")[0])
    whole: dict[str, Any] = json.loads((tmp_path / "c.json").read_bytes())
    within = {"log-session-changed", "log-correlation-session", "log-span-correlation"}
    for summary in (merged, whole):
        groups = summary["findings"]["groups"]
        summary["findings"] = [x for x in groups if x["rule"] not in within]
    assert merged == whole


def test_a_check_is_a_gate_for_coverage(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"".join(golden_lines()))
    gate = ("check", "--require-coverage", "levels,services", "log")
    shown = logs(*gate, folder=tmp_path, status=1).decode()
    assert "catalog.yaml: error: no record shows the level `TRACE`" in shown
    assert "no record shows the service" not in shown
    told = logs(
        "check",
        "--coverage",
        "--format",
        "json",
        "--fail-on",
        "error",
        "log",
        folder=tmp_path,
    )
    levels = {x["name"]: x["count"] for x in json.loads(told)["coverage"]["levels"]}
    assert levels["TRACE"] == 0
    assert levels["INFO"] > 0
    assert b"nothing that coverage is told of" in logs(
        "check", "--require-coverage", "event", "log", folder=tmp_path, status=2
    )
