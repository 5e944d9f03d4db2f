"""What users of the generated package see of bundles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bundle.sample import SECRET, SESSION, TIME, Bundle, line
from jsonschema import Draft202012Validator
from predictiontrader_catalog import bundle, events, log
from predictiontrader_catalog._runtime.bundle.json_text import parse_object
from predictiontrader_catalog.bundle_description import BUNDLE
from predictiontrader_catalog.redaction import FingerprintKey
from runtime.recording import ROOT

KEY = FingerprintKey(bytes(range(32)))
SCHEMAS = ROOT / "Generated" / "schema" / "bundle"

CONFIG: dict[str, Any] = {
    "mode": "paper",
    "feature_flags": {"new_book": True, "token": "abcdefgh12345678"},
    "endpoints": {"rest": "https://u:p@x.test/v2?token=abcdefgh12345678&v=1"},
    "account": {"id": "ACME-12345"},
    "database": {"password": "hunter2hunter2"},
}


@pytest.fixture
def keyed() -> Iterator[None]:
    """The package's own logger makes fingerprints meanwhile."""
    before = events.LOGGER.redaction.fingerprint_key
    events.LOGGER.redaction.fingerprint_key = KEY
    yield
    events.LOGGER.redaction.fingerprint_key = before


def engine_part() -> bundle.BundlePart:
    return bundle.part(
        service="engine",
        runtimes=bundle.runtime_versions(sqlite=True),
        platform=bundle.platform_metadata(),
        config=CONFIG,
        launch=[bundle.ProcessLaunch(process="engine", status="crashed", signal=11)],
        heartbeats=[
            bundle.Heartbeat(process="engine", last_at=bundle.timestamp(TIME), missed=3)
        ],
        shutdown=[bundle.ProcessShutdown(process="engine", result="crashed")],
        since=bundle.timestamp(TIME),
        reconnects=[bundle.ReconnectCount(scope="ws.market_data", attempts=4)],
        backoff=[bundle.LatestBackoff(scope="ws.market_data", backoff_ms=800)],
        rate_limits=[bundle.RateLimitCount(scope="rest.orders", count=2)],
    )


def whole(out: Path, tmp_path: Path, **more: Any) -> Bundle:
    """A bundle of the package's own catalog."""
    engine = tmp_path / "engine.log.jsonl"
    engine.write_bytes(line(1, error_code="PT-NET-001") + b"torn")
    bundle.write_part(tmp_path / "part.json", engine_part())
    path = bundle.DiagnosticsBundle(
        app_version="2.0.0",
        app_build="77",
        logs={"engine": engine, "desktop": tmp_path / "missing"},
        collectors=[bundle.PartFileCollector("engine", tmp_path / "part.json")],
        secrets=[SECRET],
        session_id=SESSION,
        now=TIME,
        **more,
    ).write(out)
    assert bundle.verify(path) == []
    return Bundle(path)


def test_a_bundle_of_the_catalog(out: Path, tmp_path: Path, keyed: None) -> None:
    del keyed
    made = whole(out, tmp_path)
    assert made.path.name == (
        "predictiontrader-diagnostics-20260109T180723Z-fefea8d9.zip"
    )
    assert BUNDLE is not None
    assert made.names == [file.path for file in BUNDLE.files]
    assert made.json("config/runtime-config.json")["config"] == {
        "mode": "paper",
        "feature_flags": {"new_book": True, "token": "[redacted:access-token]"},
        "endpoints": {"rest": "https://x.test/v2?v=1"},
        "account": {
            "account_fingerprint": KEY.fingerprint("account", "ACME-12345", "pt")
        },
    }


def test_its_files_are_as_their_schemas_say(out: Path, tmp_path: Path) -> None:
    made = whole(out, tmp_path)
    looked_at = 0
    for name, data in made.files.items():
        if name.endswith(".json"):
            place = SCHEMAS / name.replace(".json", ".schema.json")
            schema = json.loads(place.read_text(encoding="utf-8"))
            value = parse_object(data, len(data))
            problems = [
                error.message
                for error in Draft202012Validator(schema).iter_errors(value)
            ]
            assert problems == [], name
            looked_at += 1
    assert looked_at == 6


def test_notes_are_as_the_schemas_say(out: Path) -> None:
    path = bundle.DiagnosticsBundle(app_version="1").write(out)
    made = Bundle(path)
    for name, data in made.files.items():
        if name.endswith(".json"):
            place = SCHEMAS / name.replace(".json", ".schema.json")
            schema = json.loads(place.read_text(encoding="utf-8"))
            Draft202012Validator(schema).validate(json.loads(data))


def test_a_part_is_redacted_before_it_leaves(tmp_path: Path, keyed: None) -> None:
    del keyed
    path = tmp_path / "part.json"
    path.write_text("old")
    path.chmod(0o644)
    bundle.write_part(path, engine_part())
    text = path.read_text(encoding="utf-8")
    assert text == bundle.part_text(engine_part())
    for secret in ("hunter2", "abcdefgh", "ACME-12345", "u:p@"):
        assert secret not in text
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["part.json"]
    account = json.loads(text)["config"]["account"]
    assert account == {
        "account_fingerprint": KEY.fingerprint("account", "ACME-12345", "pt")
    }


def test_all_of_a_part_is_redacted() -> None:
    detail = "password=hunter2hunter2"
    text = bundle.part_text(
        bundle.part(
            service=detail,
            runtimes={"python": detail},
            platform=bundle.PlatformMetadata(
                os="linux", kernel=detail, architecture="x86_64"
            ),
            launch=[
                bundle.ProcessLaunch(process=detail, status="crashed", detail=detail)
            ],
            backoff=[bundle.LatestBackoff(scope=detail, backoff_ms=1)],
            documents={"notes.json": {"first": [detail], "password": "hunter2hunter2"}},
        )
    )
    assert "hunter2" not in text
    assert text.count("[redacted:password]") == 8


def test_what_is_no_part() -> None:
    with pytest.raises(bundle.DocumentError, match="status"):
        bundle.part(launch=[bundle.ProcessLaunch(process="e", status="up")])
    with pytest.raises(bundle.DocumentError, match="longer than"):
        bundle.part_text(bundle.part(config={"mode": "x" * 2_000_000}))


def test_a_part_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "part.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        bundle.write_part(tmp_path / "part.json", bundle.part())
    assert [file.name for file in tmp_path.iterdir()] == ["part.json"]


def test_the_session_is_that_of_the_log(out: Path) -> None:
    made = Bundle(bundle.DiagnosticsBundle(app_version="1").write(out))
    assert made.manifest["session_id"] == events.LOGGER.session_id
    assert bundle.verify(made.path) == []


def test_what_was_just_logged_is_in_it(tmp_path: Path, out: Path) -> None:
    program = f"""
from pathlib import Path
from predictiontrader_catalog import Level, Service, bundle, log
from predictiontrader_catalog.sinks import BufferedFileSink
path = "{tmp_path}/desktop.log.jsonl"
log.configure(service=Service.DESKTOP, sink=BufferedFileSink(path))
log.record(Level.INFO, component="ui", event="asked", message="Now")
made = bundle.DiagnosticsBundle(app_version="1", logs={{"desktop": path}})
print(made.write("{out}"))
"""
    made = Bundle(_run(program).strip())
    assert made.records("logs/desktop.log.jsonl")[-1]["message"] == "Now"


def test_logging_alone_does_not_import_it() -> None:
    program = """
import sys
from predictiontrader_catalog import Level, log
log.record(Level.INFO, component="ui", event="asked", message="Now")
print([name for name in sys.modules if "bundle" in name])
print([name for name in sys.modules if name in ("zlib", "sqlite3", "tempfile")])
"""
    assert _run(program) == "[]\n[]\n"


def test_sqlite_is_imported_only_for_its_version() -> None:
    program = """
import sys
from predictiontrader_catalog import bundle
bundle.part(runtimes=bundle.runtime_versions())
print("sqlite3" in sys.modules, "verifying" in str(sorted(sys.modules)))
"""
    assert _run(program) == "False False\n"


def test_a_catalog_without_a_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "BUNDLE", None)
    with pytest.raises(bundle.BundleError, match="no bundle"):
        bundle.DiagnosticsBundle(app_version="1")
    with pytest.raises(bundle.BundleError, match="no bundle"):
        bundle.verify("x.zip")
    # What it may tell of a configuration is nothing, then.
    assert json.loads(bundle.part_text(bundle.part(config=CONFIG)))["config"] == {}


def test_times() -> None:
    assert bundle.timestamp(TIME) == "2026-01-09T18:07:23.412Z"
    assert len(bundle.timestamp()) == 24
    assert log.session_id()


def _run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
