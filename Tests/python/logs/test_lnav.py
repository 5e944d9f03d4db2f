"""The generated format in a real lnav, which takes it and reads records right."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conformance.random_records import TEXTS
from logs.samples import samples
from package_tools import SHIPPED, Output
from runtime.recording import Recording

LNAV = shutil.which("lnav")
RANGES = ("trace", "debug", "info", "warning", "error", "fatal")
"""What lnav calls each four of OpenTelemetry's severity numbers."""

READABLE = """\
2026-01-09T18:07:23.412 INFO  desktop process_manager \
engine_ready_received: Engine READY handshake received
  details: {"port":43125}
2026-01-09T18:07:25.019 WARN  engine ws_client \
reconnect_scheduled: WebSocket disconnected; scheduling reconnect
  attempt: 3
  backoff_ms: 5000
2026-01-09T18:07:27.200 ERROR engine rest_client \
request_failed: Order placement failed due to rate limit PT-HTTP-429
  rate_limit_scope: rest.orders
"""
"""The examples of the shipped catalog."""

if LNAV is None:
    pytest.skip("there is no lnav here", allow_module_level=True)


class Lnav:
    """An lnav that knows one generated format, and has a home of its own."""

    def __init__(self, format_file: Path, folder: Path) -> None:
        """Puts the format where lnav looks for it."""
        self._folder = folder
        self.table = format_file.stem
        formats = folder / "configuration" / "formats" / "generated"
        formats.mkdir(parents=True)
        self._installed = formats / format_file.name
        shutil.copy(format_file, self._installed)

    def change(self, old: str, new: str) -> None:
        """Changes the format."""
        text = self._installed.read_text(encoding="utf-8")
        assert old in text
        self._installed.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Runs it without a terminal."""
        environment = dict(os.environ) | {
            "HOME": str(self._folder),
            "XDG_CONFIG_HOME": str(self._folder),
            "TZ": "UTC",
            "TERM": "dumb",
        }
        options = ("-I", self._folder / "configuration", "-n")
        return subprocess.run(
            [str(LNAV), *map(str, (*options, *arguments))],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment,
            check=False,
            text=True,
            timeout=600,
        )

    def rows(self, query: str, log: Path) -> list[dict[str, Any]]:
        """What a query of its database gives."""
        done = self.run("-c", f";{query}", "-c", ":write-json-to -", log)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        rows: list[dict[str, Any]] = json.loads(done.stdout)
        return rows


def lnav(output: Output, folder: Path) -> Lnav:
    """An lnav with the format of a catalog."""
    (format_file,) = (output.folder / "tools" / "lnav").iterdir()
    return Lnav(format_file, folder)


def timed(output: Output) -> list[bytes]:
    """The lines of every event of a catalog, a millisecond apart."""
    return [
        line.replace(b":23.412Z", f":23.{100 + place:03}Z".encode()) + b"\n"
        for place, line in enumerate(samples(output))
    ]


def written(folder: Path, lines: list[bytes], name: str = "engine.jsonl") -> Path:
    """A log of some lines."""
    log = folder / name
    log.write_bytes(b"".join(lines))
    return log


def roles(output: Output) -> dict[str, str]:
    """The fields with a role."""
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    return {x["role"]: x["name"] for x in catalog["fields"] if "role" in x}


def levels(output: Output) -> dict[str, str]:
    """What lnav calls each of a catalog's levels."""
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    return {
        level["name"]: RANGES[(level["severity"] - 1) // 4]
        for level in catalog["levels"]
    }


def test_it_takes_the_format(output: Output, tmp_path: Path) -> None:
    log = written(tmp_path, timed(output)) if samples(output) else output.catalog
    done = lnav(output, tmp_path).run("-W", "-C", *([log] if samples(output) else []))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"opid-field"', '"opid_field"'),
        ('"kind": "json"', '"kind": "object"'),
        ('"warning": "^(', '"warning": "^(('),
        ('"warning"', '"warn"'),
    ],
)
def test_it_would_say_what_is_wrong_with_one(
    old: str, new: str, tmp_path: Path
) -> None:
    broken = lnav(SHIPPED, tmp_path)
    broken.change(old, new)
    assert broken.run("-W", "-C").stderr != ""


def test_each_record_stands_in_its_row(output: Output, tmp_path: Path) -> None:
    lines = timed(output)
    if not lines:
        pytest.skip("the catalog declares no event")
    reader = lnav(output, tmp_path)
    names, known = roles(output), levels(output)
    held = {names[role] for role in ("timestamp", "level", "message")}
    others = sorted({name for line in lines for name in json.loads(line)} - held)
    columns = ", ".join(["log_level", "log_time", "log_body", *others])
    log = written(tmp_path, lines)
    rows = reader.rows(f"select {columns} from {reader.table}", log)
    assert len(rows) == len(lines)
    for line, row in zip(map(json.loads, lines), rows, strict=True):
        assert row["log_level"] == known[line[names["level"]]]
        time = line[names["timestamp"]].replace("T", " ").removesuffix("Z")
        assert row["log_time"] == time
        assert row["log_body"] == line[names["message"]]
        for name in others:
            value, found = line.get(name), row[name]
            # A column whose first row has nothing comes as texts.
            if isinstance(found, str) and not isinstance(value, str):
                found = json.loads(found)
            assert found == value, name


def test_texts_come_through_as_the_runtime_wrote_them(tmp_path: Path) -> None:
    recording = Recording()
    lines = []
    for text in filter(None, TEXTS):
        recording.time += 1_000_000
        line = recording.fast("reconnect_scheduled", 3, 5, None, {"text": text})
        lines.append(line)
    reader = lnav(SHIPPED, tmp_path)
    query = f"select details, attempt, error_code from {reader.table}"
    rows = reader.rows(query, written(tmp_path, lines))
    found = [row["details"] for row in rows]
    texts = [json.loads(x) if isinstance(x, str) else x for x in found]
    assert texts == [json.loads(line)["details"] for line in lines]
    assert {row["attempt"] for row in rows} == {3}
    assert {row["error_code"] for row in rows} == {None}


def test_an_operation_is_found_by_its_correlation(tmp_path: Path) -> None:
    lines = timed(SHIPPED)
    other = b"0a1b2c3d-94c8-4ce7-a4e9-151f5f573263"
    lines[5] = lines[5].replace(b"4e18bf6a-94c8-4ce7-a4e9-151f5f573263", other)
    reader = lnav(SHIPPED, tmp_path)
    query = (
        f"select event from {reader.table} where correlation_id = '{other.decode()}'"
    )
    rows = reader.rows(query, written(tmp_path, lines))
    assert rows == [{"event": json.loads(lines[5])["event"]}]


@pytest.mark.parametrize("name", ["engine.jsonl", "engine.log", "engine.jsonl.2.gz"])
def test_a_line_reads_well(name: str, tmp_path: Path) -> None:
    examples = json.loads(SHIPPED.catalog.read_text(encoding="utf-8"))["examples"]
    content = "".join(f"{line}\n" for line in examples).encode()
    packed = gzip.compress(content) if name.endswith(".gz") else content
    done = lnav(SHIPPED, tmp_path).run(written(tmp_path, [packed], name))
    shown = [line.rstrip() for line in done.stdout.splitlines()]
    assert shown == READABLE.splitlines()


def test_samples_are_the_examples_of_the_catalog(output: Output) -> None:
    (format_file,) = (output.folder / "tools" / "lnav").iterdir()
    found = json.loads(format_file.read_text(encoding="utf-8"))[format_file.stem]
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    assert found["title"] == catalog["product"]["name"]
    assert [sample["line"] for sample in found["sample"]] == catalog.get("examples", [])
    described = {name: value["description"] for name, value in found["value"].items()}
    assert described == {x["name"]: x["description"] for x in catalog["fields"]}
