"""How much is in a bundle at most."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bundle.sample import (
    CONFIG,
    DESCRIPTION,
    DESKTOP,
    ENGINE,
    ERRORS,
    NOTES,
    line,
    made,
    maker,
    write_lines,
)
from predictiontrader_catalog._runtime.bundle.errors import BundleError
from predictiontrader_catalog._runtime.bundle.part import BundlePart

TOTAL = 40_000
SMALL = replace(DESCRIPTION, total_bytes=TOTAL)


def test_logs_share_what_there_is(out: Path, tmp_path: Path) -> None:
    desktop, engine = tmp_path / "d", tmp_path / "e"
    small = write_lines(desktop, 0, 10)
    write_lines(engine, 0, 500, error_code="PT-NET-001")
    size = len(line(100, error_code="PT-NET-001"))
    bundle = made(out, {"desktop": desktop, "engine": engine}, description=SMALL)
    assert bundle.files[DESKTOP] == small
    others = sum(len(bundle.files[name]) for name in bundle.names[3:-1])
    room = TOTAL - TOTAL // 4 - others - len(small)
    kept = len(bundle.numbers())
    assert bundle.numbers() == list(range(500 - kept, 500))
    assert kept == room // size
    (omission,) = bundle.omissions(ENGINE)
    assert omission["reason"] == "over_limit"
    assert omission["count"] == 500 - kept
    assert omission["bytes"] + len(bundle.files[ENGINE]) == engine.stat().st_size
    entry = bundle.manifest["files"][1]
    assert entry["records"] == kept
    assert entry["first_at"] == bundle.records()[0]["ts"]
    (error,) = bundle.json(ERRORS)["errors"]
    assert error["count"] == kept
    assert error["first_at"] == entry["first_at"]
    assert sum(map(len, bundle.files.values())) <= TOTAL


def test_two_long_logs_share_it_equally(out: Path, tmp_path: Path) -> None:
    desktop, engine = tmp_path / "d", tmp_path / "e"
    for path in (desktop, engine):
        write_lines(path, 100, 400)
    bundle = made(out, {"desktop": desktop, "engine": engine}, description=SMALL)
    one, other = len(bundle.files[DESKTOP]), len(bundle.files[ENGINE])
    assert abs(one - other) <= len(line(100))
    assert one > 14_000


def test_finds_in_records_that_go_do_not_count(out: Path, log: Path) -> None:
    secret = {"password": "hunter2hunter2"}
    log.write_bytes(
        line(0, details=secret)
        + b"".join(map(line, range(500)))
        + line(1, details=secret)
    )
    bundle = made(out, {"engine": log}, description=SMALL)
    assert bundle.manifest["redaction_summary"] == {"password": 1}


def test_a_document_that_does_not_fit(out: Path, log: Path) -> None:
    write_lines(log, 0, 10)
    part = BundlePart(config={"mode": "x" * TOTAL}, documents={NOTES: {"first": 1}})
    bundle = made(out, {"engine": log}, part, description=SMALL)
    assert bundle.json(CONFIG) == {"unavailable": "over_limit"}
    (omission,) = bundle.omissions(CONFIG)
    assert omission["bytes"] > TOTAL
    assert bundle.json(NOTES) == {"first": 1}
    assert len(bundle.numbers()) == 10


def test_a_limit_that_nothing_fits_into(out: Path, log: Path) -> None:
    write_lines(log, 0, 10)
    tiny = replace(DESCRIPTION, total_bytes=1000)
    with pytest.raises(BundleError, match="total_bytes"):
        maker({"engine": log}, description=tiny).write(out)
    assert list(out.iterdir()) == []
