"""`codebook logs check`: what it tells, to whom, and when."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import time
import uuid
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from logs.check_tools import check, command, record
from package_tools import ROOT, attempt, executable

CONFORMANCE = os.environ.get("CODEBOOK_CONFORMANCE")
HOSTILE = (
    b"\x1b]0;owned\x07\x1b[2J\xc2\x9b31m\xe2\x80\xae\r\x00 password=hunter2hunter2\n"
)
CONTROL = re.compile(rb"[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]")


def test_findings_that_are_the_same_are_told_once(tmp_path: Path) -> None:
    lines = [record(), "Traceback\n", record(level="LOUD"), "Traceback\n"] * 300
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = check(tmp_path, "a.jsonl")
    assert done.stdout.count("[log-plain-text]") == 1
    assert "a.jsonl:2:1: error: " in done.stdout
    assert "a.jsonl:1200:1: note: 600 times, and here last" in done.stdout
    assert done.stderr.endswith(": 900 errors in 2 groups\n")
    report = json.loads(check(tmp_path, "--format", "json", "a.jsonl").stdout)
    assert [finding["count"] for finding in report["diagnostics"]] == [600, 300]
    assert report["counts"]["error"] == 900


def test_only_so_many_groups_are_shown_the_most_severe_first(tmp_path: Path) -> None:
    names = "".join(record(component=f"other_{n}") for n in range(9))
    (tmp_path / "a.jsonl").write_text(names + "Traceback\n", encoding="utf-8")
    done = check(tmp_path, "--max-findings", "3", "a.jsonl")
    assert "[log-plain-text]" in done.stdout
    assert done.stdout.count("[log-unknown-component]") == 2
    assert "\n1 error, 9 notes\nnot shown: 7 more groups of findings; " in done.stdout


def test_every_form_counts_what_is_not_shown(tmp_path: Path) -> None:
    lines = "".join(record(level=f"LOUD{n % 7}") for n in range(21))
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")

    def shown(form: str) -> str:
        done = check(tmp_path, "--max-findings", "2", "--format", form, "a.jsonl")
        assert done.returncode == 1
        return done.stdout

    report = json.loads(shown("json"))
    assert report["counts"]["error"] == 21
    assert report["omitted"] == {"note": 0, "warning": 0, "error": 15}
    assert report["remark"].startswith("not shown: 5 more groups")
    (run,) = json.loads(shown("sarif"))["runs"]
    assert run["properties"]["counts"]["error"] == 21
    assert "not shown: 5 more groups" in run["properties"]["remark"]
    assert "\n21 errors\nnot shown: 5 more groups" in shown("text")
    assert "::notice title=codebook::21 errors; not shown: 5" in shown("github")
    table = shown("markdown")
    assert "**codebook: 21 errors**" in table
    assert "| Place | Finding | Count | Rule |" in table
    assert " | 3 | `log-unknown-level` |" in table
    assert "```" not in table


def test_an_excerpt_is_no_wider_than_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(level="LOUD"), encoding="utf-8")
    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 70, 0, 0))
    with subprocess.Popen(
        command("a.jsonl"),
        cwd=tmp_path,
        env={key: value for key, value in os.environ.items() if key != "COLUMNS"},
        stdin=subprocess.DEVNULL,
        stdout=secondary,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(secondary)
        text = b""
        with contextlib.suppress(OSError):  # What Linux says at the end.
            while part := os.read(primary, 65536):
                text += part
        assert process.wait(timeout=600) == 1
    os.close(primary)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text.decode()).replace("\r", "").split("\n")
    line = next(line for line in plain if '"LOUD"' in line)
    marks = plain[plain.index(line) + 1]
    assert len(line) <= 70
    assert line[marks.index("^") : marks.rindex("~") + 1] == '"LOUD"'


def test_a_summary_that_cannot_be_written_is_told_first(tmp_path: Path) -> None:
    done = check(tmp_path, "--summary", tmp_path / "no" / "x", "absent.jsonl")
    assert done.returncode == 2
    assert "a folder that is there" in done.stderr
    assert "absent" not in done.stderr


def test_rules_and_times_choose(tmp_path: Path) -> None:
    old = record(ts="2026-01-08T00:00:00.000Z", level="LOUD")
    lines = [old, "of the old\n", record(level="LOUDER"), "of the new\n"]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = check(tmp_path, "--since", "2026-01-09", "a.jsonl")
    assert done.stderr.endswith(": 2 errors in 2 groups\n")
    assert "a.jsonl:3:" in done.stdout
    assert "a.jsonl:4:1:" in done.stdout
    done = check(
        tmp_path, "--until", "2026-01-08", "--rule", "log-plain-text", "a.jsonl"
    )
    assert done.stderr.endswith(": 1 error in 1 group\n")
    assert "a.jsonl:2:1:" in done.stdout
    done = check(tmp_path, "--since", "2027-01-01", "a.jsonl")
    assert "there is no record of that time [log-empty]" in done.stdout
    done = check(tmp_path, "--rule", "log-plan-text", "a.jsonl")
    assert done.returncode == 2
    assert "did you mean `log-plain-text`?" in done.stderr


def test_warnings_and_notes_weigh_less(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record() + "\n", encoding="utf-8")
    assert check(tmp_path, "a.jsonl").returncode == 1
    assert check(tmp_path, "--fail-on", "error", "a.jsonl").returncode == 0
    (tmp_path / "a.jsonl").write_text(record(component="seq"), encoding="utf-8")
    assert check(tmp_path, "a.jsonl").returncode == 0


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "markdown"])
def test_nothing_of_a_log_controls_the_terminal(tmp_path: Path, form: str) -> None:
    name = "a\x1b[31m.jsonl"
    (tmp_path / name).write_bytes(record().encode() + HOSTILE + HOSTILE)
    done = subprocess.run(
        command("--format", form, name),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert CONTROL.search(done.stdout) is None
    assert CONTROL.search(done.stderr) is None
    assert b"hunter2" not in done.stdout


def test_sarif_has_places_and_counts(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record() + "Traceback\n" * 2, encoding="utf-8")
    report: Any = json.loads(check(tmp_path, "--format", "sarif", "a.jsonl").stdout)
    (result,) = report["runs"][0]["results"]
    assert result["ruleId"] == "log-plain-text"
    assert result["occurrenceCount"] == 2
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 3
    if CONFORMANCE:
        path = Path(CONFORMANCE) / "sarif/sarif-schema-2.1.0.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.validators.validator_for(schema)(schema).validate(report)


def test_a_stream_is_told_of_each_finding_before_its_next_line(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("-"),
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(1, 6):
            process.stdin.write(record(level=f"LOUD{number}").encode())
            process.stdin.flush()
            # Were it told later, this would wait for ever.
            line = process.stdout.readline().decode()
            assert line.startswith(f"<stdin>:{number}:")
            while f"LOUD{number}" in line and not line.startswith(" "):
                line = process.stdout.readline().decode()
            assert f"LOUD{number}" in line
            while not line.lstrip(" |").startswith("^"):
                line = process.stdout.readline().decode()
            assert process.stdout.readline().startswith(b"  fix: write one of ")
        process.stdin.write(record(level="LOUD3").encode())
        rest, errors = process.communicate()
    last = rest.decode().splitlines()[-1]
    assert last == "<stdin>:6:42: note: 2 times, and here last"
    assert b"6 errors in 5 groups" in errors


def test_what_was_found_before_an_interrupt_is_told(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("--format", "json", "-"),
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        line = b"Traceback\n" + record().encode()
        process.stdin.write(line * 5000 + b"not finished")
        process.stdin.flush()
        # Not SIGINT, which does nothing where whoever runs the tests ignores it.
        process.send_signal(signal.SIGTERM)
        # Standard input stays open: nothing else ends it.
        out, errors = process.stdout.read(), process.stderr.read()
        process.wait()
    assert process.returncode == 143
    report = json.loads(out)
    assert all(f["rule"] == "log-plain-text" for f in report["diagnostics"])
    assert errors.startswith(b"interrupted: checked ")


def on_terminal(folder: Path, *options: str) -> bytes:
    """What a run that takes a while prints where standard error is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(*options, "-"),
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(record(level=f"LOUD{number}").encode())
            process.stdin.flush()
            # It has begun, and is longer at it than work that shows nothing.
            process.stdout.readline()
            time.sleep(0.6)
        process.stdin.close()
        told = b""
        while piece := read_terminal(ours):
            told += piece
        os.close(ours)
        process.wait()
    return told


def read_terminal(terminal: int) -> bytes:
    """What a terminal shows next; nothing where its other end is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_long_work_tells_how_far_it_is(tmp_path: Path) -> None:
    told = on_terminal(tmp_path)
    assert re.search(rb"\r\x1b\[K[0-9.]+ (?:kB|bytes), [0-9.]+ (?:kB|bytes)/s", told)
    # The line is gone where the summary stands.
    assert re.search(rb"\r\x1b\[Kchecked 3 records", told)
    assert b"\x1b" not in on_terminal(tmp_path, "--progress", "never")
    assert on_terminal(tmp_path, "--quiet") == b""


def test_a_rule_is_skipped_and_that_is_told(tmp_path: Path) -> None:
    lines = [record(level="LOUD"), "Traceback\n"]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    skips = ("--skip-rule", "log-unknown-level", "--skip-rule", "log-plain-text")
    done = check(tmp_path, *skips[:2], "a.jsonl")
    assert done.stderr.endswith(": 1 error in 1 group; skipped log-unknown-level\n")
    done = check(tmp_path, *skips, "a.jsonl")
    assert done.returncode == 0
    assert done.stderr.endswith(
        ": no findings; skipped log-plain-text, log-unknown-level\n"
    )
    gate = ("--require-coverage", "events", "--skip-rule", "log-coverage")
    assert check(tmp_path, *skips, *gate, "a.jsonl").returncode == 0
    unknown = check(tmp_path, "--skip-rule", "log-plain-txt", "a.jsonl")
    assert unknown.returncode == 2
    assert "did you mean `log-plain-text`?" in unknown.stderr
    nothing = check(tmp_path, *skips[:2], "--rule", skips[1], "a.jsonl")
    assert (nothing.returncode, "no rule is left" in nothing.stderr) == (2, True)


def test_servers_have_sessions_of_their_own(tmp_path: Path) -> None:
    """One action goes through two services, the second of which runs twice."""
    sessions = [str(uuid.uuid4()) for _ in range(3)]
    services = ["desktop", "engine", "engine"]
    for number, (service, session) in enumerate(zip(services, sessions, strict=True)):
        line = record(service=service, session_id=session)
        (tmp_path / f"{number}.jsonl").write_text(line, encoding="utf-8")
    logs = [f"{number}.jsonl" for number in range(3)]
    assert "[log-correlation-session]" in check(tmp_path, *logs).stdout
    catalog = (ROOT / "catalog.yaml").read_text(encoding="utf-8")
    own = re.sub(
        r"^services:\n(?:  .*\n)+",
        "services:\n"
        "  desktop: {description: One server.}\n"
        "  engine: {description: Others., session: own}\n",
        catalog,
        flags=re.MULTILINE,
    )
    assert own != catalog
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    checking = (executable(), "logs", "check", "--catalog", "own.yaml")
    done = attempt(*checking, *logs, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_lock_of_a_rotated_log_is_no_log(tmp_path: Path) -> None:
    (tmp_path / "api.jsonl").write_text(record(), encoding="utf-8")
    (tmp_path / "api.jsonl.lock").touch()
    done = check(tmp_path, "api.jsonl", "api.jsonl.lock")
    assert done.returncode == 0
    assert " in 1 file: no findings" in done.stderr
    assert check(tmp_path, "api.jsonl.lock").returncode == 1
