"""`codebook bundle show`: the command; what the story is, Swift's tests know."""

from __future__ import annotations

import json
import os
import re
import stat
import zipfile
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from package_tools import attempt, executable
from sample_bundle import SampleBundle

FORBIDDEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


@pytest.fixture(scope="module")
def bundle() -> SampleBundle:
    """A bundle of some hundred records."""
    return SampleBundle(300)


@pytest.fixture(scope="module")
def archive(bundle: SampleBundle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That bundle in a file."""
    path = tmp_path_factory.mktemp("bundle") / "bundle.zip"
    bundle.write(path)
    return path


def show(archive: Path, *options: str | Path) -> CompletedProcess[str]:
    """Runs the command where there is no catalog."""
    command = (executable(), "bundle", "show", *options, archive)
    return attempt(*command, cwd=archive.parent)


def test_the_summary_fits_a_terminal(archive: Path) -> None:
    done = show(archive)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80
    assert not FORBIDDEN.search(done.stdout)
    assert any(line.startswith("✗ engine crashed with signal 6 at") for line in lines)
    assert "\x1b[" not in done.stdout
    assert "\x1b[1;31m" in show(archive, "--color", "always").stdout


def test_one_correlation_is_told(archive: Path, bundle: SampleBundle) -> None:
    done = show(archive, "--correlation", bundle.crash[:20])
    assert done.returncode == 0
    assert done.stdout.startswith(f"{bundle.crash}: 5 records of desktop, engine\n")
    assert "An exception was not handled PT-INT-001" in done.stdout
    value = json.loads(
        show(archive, "--correlation", bundle.crash, "--format", "json").stdout
    )
    everything = [r for records in bundle.records.values() for r in records]
    wanted = [r for r in everything if r["correlation_id"] == bundle.crash]
    assert value["correlation"] == bundle.crash
    assert value["records"] == sorted(wanted, key=lambda r: str(r["ts"]))


def test_a_beginning_of_several_or_of_none_is_refused(archive: Path) -> None:
    done = show(archive, "--correlation", "f")
    assert (done.returncode, done.stdout) == (2, "")
    assert re.search(r"\d+ correlation IDs begin with `f`", done.stderr)
    done = show(archive, "--correlation", "none\x1b")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no record has a correlation ID" in done.stderr
    assert "\x1b" not in done.stderr


def test_the_story_is_json(archive: Path) -> None:
    story = json.loads(show(archive, "--format", "json").stdout)
    assert story["totals"]["records"] > 300
    assert {error["code"]: error["count"] for error in story["errors"]}[
        "PT-INT-001"
    ] == 1
    assert [process["process"] for process in story["processes"]] == ["engine"]


def test_the_page_takes_the_place_of_a_file_alone(
    archive: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")
    page.chmod(0o640)
    done = show(archive, "--html", page)
    assert (done.returncode, done.stdout) == (0, "")
    assert page.read_text().startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert show(archive, "--html", "-").stdout == page.read_text()
    pipe, folder, link = tmp_path / "pipe", tmp_path / "folder", tmp_path / "link"
    os.mkfifo(pipe)
    folder.mkdir()
    link.symlink_to(pipe)
    for path in (pipe, folder, link):
        done = show(archive, "--html", path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is there and is no file" in done.stderr
    assert pipe.is_fifo()
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "folder",
        "link",
        "page.html",
        "pipe",
    ]
    assert show(archive, "--html", tmp_path / "no" / "page.html").returncode == 2


def test_options_that_exclude_each_other_are_refused(archive: Path) -> None:
    for options in (("--correlation", "f"), ("--format", "json")):
        done = show(archive, "--html", "-", *options)
        assert (done.returncode, done.stdout) == (2, "")
        assert "`--html` goes with neither" in done.stderr


def changed(archive: Path, path: Path, name: str, data: bytes | None) -> Path:
    """A copy of a bundle in which one file is another, or is missing."""
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(path, "w") as new:
        for info in old.infolist():
            kept = old.read(info) if info.filename != name else data
            if kept is not None:
                new.writestr(info, kept)
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("manifest.json", None),
        ("manifest.json", b"\xff{"),
        ("manifest.json", b'{"app": 1, "files": {}, "omissions": [1, {"path": 2}]}'),
        ("state/process-lifecycle.json", b"[" * 100_000),
        ("state/reconnect-rate-limit-counters.json", b'{"reconnects": {"a": []}}'),
        ("logs/engine.log.jsonl", b"\xff\n{}\n{" + b"x" * 200_000 + b"\n\n\x00\n"),
        ("errors/recent-errors.json", b'{"errors": [{"error_code": "X"}, null]}'),
    ],
)
def test_a_bundle_with_faults_is_shown_as_far_as_it_goes(
    archive: Path, tmp_path: Path, name: str, data: bytes | None
) -> None:
    broken = changed(archive, tmp_path / "broken.zip", name, data)
    done = show(broken)
    assert (done.returncode, done.stderr) == (1, "")
    first, second, *rest = done.stdout.splitlines()
    assert first.startswith("Verification found ")
    assert "codebook bundle verify" in first + second
    assert any(line.startswith("  18:07") for line in rest)
    assert not FORBIDDEN.search(done.stdout)
    page = show(broken, "--html", "-")
    assert page.returncode == 1
    assert "to see them: codebook bundle verify broken.zip" in page.stdout


def test_a_name_that_a_shell_would_run_is_not_shown_to_be_pasted(
    archive: Path, tmp_path: Path
) -> None:
    broken = changed(archive, tmp_path / "a;reboot.zip", "manifest.json", b"{")
    assert "codebook bundle verify ZIP" in show(broken, "--html", "-").stdout


def test_a_page_does_not_take_the_place_of_its_bundle(
    archive: Path, tmp_path: Path
) -> None:
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(archive.read_bytes())
    link = tmp_path / "link.html"
    link.symlink_to(bundle)
    for page in (bundle, link):
        done = show(bundle, "--html", str(page))
        assert done.returncode == 2
        assert "is the bundle itself" in done.stderr
    assert bundle.read_bytes() == archive.read_bytes()


def test_damaged_bytes_are_shown_up_to_the_damage(
    archive: Path, tmp_path: Path
) -> None:
    data = bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as whole:
        info = whole.getinfo("logs/engine.log.jsonl")
    place = info.header_offset + 30 + len(info.filename) + info.compress_size * 2 // 3
    data[place : place + 40] = bytes(40)
    broken = tmp_path / "broken.zip"
    broken.write_bytes(data)
    done = show(broken)
    assert done.returncode == 1
    assert "Verification found" in done.stdout
    assert "engine crashed" in done.stdout


@pytest.mark.parametrize("data", [b"", b"PK", b"no archive at all\n" * 50])
def test_what_is_no_bundle_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(data)
    done = show(path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot show" in done.stderr
    assert "fix: name a diagnostics bundle" in done.stderr
    assert show(tmp_path / "none.zip").returncode == 2
    assert show(tmp_path).returncode == 2


def test_the_catalog_tells_what_codes_say(archive: Path, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    done = show(archive, "--catalog", root / "catalog.yaml", "--format", "json")
    errors = {error["code"]: error for error in json.loads(done.stdout)["errors"]}
    assert errors["PT-HTTP-429"]["category"] == "Rate limit"
    assert errors["PT-HTTP-429"]["operator_message"].startswith("HTTP 429 received;")
    assert errors["PT-HTTP-429"]["user_message"].startswith("Too many requests")
    broken = tmp_path / "catalog.yaml"
    broken.write_text("[")
    assert show(archive, "--catalog", broken).returncode == 2


def test_countless_lines_are_not_shown(tmp_path: Path) -> None:
    archive = tmp_path / "bundle.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("logs/app.log.jsonl", b"{}\n" * 2_000_001)
    done = show(archive)
    assert (done.returncode, done.stdout) == (2, "")
    assert "it has 2000001 lines, more than 2000000" in done.stderr
