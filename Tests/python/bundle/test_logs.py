"""The logs of a bundle: the end of what was written, oldest first, and only records."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bundle.sample import (
    DESCRIPTION,
    ENGINE,
    TOKEN,
    Bundle,
    line,
    made,
    maker,
    write_lines,
)
from predictiontrader_catalog._runtime.bundle import log_sources
from predictiontrader_catalog._runtime.bundle.log_sources import open_log

NEAR = replace(DESCRIPTION, log_bytes=2_000)
"""Of a bundle that takes a few records only."""


def test_rotated_files_come_first(log: Path, out: Path) -> None:
    data = b""
    for number in (3, 2, 1):
        start = 30 - 10 * number
        data += write_lines(Path(f"{log}.{number}"), start, start + 10)
    data += write_lines(log, 30, 40)
    bundle = made(out, {"engine": log})
    assert bundle.files[ENGINE] == data
    assert bundle.numbers() == list(range(40))
    entry = bundle.manifest["files"][1]
    assert entry["records"] == 40
    assert entry["first_at"] == "2026-01-09T17:00:00.000Z"
    assert entry["last_at"] == "2026-01-09T17:00:00.039Z"
    assert bundle.omissions(ENGINE) == []


def test_one_missing_number_is_a_rotation_two_are_the_end(log: Path, out: Path) -> None:
    write_lines(log, 3, 4)
    write_lines(Path(f"{log}.2"), 2, 3)
    write_lines(Path(f"{log}.5"), 0, 1)
    assert made(out, {"engine": log}).numbers() == [2, 3]


@pytest.mark.parametrize("extra", [0, 1, 100])
def test_the_end_begins_at_a_line(log: Path, out: Path, extra: int) -> None:
    data = write_lines(log, 0, 100)
    size = len(line(99))
    last = sum(len(line(number)) for number in range(95, 100))
    description = replace(DESCRIPTION, log_bytes=last + extra)
    bundle = made(out, {"engine": log}, description=description)
    assert size > 100
    assert bundle.numbers() == [95, 96, 97, 98, 99]
    (omission,) = bundle.omissions(ENGINE)
    left_out = len(data) - last
    assert omission == {"path": ENGINE, "reason": "older", "bytes": left_out}


def test_the_end_reaches_into_rotated_files(log: Path, out: Path) -> None:
    oldest = write_lines(Path(f"{log}.2"), 0, 10)
    older = write_lines(Path(f"{log}.1"), 10, 20)
    data = write_lines(log, 20, 25)
    size = len(data) + len(line(19)) + len(line(18)) + 7
    bundle = made(
        out, {"engine": log}, description=replace(DESCRIPTION, log_bytes=size)
    )
    assert bundle.numbers() == [18, 19, 20, 21, 22, 23, 24]
    kept = len(line(18)) + len(line(19))
    (omission,) = bundle.omissions(ENGINE)
    assert omission["bytes"] == len(oldest) + len(older) - kept


def test_a_window_of_time(log: Path, out: Path) -> None:
    data = line(0, ts="2026-01-09T16:07:23.411Z")
    log.write_bytes(data + line(1, ts="2026-01-09T16:07:23.412Z") + line(2, ts="?"))
    bundle = made(out, {"engine": log}, description=replace(DESCRIPTION, log_hours=2))
    assert bundle.numbers() == [1, 2]
    (omission,) = bundle.omissions(ENGINE)
    assert omission == {
        "path": ENGINE,
        "reason": "older",
        "count": 1,
        "bytes": len(data),
    }


def test_a_last_line_cut_in_half(log: Path, out: Path) -> None:
    torn = line(2)[:40]
    log.write_bytes(line(1) + torn)
    bundle = made(out, {"engine": log})
    assert bundle.numbers() == [1]
    (omission,) = bundle.omissions(ENGINE)
    assert omission["reason"] == "incomplete"
    assert (omission["count"], omission["bytes"]) == (1, 40)
    assert omission["detail"] == torn.decode()


def test_a_last_line_that_only_lacks_its_line_feed(log: Path, out: Path) -> None:
    log.write_bytes(line(1) + line(2)[:-1])
    bundle = made(out, {"engine": log})
    assert bundle.files[ENGINE] == line(1) + line(2)
    assert bundle.omissions(ENGINE) == []


NO_RECORDS = {
    "text": b"Traceback (most recent call last):",
    "empty": b"",
    "invalid UTF-8": line(1)[:-1].replace(b"Tick", b"\xff\xfe"),
    "a field too few": line(1)[:-1].replace(b'"level":"INFO",', b""),
    "a field of another type": line(1)[:-1].replace(b'"INFO"', b"7"),
    "null": line(1)[:-1].replace(b'"INFO"', b"null"),
    "a key twice": line(1)[:-2] + b',"level":"INFO"}',
    "the same key, escaped": line(1)[:-2] + b',"\\u006cevel":"INFO"}',
    "an inner key twice": line(1)[:-2] + b',"details":{"a":1,"a":2}}',
    "too deep": line(1)[:-2] + b',"d":' + b"[" * 64 + b"]" * 64 + b"}",
    "far too deep": line(1)[:-2] + b',"d":' + b"[" * 7000 + b"]" * 7000 + b"}",
    "NaN": line(1)[:-2] + b',"d":NaN}',
    "a leading zero": line(1)[:-2] + b',"d":01}',
    "no object": b"[1]",
    "a byte order mark": b"\xef\xbb\xbf" + line(1)[:-1],
    "one byte too long": line(1, x="y" * (16_383 - len(line(1)) - 6))[:-1],
    "far too long": line(1, x="y" * 600_000)[:-1],
}


@pytest.mark.parametrize("bad", NO_RECORDS.values(), ids=NO_RECORDS)
def test_what_is_no_record(log: Path, out: Path, bad: bytes) -> None:
    log.write_bytes(line(1) + bad + b"\n" + line(2))
    bundle = made(out, {"engine": log})
    assert bundle.numbers() == [1, 2]
    (omission,) = bundle.omissions(ENGINE)
    assert omission["reason"] == "not_a_record"
    assert (omission["count"], omission["bytes"]) == (1, len(bad) + 1)
    assert omission["detail"] == bad.decode("utf-8", "replace")[:200]


RECORDS = {
    "white space": b" \t" + line(1)[:-1] + b" \r",
    "as deep as can be": line(1)[:-2] + b',"d":' + b"[" * 63 + b"]" * 63 + b"}",
    "as long as can be": line(1, x="y" * (16_383 - len(line(1)) - 7))[:-1],
    "an unknown level": line(1, level="LOUD")[:-1],
    "half a surrogate pair": line(1)[:-2] + b',"d":"\\ud800"}',
    "a long integer": line(1)[:-2] + b',"d":1' + b"0" * 5000 + b"}",
}


@pytest.mark.parametrize("good", RECORDS.values(), ids=RECORDS)
def test_what_is_a_record(log: Path, out: Path, good: bytes) -> None:
    log.write_bytes(good + b"\n")
    bundle = made(out, {"engine": log})
    assert bundle.files[ENGINE] == good + b"\n"


def test_what_was_left_out_is_told_without_secrets(log: Path, out: Path) -> None:
    log.write_bytes(b"password=hunter2hunter2\n" + b"x" * 190 + TOKEN.encode() + b"\n")
    bundle = made(out, {"engine": log})
    (omission,) = bundle.omissions(ENGINE)
    assert omission["detail"] == "password=[redacted:password]"
    assert omission["count"] == 2
    log.write_bytes(b"x" * 190 + b" " + TOKEN.encode() + b"\n")
    (omission,) = made(out / "..", {"engine": log}).omissions(ENGINE)
    assert TOKEN[:8] not in omission["detail"]
    assert len(omission["detail"]) == 200


def test_a_mark_that_is_cut_in_half(log: Path, out: Path) -> None:
    log.write_bytes(b"?a=" + b"x" * 180 + b"&token=abcdefgh12345678 and so on\n")
    bundle = made(out, {"engine": log})
    (omission,) = bundle.omissions(ENGINE)
    assert omission["detail"].endswith("&token=[redacted:url-query-secrets]")
    assert bundle.manifest["redaction_summary"] == {"url-query-secrets": 1}


def test_records_are_redacted(log: Path, out: Path) -> None:
    log.write_bytes(
        line(1, details={"password": "hunter2hunter2", "b": f"use {TOKEN} now"})
        + line(2)
    )
    bundle = made(out, {"engine": log})
    assert bundle.records()[0]["details"] == {
        "password": "[redacted:password]",
        "b": "use [redacted:stripe-key] now",
    }
    assert bundle.files[ENGINE].endswith(line(2))
    assert bundle.manifest["redaction_summary"] == {"password": 1, "stripe-key": 1}


def test_what_was_taken_out_before_counts(log: Path, out: Path) -> None:
    marks = "[redacted:api-key] [redacted:sensitive] [redacted:secret]"
    others = "[redacted:limit] [redacted:nothing] [redacted: api-key]"
    log.write_bytes(
        line(1, note=marks, password="hunter2hunter2")
        + line(2, note=f"[redacted:api-key] {others}")
        + b"no record [redacted:api-key]\n"
    )
    bundle = made(out, {"engine": log})
    assert bundle.manifest["redaction_summary"] == {
        "api-key": 2,
        "password": 1,
        "secret": 1,
        "sensitive": 1,
    }


def test_what_is_no_record_once_it_is_redacted(log: Path, out: Path) -> None:
    # What stands for a secret may be longer than it: then no line holds it.
    short = [{"password": "hunter22"} for _ in range(650)]
    data = line(1, details=short)
    assert len(data) <= 16_383
    log.write_bytes(data + line(2))
    bundle = made(out, {"engine": log})
    assert bundle.numbers() == [2]
    assert bundle.reasons(ENGINE) == ["not_a_record"]
    # Once, in what the manifest shows of the line.
    assert bundle.manifest["redaction_summary"] == {"password": 650}


KINDS: dict[str, Callable[[Path], object]] = {
    "a symbolic link": lambda path: path.symlink_to("/etc/hostname"),
    "a FIFO": os.mkfifo,
    "a folder": lambda path: path.mkdir(),
    "a socket": lambda path: socket.socket(socket.AF_UNIX).bind(str(path)),
}


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file(log: Path, out: Path, kind: str) -> None:
    KINDS[kind](log)
    write_lines(Path(f"{log}.1"), 0, 3)
    bundle = made(out, {"engine": log})
    # What was rotated before is there all the same.
    assert bundle.numbers() == [0, 1, 2]
    expected = {"path": ENGINE, "reason": "not_a_file", "detail": kind}
    assert bundle.omissions(ENGINE) == [expected]


def test_a_rotated_file_that_is_none(log: Path, out: Path) -> None:
    write_lines(log, 0, 3)
    Path(f"{log}.1").symlink_to(log)
    bundle = made(out, {"engine": log})
    assert bundle.numbers() == [0, 1, 2]
    (omission,) = bundle.omissions(ENGINE)
    assert omission["detail"] == ".1: a symbolic link"


def test_a_device(out: Path) -> None:
    bundle = made(out, {"engine": Path("/dev/zero")})
    (omission,) = bundle.omissions(ENGINE)
    assert omission["detail"] == "a device"
    assert bundle.files[ENGINE] == b""


def test_a_link_that_comes_between_the_look_and_the_opening(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.symlink_to("/etc/hostname")
    hostname = Path("/etc/hostname").stat()
    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", lambda _: hostname)
        source = open_log(log, ENGINE)
    assert source.files == ()
    assert source.omissions[0].detail == "a symbolic link"


def test_a_log_that_is_not_there(log: Path, out: Path) -> None:
    bundle = made(out, {"engine": log})
    assert bundle.omissions(ENGINE) == [{"path": ENGINE, "reason": "not_found"}]
    assert bundle.reasons("logs/desktop.log.jsonl") == ["not_provided"]


def test_a_log_that_may_not_be_read(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_lines(log, 0, 3)
    write_lines(Path(f"{log}.1"), 0, 3)

    def refuse(path: str, _flags: int) -> int:
        raise PermissionError(13, "no", path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        source = open_log(log, ENGINE)
    assert [one.detail for one in source.omissions] == [
        "Permission denied",
        ".1: Permission denied",
    ]
    assert not source.files


@pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells")
def test_a_disk_that_fails_amid_a_log(
    log: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lines(log, 0, 3000)
    read = os.pread
    descriptors = set()

    def fail(descriptor: int, count: int, place: int) -> bytes:
        path = str(Path(f"/proc/self/fd/{descriptor}").readlink())
        if path == str(log):
            descriptors.add(descriptor)
            if place > 200_000:
                raise OSError(5, "no")
        return read(descriptor, count, place)

    monkeypatch.setattr(os, "pread", fail)
    path = maker({"engine": log}).write(out)
    monkeypatch.undo()

    bundle = Bundle(path)
    assert descriptors
    assert bundle.omissions(ENGINE)[0]["detail"] == "Input/output error"
    assert 1000 < len(bundle.records()) < 3000


def test_a_log_that_is_rotated_while_it_is_read(log: Path, out: Path) -> None:
    write_lines(log, 0, 2000)
    rotated: list[object] = []

    def rotate(progress: object) -> None:
        if not rotated:
            rotated.append(progress)
            log.rename(f"{log}.1")
            write_lines(log, 2000, 2010)

    maker_ = maker({"engine": log})
    with maker_.prepare(progress=rotate) as prepared:
        bundle = Bundle(prepared.write(out))
    assert rotated
    # What was there when the bundle was asked for, and each record once.
    assert bundle.numbers() == list(range(2000))


def test_a_rotation_between_two_openings(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lines(log, 0, 10)
    opened: list[str] = []
    real = log_sources.open_regular

    def rotating(path: str) -> tuple[int, os.stat_result]:
        found = real(path)
        if not opened:
            log.rename(f"{log}.1")
            write_lines(log, 10, 12)
        opened.append(path)
        return found

    closed: list[int] = []
    close = os.close

    def closing(descriptor: int) -> None:
        closed.append(descriptor)
        close(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(log_sources, "open_regular", rotating)
        patch.setattr(os, "close", closing)
        source = open_log(log, ENGINE)
        assert opened == [str(log), f"{log}.1"]
        assert len(source.files) == len(closed) == 1
        source.close()
        assert len(set(closed)) == 2


def test_a_log_that_becomes_shorter(log: Path, out: Path) -> None:
    write_lines(log, 0, 3000)
    truncated: list[object] = []

    def truncate(progress: object) -> None:
        if not truncated:
            truncated.append(progress)
            os.truncate(log, len(line(0)) + 20)

    with maker({"engine": log}).prepare(progress=truncate) as prepared:
        bundle = Bundle(prepared.write(out))
    assert bundle.numbers() == [0]
    assert bundle.reasons(ENGINE) == ["incomplete"]


def test_a_log_that_vanishes(log: Path, out: Path) -> None:
    write_lines(log, 0, 100)

    def unlink(_progress: object) -> None:
        log.unlink(missing_ok=True)

    with maker({"engine": log}).prepare(progress=unlink) as prepared:
        assert Bundle(prepared.write(out)).numbers() == list(range(100))


BIG = """
import sys
from dataclasses import replace
from pathlib import Path
from bundle.sample import DESCRIPTION, Bundle, maker
path, out = map(Path, sys.argv[1:3])
description = replace(DESCRIPTION, log_bytes=int(sys.argv[3]))
bundle = Bundle(maker({"engine": path}, description=description).write(out))
print(len(bundle.records()), bundle.omissions("logs/engine.log.jsonl"))
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells")
@pytest.mark.parametrize("ending", [b"\n" + line(1) + line(2), b""])
def test_five_gigabytes(log: Path, out: Path, ending: bytes) -> None:
    size = 5 * 1024**3
    with log.open("wb") as file:
        file.write(line(0))
        file.truncate(size)
        file.seek(size)
        file.write(ending)
    records, omissions = _of_big(log, out, DESCRIPTION.log_bytes)
    assert int(records) == (2 if ending else 0)
    left_out = size + (1 if ending else 0)
    expected = {"path": ENGINE, "reason": "older", "bytes": left_out}
    assert omissions == repr([expected])


@pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells")
def test_a_line_without_end(log: Path, out: Path) -> None:
    with log.open("wb") as file:
        file.write(line(0))
        file.truncate(200_000_000)
    records, omissions = _of_big(log, out, 300_000_000)
    assert records == "1"
    assert "incomplete" in omissions


def _of_big(log: Path, out: Path, most: int) -> list[str]:
    """How many records a bundle has, and what is left out of it."""
    done = subprocess.run(
        [sys.executable, "-c", BIG, log, out, str(most)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    found, memory = done.stdout.splitlines()
    assert int(memory) < 64
    return found.split(maxsplit=1)


def test_a_file_of_one_long_line(log: Path, out: Path) -> None:
    log.write_bytes(b"z" * 900_000)
    bundle = made(out, {"engine": log})
    (omission,) = bundle.omissions(ENGINE)
    assert omission["bytes"] == 900_000
    assert omission["detail"] == "z" * 200


def test_error_codes_are_counted(log: Path, out: Path) -> None:
    log.write_bytes(
        line(5, error_code="PT-NET-001")
        + line(1, error_code="PT-NET-001", service="desktop")
        + line(9, error_code="XX-NEW-001")
        + line(3, error_code="PT-AUTH-001")
        + line(9, error_code="PT-DB-001")
        + line(2, error_code="")
        + line(2, error_code=7)
        + line(2, error_code="PT-RISK-001", ts="yesterday")
    )
    errors = made(out, {"engine": log}).json("errors/recent-errors.json")["errors"]
    assert [error["error_code"] for error in errors] == [
        "PT-DB-001",
        "XX-NEW-001",
        "PT-NET-001",
        "PT-AUTH-001",
    ]
    assert errors[1] == {
        "error_code": "XX-NEW-001",
        "count": 1,
        "first_at": "2026-01-09T17:00:00.009Z",
        "last_at": "2026-01-09T17:00:00.009Z",
        "services": ["engine"],
    }
    assert errors[2]["count"] == 2
    assert errors[2]["first_at"] == "2026-01-09T17:00:00.001Z"
    assert errors[2]["last_at"] == "2026-01-09T17:00:00.005Z"
    assert errors[2]["services"] == ["desktop", "engine"]
    assert errors[2]["operator_message"]


def test_no_more_than_a_hundred_error_codes(log: Path, out: Path) -> None:
    log.write_bytes(b"".join(line(n, error_code=f"XX-NEW-{n}") for n in range(120)))
    errors = made(out, {"engine": log}).json("errors/recent-errors.json")["errors"]
    assert [error["error_code"] for error in errors] == [
        f"XX-NEW-{n}" for n in range(119, 19, -1)
    ]


def test_lines_are_json_as_they_were(log: Path, out: Path) -> None:
    odd = b'{ "z":1e5 ,' + line(1)[1:-1] + b"\r\n"
    log.write_bytes(odd)
    bundle = made(out, {"engine": log})
    assert bundle.files[ENGINE] == odd
    assert json.loads(odd)["z"] == 1e5
