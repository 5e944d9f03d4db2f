"""What other processes give, and how it is put together."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bundle.sample import (
    CONFIG,
    COUNTERS,
    DESCRIPTION,
    ENVIRONMENT,
    LIFECYCLE,
    NOTES,
    TIMESTAMP,
    made,
    maker,
)
from predictiontrader_catalog._runtime.bundle import collectors as collecting
from predictiontrader_catalog._runtime.bundle.collectors import (
    Given,
    PartFileCollector,
    PlatformCollector,
    ValueCollector,
)
from predictiontrader_catalog._runtime.bundle.errors import DocumentError
from predictiontrader_catalog._runtime.bundle.part import MAX_PART, BundlePart
from predictiontrader_catalog._runtime.bundle.state import (
    Heartbeat,
    LatestBackoff,
    PlatformMetadata,
    ProcessLaunch,
    ProcessShutdown,
    RateLimitCount,
    ReconnectCount,
)

EARLIER = "2026-01-09T10:00:00.000Z"

WHOLE = BundlePart(
    service="engine",
    runtimes={"sqlite": "3.45", "python": "3.13"},
    platform=PlatformMetadata(
        os="linux", kernel="6.1", architecture="x86_64", processors=8
    ),
    config={"mode": "live", "rest": {"timeout_ms": 5}},
    launch=(
        ProcessLaunch(process="engine", status="crashed", at=TIMESTAMP, exit_code=-9),
    ),
    heartbeats=(Heartbeat(process="engine", last_at=TIMESTAMP, missed=2),),
    shutdown=(ProcessShutdown(process="engine", result="killed", signal=9),),
    since=TIMESTAMP,
    reconnects=(ReconnectCount(scope="ws.market_data", attempts=3, successes=2),),
    backoff=(LatestBackoff(scope="ws.market_data", backoff_ms=500, attempt=3),),
    rate_limits=(RateLimitCount(scope="rest.orders", count=7, last_at=TIMESTAMP),),
    documents={NOTES: {"second": [1], "first": {"a": 1}, "third": 3}},
)


def test_a_part_comes_as_it_went() -> None:
    assert BundlePart.parse(WHOLE.text().encode()) == WHOLE
    assert "\n" not in WHOLE.text()
    assert list(json.loads(WHOLE.text()))[:3] == ["bundle_part", "service", "runtimes"]


def test_all_of_a_part_is_in_the_bundle(out: Path) -> None:
    bundle = made(out, None, WHOLE)
    assert bundle.json(CONFIG) == {"config": WHOLE.config}
    assert bundle.json(ENVIRONMENT) == {
        "runtimes": {"app": "1.2.3", "python": "3.13", "sqlite": "3.45"},
        "platform": {
            "os": "linux",
            "os_version": "Acme 1",
            "kernel": "6.1",
            "architecture": "x86_64",
            "processors": 8,
        },
    }
    assert list(bundle.json(ENVIRONMENT)["platform"]) == [
        "os",
        "os_version",
        "kernel",
        "architecture",
        "processors",
    ]
    given = json.loads(WHOLE.text())
    names = {"launch", "heartbeats", "shutdown"}
    assert bundle.json(LIFECYCLE) == {name: given[name] for name in names}
    names = {"since", "reconnects", "backoff", "rate_limits"}
    assert bundle.json(COUNTERS) == {name: given[name] for name in names}
    # In the catalog's order, without what it does not list.
    assert list(bundle.json(NOTES).items()) == [("first", {"a": 1}), ("second", [1])]
    assert bundle.reasons(LIFECYCLE) == []


def test_parts_are_put_together(out: Path) -> None:
    other: dict[str, object] = {
        "bundle_part": 1,
        "runtimes": {"python": "2.7", "app": "9", "swift": "6.3"},
        "config": {"mode": "paper", "rest": {"base_url": "x"}, "debug": True},
        "launch": [{"process": "desktop", "status": "running", "colour": "red"}],
        "since": EARLIER,
        "rate_limits": [{"scope": "rest.orders", "count": 1}],
        "documents": {NOTES: {"first": 2, "second": 2}, "other.json": {"a": 1}},
    }
    bundle = made(out, None, WHOLE, json.dumps(other))
    assert bundle.json(CONFIG)["config"] == {**(WHOLE.config or {}), "debug": True}
    assert bundle.json(ENVIRONMENT)["runtimes"] == {
        "app": "9",
        "python": "3.13",
        "sqlite": "3.45",
        "swift": "6.3",
    }
    lifecycle = bundle.json(LIFECYCLE)
    assert [one["process"] for one in lifecycle["launch"]] == ["engine", "desktop"]
    assert lifecycle["launch"][1] == {"process": "desktop", "status": "running"}
    counters = bundle.json(COUNTERS)
    assert counters["since"] == EARLIER
    assert [one["count"] for one in counters["rate_limits"]] == [7, 1]
    assert bundle.json(NOTES) == {"first": {"a": 1}, "second": [1]}


def test_what_nobody_gives(out: Path) -> None:
    bundle = made(out, None, BundlePart(heartbeats=()))
    for path in (CONFIG, COUNTERS, NOTES):
        assert bundle.json(path) == {"unavailable": "not_provided"}
        assert bundle.omissions(path) == [{"path": path, "reason": "not_provided"}]
    assert bundle.json(LIFECYCLE) == {"launch": [], "heartbeats": [], "shutdown": []}
    assert bundle.json(ENVIRONMENT)["runtimes"] == {"app": "1.2.3"}


def test_a_time_from_which_on_nothing_is_counted(out: Path) -> None:
    counters = made(out, None, BundlePart(since=TIMESTAMP)).json(COUNTERS)
    assert list(counters) == ["since", "reconnects", "backoff", "rate_limits"]


def _part(**members: object) -> bytes:
    return json.dumps({"bundle_part": 1, **members}).encode()


BAD: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"{", "it is not JSON"),
    "no version": (b"{}", "bundle_part: 1 is due here"),
    "another version": (b'{"bundle_part":2}', "bundle_part: 1 is due here"),
    "a true version": (b'{"bundle_part":true}', "bundle_part: 1 is due here"),
    "a version with a point": (b'{"bundle_part":1.0}', "bundle_part: 1 is due here"),
    "a status": (
        _part(launch=[{"process": "e", "status": "up"}]),
        r"launch\[0\].status: one of not_started",
    ),
    "a field too few": (
        _part(launch=[{"status": "running"}]),
        "process: it is missing",
    ),
    "null": (_part(since=None), "since: a time"),
    "a time": (_part(since="2026-02-30T00:00:00.000Z"), "since: a time"),
    "a time's form": (_part(since="2026-01-09T18:07:23Z"), "since: a time"),
    "a negative number": (
        _part(backoff=[{"scope": "a", "backoff_ms": -1}]),
        r"backoff\[0\].backoff_ms: an integer of 0",
    ),
    "a number with a point": (
        _part(rate_limits=[{"scope": "a", "count": 1.0}]),
        "an integer is due",
    ),
    "truth as a number": (
        _part(rate_limits=[{"scope": "a", "count": True}]),
        "an integer is due",
    ),
    "an array": (_part(launch={}), "launch: an array is due"),
    "an object": (_part(config=[]), "config: an object is due"),
    "a runtime's name": (_part(runtimes={"My-Lib": "1"}), "snake case"),
    "a runtime's version": (_part(runtimes={"lib": 1}), "runtimes.lib: a text"),
    "a system": (_part(platform={"os": "bsd", "architecture": "x"}), "platform.os"),
    "a document": (_part(documents={NOTES: 1}), "an object is due"),
    "too long": (_part(service="x" * MAX_PART), "longer than 1048576 bytes"),
}


@pytest.mark.parametrize(("data", "problem"), BAD.values(), ids=BAD)
def test_a_part_that_is_none(data: bytes, problem: str, out: Path) -> None:
    with pytest.raises(DocumentError, match=problem):
        BundlePart.parse(data)
    bundle = made(out, None, data)
    assert bundle.json(LIFECYCLE) == {"unavailable": "failed"}
    (omission,) = bundle.omissions(LIFECYCLE)
    assert omission["source"] == "part_0"
    assert omission["detail"]


def test_a_part_of_a_wrong_kind_is_not_written() -> None:
    with pytest.raises(DocumentError, match="since"):
        replace(WHOLE, since="now").text()
    with pytest.raises(DocumentError, match="status"):
        BundlePart(launch=(ProcessLaunch(process="e", status="up"),)).text()
    with pytest.raises(TypeError):
        BundlePart(config={"mode": object()}).text()


def test_a_part_that_fails_costs_only_what_it_would_have_given(out: Path) -> None:
    bundle = made(out, None, b"nonsense", BundlePart(launch=(), config={"debug": True}))
    assert bundle.json(LIFECYCLE)["launch"] == []
    assert bundle.json(CONFIG) == {"config": {"debug": True}}
    assert bundle.reasons(LIFECYCLE) == []
    assert bundle.reasons(COUNTERS) == bundle.reasons(NOTES) == ["failed"]


def test_a_part_that_fails_and_costs_nothing_is_told_of(out: Path) -> None:
    bundle = made(out, None, b"nonsense", WHOLE)
    (omission,) = bundle.manifest["omissions"][:1]
    assert omission == {
        "path": "manifest.json",
        "reason": "failed",
        "source": "part_0",
        "detail": "it is not JSON",
    }


# Collectors


def test_files(out: Path, tmp_path: Path) -> None:
    (tmp_path / "part.json").write_text(WHOLE.text())
    collectors = [PartFileCollector("engine", tmp_path / "part.json")]
    assert made(out, None, collectors=collectors).json(CONFIG) == {
        "config": WHOLE.config
    }


PLACES: dict[str, tuple[Callable[[Path], object], str, str | None]] = {
    "missing": (lambda _: None, "not_found", None),
    "link": (lambda path: path.symlink_to("/etc/hostname"), "not_a_file", "a symbolic"),
    "FIFO": (os.mkfifo, "not_a_file", "a FIFO"),
    "folder": (lambda path: path.mkdir(), "not_a_file", "a folder"),
    "long": (lambda path: path.write_bytes(b" " * 2_000_000), "failed", "longer than"),
    "no JSON": (lambda path: path.write_bytes(b"\xff"), "failed", "not UTF-8"),
}


@pytest.mark.parametrize(("make", "reason", "detail"), PLACES.values(), ids=PLACES)
def test_files_that_hold_no_part(
    out: Path,
    tmp_path: Path,
    make: Callable[[Path], object],
    reason: str,
    detail: str | None,
) -> None:
    make(tmp_path / "part.json")
    collectors = [PartFileCollector("engine", tmp_path / "part.json")]
    bundle = made(out, None, collectors=collectors)
    (omission,) = bundle.omissions(LIFECYCLE)
    assert omission["reason"] == reason
    assert omission["source"] == "engine"
    assert (
        omission.get("detail", "").startswith(detail or "")
        or detail in omission["detail"]
    )
    assert str(tmp_path) not in bundle.files["manifest.json"].decode()


def test_one_that_hangs_is_left_alone(out: Path) -> None:
    released = threading.Event()

    def hang() -> Given:
        released.wait(60)
        return WHOLE

    description = replace(DESCRIPTION, collector_seconds=1)
    collectors = [ValueCollector("engine", hang)]
    start = time.monotonic()
    bundle = made(
        out,
        None,
        BundlePart(launch=()),
        collectors=collectors,
        description=description,
    )
    assert 0.9 < time.monotonic() - start < 5
    released.set()
    assert bundle.json(LIFECYCLE)["launch"] == []
    assert bundle.json(CONFIG) == {"unavailable": "timed_out"}
    assert bundle.omissions(CONFIG) == [
        {
            "path": CONFIG,
            "reason": "timed_out",
            "source": "engine",
            "detail": "no answer within 1 s",
        }
    ]


def test_one_that_hangs_keeps_no_process_alive(out: Path) -> None:
    program = f"""
import time
from dataclasses import replace
from bundle.sample import DESCRIPTION, maker
from predictiontrader_catalog.bundle import ValueCollector
collectors = [ValueCollector("engine", lambda: time.sleep(60))]
description = replace(DESCRIPTION, collector_seconds=0)
print(maker(None, description=description, collectors=collectors).write({str(out)!r}))
"""
    start = time.monotonic()
    subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        timeout=30,
    )
    assert time.monotonic() - start < 30


def test_all_are_asked_at_once(out: Path) -> None:
    barrier = threading.Barrier(3, timeout=3)

    def give() -> Given:
        barrier.wait()
        return WHOLE

    collectors = [ValueCollector(f"c{number}", give) for number in range(3)]
    bundle = made(out, None, collectors=collectors)
    assert len(bundle.json(LIFECYCLE)["launch"]) == 3


@pytest.mark.parametrize(
    "error", [ValueError("no"), SystemExit(3), KeyboardInterrupt(), OSError("no")]
)
def test_one_that_raises(out: Path, error: BaseException) -> None:
    def fail() -> Given:
        raise error

    bundle = made(out, None, collectors=[ValueCollector("engine", fail)])
    (omission,) = bundle.omissions(CONFIG)
    assert omission["reason"] == "failed"
    assert omission["detail"].startswith(type(error).__name__)


def test_one_whose_name_cannot_be_had(out: Path) -> None:
    class Nameless:
        @property
        def name(self) -> str:
            raise RuntimeError("no name")

        def collect(self) -> Given:
            raise ValueError("nothing")

    bundle = made(out, None, collectors=[Nameless()])
    (omission,) = bundle.omissions(CONFIG)
    assert omission["source"] == "Nameless"


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (TimeoutError(), "timed_out", "no answer in time"),
        (ConnectionRefusedError(111, "/run/x"), "failed", "Connection refused"),
        (FileNotFoundError(2, "no", "/run/x"), "failed", "No such file or directory"),
    ],
)
def test_a_channel_that_fails(
    out: Path, error: OSError, reason: str, detail: str
) -> None:
    def fail() -> Given:
        raise error

    bundle = made(out, None, collectors=[ValueCollector("engine", fail)])
    (omission,) = bundle.omissions(CONFIG)
    assert (omission["reason"], omission["detail"]) == (reason, detail)


def test_a_file_that_cannot_be_read(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: object) -> tuple[int, os.stat_result]:
        raise PermissionError(13, "no", "/run/x")

    monkeypatch.setattr(collecting, "open_regular", refuse)
    collectors = [PartFileCollector("engine", tmp_path / "part.json")]
    (omission,) = made(out, None, collectors=collectors).omissions(CONFIG)
    assert omission["reason"] == "unreadable"
    assert omission["detail"] == "Permission denied"


def test_what_a_failure_says_is_redacted(out: Path) -> None:
    def fail() -> Given:
        raise ValueError("password=hunter2hunter2")

    bundle = made(out, None, collectors=[ValueCollector("token=abcdefgh1234", fail)])
    text = bundle.files["manifest.json"].decode()
    assert "hunter2" not in text
    assert "abcdefgh1234" not in text
    assert "password=[redacted:password]" in text


def test_the_platform(out: Path) -> None:
    bundle = made(out, None, collectors=[PlatformCollector(sqlite=True)])
    environment = bundle.json(ENVIRONMENT)
    assert set(environment["runtimes"]) == {"app", "python", "sqlite"}
    assert environment["platform"]["processors"] == os.cpu_count()
    assert environment["platform"]["memory_bytes"] > 1_000_000


def test_texts_of_parts_are_redacted(out: Path) -> None:
    part = BundlePart(
        runtimes={"python": "password=hunter2hunter2"},
        platform=PlatformMetadata(
            os="linux", os_version="token=abcdefgh12345678", architecture="x86_64"
        ),
        launch=(
            ProcessLaunch(
                process="engine", status="crashed", detail="password=hunter2hunter2"
            ),
        ),
        reconnects=(ReconnectCount(scope="password=hunter2hunter2", attempts=1),),
        documents={NOTES: {"first": {"password": "hunter2hunter2"}}},
    )
    bundle = made(out, None, part)
    for name, data in bundle.files.items():
        assert b"hunter2" not in data, name
        assert b"abcdefgh12345678" not in data, name
    assert bundle.manifest["redaction_summary"]["password"] == 4


def test_what_was_taken_out_of_parts_before_counts(out: Path) -> None:
    part = BundlePart(
        launch=(
            ProcessLaunch(
                process="engine", status="crashed", detail="key [redacted:api-key]"
            ),
        ),
        documents={
            NOTES: {
                "first": ["[redacted:password]"] * 2,
                "second": {"password": "x9x9"},
            }
        },
    )
    bundle = made(out, None, part)
    assert bundle.manifest["redaction_summary"] == {"api-key": 1, "password": 3}


def test_a_name_that_is_no_service() -> None:
    with pytest.raises(ValueError, match="no log of 'other'"):
        maker({"other": Path("x")})


def test_a_session_that_is_none() -> None:
    with pytest.raises(ValueError, match="UUID"):
        maker(None, session_id="../../etc")
