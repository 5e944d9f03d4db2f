"""`codebook logs view`: terminals, pagers, files; what is shown, Swift's tests know."""

from __future__ import annotations

import fcntl
import gzip
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from package_tools import CATALOGS, attempt, executable

# A starved machine needs this long for what takes a moment.
PATIENCE = 600
FORBIDDEN = re.compile(
    r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


def record(second: float, message: str = "Hello", **fields: object) -> str:
    """A record of 18:00 and some seconds."""
    members: dict[str, object] = {
        "ts": f"2026-01-09T18:{int(second) // 60:02}:{second % 60:06.3f}Z",
        "level": "INFO",
        "service": "engine",
        "component": "ws_client",
        "event": "greeted",
        "message": message,
    }
    return json.dumps(members | fields) + "\n"


def view(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return attempt(executable(), "logs", "view", *arguments, cwd=folder)


NO_CATALOG = (
    "no catalog.yaml here: fields are known by their usual names; "
    "`--catalog FILE` names one\n"
)


class Terminal:
    """A command at a terminal of some size."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        columns: int = 60,
        rows: int = 10,
        **environment: str,
    ) -> None:
        self._screen, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))
        inherited = {
            k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS"}
        }
        self.process = subprocess.Popen(
            [executable(), "logs", "view", *arguments],
            cwd=folder,
            env=inherited | {"TERM": "xterm"} | environment,
            stdin=inner,
            stdout=inner,
            stderr=subprocess.PIPE,
        )
        os.close(inner)

    def resize(self, columns: int) -> None:
        size = struct.pack("4H", 10, columns, 0, 0)
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, size)

    def waits_for(self, text: str) -> str:
        """What is shown until there is a text in it."""
        shown = b""
        while text.encode() not in shown:
            shown += os.read(self._screen, 65_536)
        return shown.decode().replace("\r\n", "\n")

    def text(self, status: int = 0) -> str:
        """All that is shown until the end."""
        shown = b""
        while True:
            try:
                part = os.read(self._screen, 65_536)
            except OSError:  # Linux: the other end is closed
                break
            if not part:
                break
            shown += part
        assert self.process.wait(PATIENCE) == status
        assert self.process.stderr is not None
        self.told = self.process.stderr.read().decode()
        self.process.stderr.close()
        os.close(self._screen)
        return shown.decode().replace("\r\n", "\n")


class Followed:
    """A log that is followed, and what is shown of it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.output = folder / "output"
        self.notes = folder / "notes"
        with self.output.open("wb") as output, self.notes.open("wb") as notes:
            self._process = subprocess.Popen(
                [executable(), "logs", "view", "--follow", *arguments],
                cwd=folder,
                stdout=output,
                stderr=notes,
            )

    def waits_for(self, text: str, where: Path | None = None) -> None:
        path = where or self.output
        end = time.monotonic() + PATIENCE
        while text not in path.read_text(encoding="utf-8"):
            assert self._process.poll() is None, self.notes.read_text("utf-8")
            assert time.monotonic() < end, path.read_text("utf-8")
            time.sleep(0.02)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)

    @property
    def messages(self) -> list[str]:
        shown = self.output.read_text(encoding="utf-8")
        return re.findall(r"greeted (\S+)", shown)


@pytest.fixture
def follow(tmp_path: Path) -> Iterator[Callable[..., Followed]]:
    """Follows logs, and stops at the end of the test."""
    started: list[Followed] = []

    def start(*arguments: str) -> Followed:
        started.append(Followed(tmp_path, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.stop()


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_a_terminal_has_colors_unless_nobody_wants_them(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        record(0, level="ERROR") + record(1, level="WARN")
    )
    shown = Terminal(tmp_path, "a.jsonl").text()
    assert "\x1b[1;31mERROR\x1b[0m" in shown
    assert "\x1b[33mWARN \x1b[0m" in shown
    assert "\x1b" not in Terminal(tmp_path, "a.jsonl", NO_COLOR="1").text()
    assert "\x1b" not in Terminal(tmp_path, "a.jsonl", TERM="dumb").text()
    assert "\x1b" not in Terminal(tmp_path, "a.jsonl", "--color", "never").text()
    assert "\x1b" not in view(tmp_path, "a.jsonl").stdout
    assert "\x1b[1;31m" in view(tmp_path, "a.jsonl", "--color", "always").stdout


def test_lines_fit_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(0, "many words " * 20))
    for columns in (30, 60, 200):
        wide = Terminal(
            tmp_path, "a.jsonl", "--no-pager", columns=columns, NO_COLOR="1"
        )
        text = wide.text()
        assert max(map(len, text.splitlines())) <= columns
        assert text.count("words") == 20
    cut = Terminal(tmp_path, "a.jsonl", "--long-lines", "cut", NO_COLOR="1").text()
    assert [len(line) for line in cut.splitlines()] == [20, 60]
    assert cut.endswith("…\n")
    # In a pipe a record stays one line.
    assert len(view(tmp_path, "a.jsonl").stdout.splitlines()) == 2


def test_a_pager_has_what_is_longer_than_a_screen(tmp_path: Path) -> None:
    (tmp_path / "short.jsonl").write_text(record(0))
    (tmp_path / "long.jsonl").write_text("".join(record(n, f"{n}") for n in range(50)))
    pager = "sed 's/^/page: /'"
    paged = Terminal(tmp_path, "long.jsonl", NO_COLOR="1", PAGER=pager).text()
    assert len(re.findall("(?m)^page: ", paged)) == len(paged.splitlines()) >= 51
    for arguments in (["short.jsonl"], ["long.jsonl", "--no-pager"]):
        assert "page:" not in Terminal(tmp_path, *arguments, PAGER=pager).text()
    for none in ("", " ", "cat"):
        text = Terminal(tmp_path, "long.jsonl", PAGER=none).text()
        assert text.count("greeted") == 50


def test_a_pager_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "long.jsonl").write_text("".join(record(n, f"{n}") for n in range(50)))
    terminal = Terminal(tmp_path, "long.jsonl", PAGER="/nowhere/pager")
    assert terminal.text(status=2) == ""
    assert (
        "pager that PAGER names could not be started\nfix: set PAGER" in terminal.told
    )


def test_lines_fit_a_terminal_that_becomes_another_size(tmp_path: Path) -> None:
    log = tmp_path / "a.jsonl"
    log.write_text(record(0, "short"))
    terminal = Terminal(tmp_path, "--follow", "a.jsonl", columns=200, NO_COLOR="1")
    terminal.waits_for("short")
    terminal.resize(columns=40)
    append(log, record(1, "many words " * 10 + "end"))
    shown = terminal.waits_for("end")
    terminal.process.terminate()
    assert max(map(len, shown.splitlines()[1:])) <= 40
    terminal.text(status=-15)


def test_a_reader_who_leaves_ends_it_quietly(tmp_path: Path) -> None:
    with (tmp_path / "long.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(record(n % 3600, f"{n}") for n in range(20_000))
    left = Terminal(tmp_path, "long.jsonl", NO_COLOR="1", PAGER="head -n 2").text()
    assert len(left.splitlines()) == 2
    command = (
        f"'{executable()}' logs view long.jsonl | head -n 1; echo ${{PIPESTATUS[0]}}"
    )
    done = attempt("bash", "-c", command, cwd=tmp_path)
    assert (done.stdout.splitlines()[1:], done.stderr) == (["0"], "")


def test_lines_as_they_are_stay_so_in_pipes_only(tmp_path: Path) -> None:
    lines = (
        record(0, "a\u202eb\u0085").encode()
        + b"\x1b]0;title\x07 and \xff\n"
        + record(1).encode()
    )
    lines = lines.replace(b"\\u202e", "\u202e".encode())
    (tmp_path / "a.jsonl").write_bytes(lines[:-1])
    done = subprocess.run(
        [executable(), "logs", "view", "--raw", "a.jsonl"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout == lines
    for arguments in (["--raw"], []):
        text = Terminal(tmp_path, "a.jsonl", *arguments, NO_COLOR="1").text()
        assert not FORBIDDEN.search(text), text
        assert "\\x1b]0;title\\x07" in text.replace("\n", "")


def test_all_kinds_of_files_are_merged(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.1").write_text(record(0, "one"))
    (tmp_path / "a.jsonl").write_text(record(3, "four"))
    with gzip.open(tmp_path / "b.jsonl.gz", "wt") as file:
        file.write(record(1, "two"))
    (tmp_path / "c.jsonl").write_text(record(2, "three"))
    names = ["a.jsonl", "b.jsonl.gz", "a.jsonl.1"]
    if shutil.which("zstd"):
        attempt("zstd", "--rm", "c.jsonl", cwd=tmp_path)
        names.append("c.jsonl.zst")
    else:
        names.append("c.jsonl")
    done = view(tmp_path, *names, "--hide", "service")
    assert re.findall(r"greeted (\S+)", done.stdout) == ["one", "two", "three", "four"]
    assert (done.returncode, done.stderr) == (0, NO_CATALOG)


def test_what_cannot_be_read_is_told_and_the_rest_shown(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(0))
    (tmp_path / "broken.gz").write_bytes(gzip.compress(record(1).encode() * 100)[:-9])
    done = view(tmp_path, "missing\x1b.jsonl", "a.jsonl", "broken.gz", ".")
    assert done.returncode == 2
    assert "greeted Hello" in done.stdout
    for name in ("missing", "broken.gz", "."):
        assert name in done.stderr
    assert "\x1b" not in done.stderr


def test_a_log_out_of_order_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(9) + record(1) + record(0))
    (tmp_path / "b.jsonl").write_text(record(5))
    note = NO_CATALOG + (
        "a.jsonl is not in the order of time; its lines keep their order\n"
    )
    assert view(tmp_path, "a.jsonl", "b.jsonl").stderr == note
    assert view(tmp_path, "a.jsonl").stderr == NO_CATALOG
    assert view(tmp_path, "a.jsonl", "b.jsonl", "--quiet").stderr == ""


def test_standard_input_is_shown_as_it_comes(tmp_path: Path) -> None:
    with subprocess.Popen(
        [executable(), "logs", "view", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(record(number, f"message{number}"))
            process.stdin.flush()
            # Nothing is held back until more comes.
            lines = [process.stdout.readline()]
            if number == 0:
                lines.append(process.stdout.readline())
            assert f"message{number}" in lines[-1]
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def test_local_times_are_those_of_the_zone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(0))
    arguments = ("logs", "view", "a.jsonl", "--time", "local", "--since", "19:30")
    done = subprocess.run(
        [executable(), *arguments[:-2]],
        cwd=tmp_path,
        env=os.environ | {"TZ": "Asia/Kolkata"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("── 2026-01-09 IST, UTC+05:30 ──\n23:30:00.000 INFO")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--since", "noon"], "`--since noon` is no point in time"),
        (["--level", "WRAN"], "there is no level `WRAN`; did you mean `WARN`?"),
        (["--where", "level"], "--where: `level` is no condition"),
        (["--where", "a>1 and b>1"], "--where: `a>1 and b>1` is more than one"),
        (["--gap", "never ever"], "`--gap never ever` is no span of time"),
        (["--limit", "few"], "few"),
        (["--follow", "-"], "`--follow` takes files"),
        (["--catalog", "missing.yaml"], "missing.yaml"),
    ],
)
def test_wrong_options_are_told(
    tmp_path: Path, arguments: list[str], error: str
) -> None:
    (tmp_path / "a.jsonl").write_text(record(0))
    done = view(tmp_path, "a.jsonl", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert error in done.stderr


def test_what_is_written_later_is_shown(
    tmp_path: Path, follow: Callable[..., Followed]
) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text("".join(record(n, f"old{n}") for n in range(20)))
    second.write_text("")
    followed = follow("a.jsonl", "b.jsonl", "--level", "INFO")
    followed.waits_for("old19")
    append(second, record(30, "new1") + record(31, "no", level="DEBUG"))
    followed.waits_for("new1")
    # A line that is half written waits for its other half.
    line = record(32, "new2")
    append(first, line[:50])
    append(second, record(33, "new3"))
    followed.waits_for("new3")
    append(first, line[50:])
    followed.waits_for("new2")
    assert followed.messages == [f"old{n}" for n in range(10, 20)] + [
        "new1",
        "new3",
        "new2",
    ]


def test_a_file_is_followed_through_rotation_and_truncation(
    tmp_path: Path, follow: Callable[..., Followed]
) -> None:
    log = tmp_path / "a.jsonl"
    followed = follow("a.jsonl")
    followed.waits_for("a.jsonl is not there yet", followed.notes)
    log.write_text(record(0, "one"))
    followed.waits_for("one")
    with log.open("a", encoding="utf-8") as file:
        log.rename(tmp_path / "a.jsonl.1")
        # Who writes may not know yet that the file has another name.
        file.write(record(1, "two"))
    log.write_text(record(2, "three"))
    followed.waits_for("three")
    followed.waits_for("is another file now", followed.notes)
    os.truncate(log, 0)
    followed.waits_for("was cut", followed.notes)
    append(log, record(3, "four"))
    followed.waits_for("four")
    assert followed.messages == ["one", "two", "three", "four"]


def test_fields_are_known_by_their_roles(tmp_path: Path) -> None:
    line = {
        "when": "2026-01-09T18:00:00.000Z",
        "severity": "ERROR",
        "process": "app",
        "part": "storage",
        "name": "saved",
        "text": "It is saved",
        "trace": "4e18bf6a-94c8-4ce7-a4e9-151f5f573263",
        "run": "fefea8d9-0a09-422d-baf6-4f69970fa9ea",
        "more": {"rows": 12},
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n")
    shown = "18:00:00.000Z ERROR app storage saved It is saved rows=12 4e18bf6a"
    for options in (
        ["--level", "NOTE", "--event", "saved", "--component", "stor*"],
        ["--service", "app", "--correlation", "4e18", "--session", "fefea8d9"],
        ["--where", "rows > 9", "--where", "severity >= WARN", "--grep", "SAVED"],
    ):
        done = view(
            tmp_path, "a.jsonl", "--catalog", CATALOGS / "logging.yaml", *options
        )
        expected = [] if "SAVED" in options else [shown]
        assert done.stdout.splitlines()[1:] == expected


def test_a_level_is_one_of_the_catalog(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(0))
    catalog = ("--catalog", CATALOGS / "logging.yaml")
    done = view(tmp_path, "a.jsonl", *catalog, "--level", "FATAL")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no level `FATAL`; the levels are FINE, NOTE, GRAVE" in done.stderr


@pytest.mark.parametrize(
    ("condition", "others", "note"),
    [
        ("n = 2", [], "records have `n`, but {} holds for none"),
        (
            "level = ERROR",
            ["--grep", "Hello"],
            "records have `level`, but with the other filters {} holds for none",
        ),
        ("x = 1", [], "none of the records that were looked at has `x`"),
    ],
)
def test_why_nothing_is_shown_is_told(
    tmp_path: Path, condition: str, others: list[str], note: str
) -> None:
    (tmp_path / "a.jsonl").write_text(record(0, n=1) + record(1))
    done = view(tmp_path, "a.jsonl", "--where", condition, *others)
    reason = "no record is as the filters ask for\n"
    expected = NO_CATALOG + reason + note.format(f"`{condition}`") + "\n"
    assert (done.stdout, done.stderr) == ("", expected)


def test_fields_that_no_record_has_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(0))
    done = view(tmp_path, "a.jsonl", "--show", "nosuch", "--hide", "service")
    assert done.stderr == NO_CATALOG + "no record that is shown has `nosuch`\n"
    assert view(tmp_path, "a.jsonl", "--show", "nosuch", "--raw").stderr == ""


def test_other_programs_are_read_by_the_usual_names(tmp_path: Path) -> None:
    lines = [
        {"level": 30, "time": 1700000000000 + n, "msg": f"request {n}"}
        for n in range(3)
    ]
    lines[1] |= {"level": 50, "msg": "out of memory", "trace_id": "4e18bf6a77"}
    (tmp_path / "pino.log").write_text("".join(json.dumps(n) + "\n" for n in lines))
    (tmp_path / "b.log").write_text(
        '{"@timestamp":"2023-11-14T22:13:20.000Z","log.level":"info","message":"b"}\n'
    )
    done = view(tmp_path, "pino.log", "b.log")
    assert [line.split(" ", 1)[1] for line in done.stdout.splitlines()[1:]] == [
        "INFO  request 0",
        "info  b",
        "ERROR out of memory 4e18bf6a",
        "INFO  request 2",
    ]
    for options in (
        ["--level", "ERROR"],
        ["--since", "2023-11-14T22:13:20.002Z"],
        ["--correlation", "4e18"],
        ["--where", "message ~ memory"],
    ):
        shown = view(tmp_path, "pino.log", *options).stdout.splitlines()
        assert len(shown) == 2
    assert "no catalog.yaml" in done.stderr


def test_secrets_are_not_shown(tmp_path: Path) -> None:
    secret = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a"
    lines = record(0, "hello", details={"api_key": "hunter2hunter2", "note": secret})
    lines += f"curl -H 'Authorization: Bearer {secret}'\n"
    (tmp_path / "a.jsonl").write_text(lines)
    for options in ([], ["--catalog", CATALOGS / "logging.yaml"], ["--grep", secret]):
        shown = view(tmp_path, "a.jsonl", *options).stdout
        assert secret not in shown
        assert "hunter2" not in shown
        assert "note=[redacted:" in shown or "logging" in str(options)
    assert view(tmp_path, "a.jsonl", "--raw").stdout == lines
