"""`codebook logs check`: how logs come in."""

from __future__ import annotations

import gzip
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from logs.check_tools import check, command, record

MEBIBYTE = 1 << 20
# What a process took before it became another program counts for it, too: so a small
# one measures, and not this one. The kernel tells the peak in KiB.
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""
MOST_MEMORY = 64 * MEBIBYTE // 1024


def faulty(line: str = "Traceback\n") -> bytes:
    """A log whose 41st line is no record."""
    return (record() * 40 + line + record() * 10).encode()


def test_a_clean_log_is_clean(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record() * 3, encoding="utf-8")
    done = check(tmp_path, "a.jsonl")
    size = len(record()) * 3
    assert (done.returncode, done.stdout) == (0, "")
    told = f"checked 3 records, {size} bytes in 1 file: no findings\n"
    assert done.stderr == told


def packed_members() -> bytes:
    """A log in two members, with zeros behind them."""
    log = faulty()
    cut = len(log) // 2
    return gzip.compress(log[:cut]) + gzip.compress(log[cut:]) + bytes(512)


def test_a_log_in_gzip_is_read_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(packed_members())
    done = check(tmp_path, "a.jsonl")
    assert done.returncode == 1
    assert "a.jsonl:41:1: error: " in done.stdout
    assert "checked 50 records" in done.stderr


@pytest.mark.skipif(shutil.which("zstd") is None, reason="there is no zstd here")
def test_a_log_in_zstd_is_read_whatever_its_name(tmp_path: Path) -> None:
    log = faulty()
    frames = [
        subprocess.run(["zstd", "-q"], input=part, capture_output=True, check=True)
        for part in (log[:5000], log[5000:])
    ]
    skippable = bytes.fromhex("502a4d18") + (3).to_bytes(4, "little") + b"any"
    whole = skippable + skippable.join(frame.stdout for frame in frames)
    (tmp_path / "a.jsonl").write_bytes(whole)
    done = check(tmp_path, "a.jsonl")
    assert "a.jsonl:41:1: error: " in done.stdout
    assert "checked 50 records" in done.stderr
    (tmp_path / "a.jsonl").write_bytes(whole[:-9])
    done = check(tmp_path, "a.jsonl")
    assert done.returncode == 2
    assert "cannot read a.jsonl to its end: it is cut off behind byte" in done.stderr


def test_what_was_read_before_damage_is_told(tmp_path: Path) -> None:
    lines = "".join(
        record(details={"logger": f"{random.Random(n).random()}"}) for n in range(2000)
    )
    packed = bytearray(gzip.compress(("Traceback\n" + lines).encode()))
    (tmp_path / "cut.gz").write_bytes(packed[: len(packed) // 2])
    packed[len(packed) // 2 :] = b"\xff" * 100
    (tmp_path / "bad.gz").write_bytes(packed)
    (tmp_path / "more.gz").write_bytes(gzip.compress(record().encode()) + b"more")
    done = check(tmp_path, "cut.gz", "bad.gz", "more.gz")
    assert done.returncode == 2
    assert "cut.gz:1:1: error: " in done.stdout
    assert "bad.gz" in done.stdout
    assert "cannot read cut.gz to its end: it is cut off behind byte" in done.stderr
    assert "cannot read bad.gz to its end: it is damaged at byte" in done.stderr
    assert "more.gz has bytes that are no gzip data behind byte" in done.stderr


def test_rotated_files_are_one_log(tmp_path: Path) -> None:
    (tmp_path / "engine.jsonl").write_text(record(), encoding="utf-8")
    (tmp_path / "engine.jsonl.1").write_bytes(b"")
    (tmp_path / "engine.jsonl.2.gz").write_bytes(gzip.compress(faulty()))
    done = check(tmp_path, "engine.jsonl.2.gz", "engine.jsonl", "engine.jsonl.1")
    assert "engine.jsonl.2.gz:41:1: error: " in done.stdout
    # One of the set is empty, the log is not.
    assert "log-empty" not in done.stdout
    assert "log-empty" in check(tmp_path, "engine.jsonl.1").stdout


def test_what_cannot_be_read_does_not_keep_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(faulty())
    (tmp_path / "folder").mkdir()
    done = check(tmp_path, "none.jsonl", "folder", "a.jsonl")
    assert done.returncode == 2
    assert "a.jsonl:41:1: error: " in done.stdout
    assert "cannot read none.jsonl: No such file or directory" in done.stderr
    assert "fix: name the files in it, such as folder/*.jsonl" in done.stderr


def test_what_could_not_be_read_is_not_called_clean(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(), encoding="utf-8")
    nothing = check(tmp_path, "missing.jsonl")
    assert nothing.stderr.splitlines()[-1] == "nothing could be read"
    one = check(tmp_path, "a.jsonl", "missing.jsonl")
    assert one.stderr.endswith(": no findings, beside what could not be read\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are UTF-8")
def test_a_name_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.jsonl")).write_text(record(), encoding="utf-8")
    done = check(tmp_path, os.fsdecode(b"\xff.jsonl"))
    assert done.returncode == 2
    assert "\nfix: its name may be no UTF-8; rename it" in done.stderr


def test_a_pipe_with_a_name_is_a_stream(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(
        command("pipe"), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        (tmp_path / "pipe").write_bytes(faulty())
        out, _ = process.communicate()
    assert b"pipe:41:1: error: " in out


def test_the_result_depends_on_no_number_of_threads(tmp_path: Path) -> None:
    chance = random.Random(7)
    lines = []
    for number in range(5000):
        line = bytearray(record(details={"logger": f"l{number}"}).encode())
        if chance.random() < 0.2:
            line[chance.randrange(len(line))] = chance.randrange(256)
        lines.append(bytes(line))
    (tmp_path / "a.jsonl").write_bytes(b"".join(lines))
    results = [
        check(tmp_path, "--jobs", jobs, "--format", "json", "a.jsonl")
        for jobs in ("1", "2", "7")
    ]
    assert results[0].returncode == 1
    assert len({(done.stdout, done.stderr) for done in results}) == 1


def peak_memory(folder: Path, parts: list[bytes], times: int) -> tuple[str, int]:
    """What is printed of a long stream, and the most memory that it took, in KiB."""
    with subprocess.Popen(
        (sys.executable, "-c", MEASURE, *command("-")),
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        first, middle, last = parts
        process.stdin.write(first)
        for _ in range(times):
            process.stdin.write(middle)
        process.stdin.write(last)
        process.stdin.close()
        out = process.stdout.read().decode()
        memory = int(process.stderr.read().split()[-1])
    return out, memory


def test_a_line_without_an_end_takes_no_memory(tmp_path: Path) -> None:
    parts = [record().encode(), b"x" * MEBIBYTE, b"\nTraceback\n"]
    out, memory = peak_memory(tmp_path, parts, 256)
    assert "<stdin>:2:1: error: " in out
    assert "[log-oversized-line]" in out
    assert "<stdin>:3:1: error: " in out
    assert memory < MOST_MEMORY


def test_a_stream_without_an_end_takes_no_memory(tmp_path: Path) -> None:
    parts = [b"", b"\n" * 40_000 + record().encode() * 100, b"Traceback\n"]
    out, memory = peak_memory(tmp_path, parts, 12)
    assert "<stdin>:481201:1: error: " in out
    assert memory < MOST_MEMORY


@pytest.mark.parametrize("jobs", ["0", "257", "1000000", "-1", "two"])
def test_threads_have_a_bound(tmp_path: Path, jobs: str) -> None:
    done = check(tmp_path, f"--jobs={jobs}", "a.jsonl")
    assert done.returncode == 2
    assert "give a number from 1 to 256" in done.stderr


def test_a_closed_standard_input_is_told(tmp_path: Path) -> None:
    script = '"$@" <&-'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *command("-")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 2
    assert "cannot read standard input: Bad file descriptor" in done.stderr
