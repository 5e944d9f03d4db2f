"""Bundles that are not to be trusted."""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bundle.sample import (
    CATALOG,
    CONFIG,
    COUNTERS,
    DESCRIPTION,
    ENGINE,
    ENVIRONMENT,
    ERRORS,
    LIFECYCLE,
    NAME,
    NOTES,
    TOKEN,
    Bundle,
    findings,
    line,
    maker,
    rules,
    write_lines,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.bundle.json_text import pretty
from predictiontrader_catalog._runtime.bundle.part import BundlePart
from predictiontrader_catalog._runtime.bundle.state import ProcessLaunch
from predictiontrader_catalog._runtime.bundle.verifying import BundleVerifier

DATE = (2026, 1, 9, 18, 7, 22)


@pytest.fixture
def bundle(out: Path, log: Path) -> Bundle:
    """A bundle that nothing is wrong with."""
    write_lines(log, 0, 20, error_code="PT-NET-001")
    part = BundlePart(
        config={"mode": "live", "account": {"id": 5}, "flags": {"a": 1}},
        launch=(ProcessLaunch(process="engine", status="running"),),
        documents={NOTES: {"first": [1]}},
    )
    made = Bundle(maker({"engine": log}, part).write(out))
    assert findings(made.path) == []
    return made


def info_of(name: str, mode: int = 0o100600) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = mode << 16
    info.create_system = 3
    return info


def written(
    path: Path, files: list[tuple[str | zipfile.ZipInfo, bytes]], comment: bytes = b""
) -> Path:
    """An archive of these files."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files:
            info = info_of(name) if isinstance(name, str) else name
            archive.writestr(info, data)
        archive.comment = comment
    return path


def found(path: Path) -> set[str]:
    return {finding.rule for finding in findings(path)}


def pairs(bundle: Bundle) -> list[tuple[str | zipfile.ZipInfo, bytes]]:
    return list(bundle.files.items())


def changed(bundle: Bundle, name: str, data: bytes, *, digest: bool = True) -> Path:
    """The bundle with another file, of which its manifest knows or not."""
    files = {**bundle.files, name: data}
    if digest and name != "manifest.json":
        manifest = json.loads(files["manifest.json"])
        for entry in manifest["files"]:
            if entry["path"] == name:
                entry["bytes"] = len(data)
                entry["sha256"] = hashlib.sha256(data).hexdigest()
        files["manifest.json"] = pretty(manifest)
    return written(bundle.path, list(files.items()))


def with_manifest(bundle: Bundle, change: Callable[[Any], object]) -> Path:
    manifest = bundle.manifest
    change(manifest)
    return changed(bundle, "manifest.json", pretty(manifest))


def test_the_same_files_in_an_archive_of_others(bundle: Bundle) -> None:
    assert found(written(bundle.path, pairs(bundle))) == set()


def test_a_bundle_under_another_name(bundle: Bundle, out: Path) -> None:
    assert found(bundle.path.rename(out / "my bundle.zip")) == set()
    other = NAME.replace("180723", "180724")
    assert found((out / "my bundle.zip").rename(out / other)) == {"bundle-name"}


# What is no archive


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"no archive" * 100, b"PK\5\6" + bytes(18), b"PK\5\6" + b"\xff" * 18],
)
def test_what_is_no_archive(out: Path, data: bytes) -> None:
    path = out / "x.zip"
    path.write_bytes(data)
    rules_ = found(path)
    assert rules_
    assert "bundle-unreadable" in rules_ or "bundle-missing-file" in rules_


@pytest.mark.parametrize("kind", ["missing", "folder", "FIFO", "link", "/dev/zero"])
def test_what_is_no_file(out: Path, bundle: Bundle, kind: str) -> None:
    path = out / "x.zip"
    if kind == "folder":
        path.mkdir()
    elif kind == "FIFO":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to(bundle.path)
    elif kind != "missing":
        path = Path(kind)
    (finding,) = findings(path)
    assert finding.rule == "bundle-unreadable"
    assert finding.message
    assert str(finding)


def test_each_cut_is_noticed(bundle: Bundle) -> None:
    data = bundle.path.read_bytes()
    for size in range(0, len(data), 37):
        bundle.path.write_bytes(data[:size])
        assert found(bundle.path) == {"bundle-unreadable"}


def test_each_byte_counts(bundle: Bundle) -> None:
    data = bundle.path.read_bytes()
    quiet = []
    for place in range(0, len(data), 11):
        bad = bytearray(data)
        bad[place] ^= 0x41
        bundle.path.write_bytes(bad)
        if not found(bundle.path):
            quiet.append(place)
    # All that may be otherwise: versions, which nobody needs to read an archive.
    assert all(_is_version(data, place) for place in quiet), quiet


def _is_version(data: bytes, place: int) -> bool:
    local = data.rfind(b"PK\3\4", 0, place)
    central = data.rfind(b"PK\1\2", 0, place)
    if local > central:
        return place - local in (4, 5)
    return place - central in (4, 5, 6, 7, 36, 37, 38, 39)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_anything_is_answered(bundle: Bundle, out: Path, data: st.DataObject) -> None:
    bad = bytearray(bundle.path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(bad) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=8))
        bad[place : place + len(piece)] = piece
    path = out / "other.zip"
    path.write_bytes(bad)
    for finding in findings(path):
        assert finding.message.isprintable()
        assert finding.path is None or finding.path.isprintable()


# Names and kinds

NAMES = [
    "../evil",
    "a/../../evil",
    "/etc/passwd",
    "C:/evil",
    "..\\evil",
    "logs\\engine.log.jsonl",
    "a//b",
    "./a",
    ".hidden",
    "a b",
    "a\nb",
    "a\x1b[31m",
    "ä",
    "",
    " manifest.json",
    "LOGS/engine.log.jsonl",
    "Manifest.json",
]


@pytest.mark.parametrize("name", NAMES)
def test_names(bundle: Bundle, name: str) -> None:
    path = written(bundle.path, [*pairs(bundle), (info_of("x"), b"evil")])
    # As the library would not write it.
    path.write_bytes(rebuild(path, {b"x": name.encode()}))
    assert found(path) == {"bundle-member-name"}


def rebuild(
    path: Path,
    renamed: dict[bytes, bytes] | None = None,
    *,
    hidden: bytes | None = None,
    extra: bytes = b"",
    behind: bytes = b"",
) -> bytes:
    """An archive, byte by byte, as no library would write it.

    Args:
        path: The archive that it is made of.
        renamed: Other names.
        hidden: A file of which its directory does not know.
        extra: The extra fields of all files, of which the directory does not know.
        behind: What follows the compressed bytes of all files.
    """
    out, central = io.BytesIO(), []
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        for info in archive.infolist():
            name = info.filename.encode()
            name = (renamed or {}).get(name, name)
            file.seek(info.header_offset)
            head = list(struct.unpack("<4s5H3L2H", file.read(30)))
            file.seek(head[9] + head[10], os.SEEK_CUR)
            packed = file.read(info.compress_size) + behind
            offset = out.tell()
            head[7], head[9], head[10] = len(packed), len(name), len(extra)
            out.write(struct.pack("<4s5H3L2H", *head) + name + extra + packed)
            if name == hidden:
                continue
            about = (b"PK\1\2", 3 << 8 | 20, *head[1:9], len(name), 0, 0, 0, 0)
            mode = info.external_attr
            central.append(struct.pack("<4s6H3L5H2L", *about, mode, offset) + name)
    start = out.tell()
    out.write(b"".join(central))
    size, count = out.tell() - start, len(central)
    out.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size, start, 0))
    return out.getvalue()


def test_what_no_library_writes(bundle: Bundle) -> None:
    data = rebuild(bundle.path)
    bundle.path.write_bytes(rebuild(bundle.path, extra=b"\x55\x54\2\0ab"))
    assert found(bundle.path) == {"bundle-member-kind"}
    for behind in (b"evil", b"evil" * 100_000):
        bundle.path.write_bytes(data)
        bundle.path.write_bytes(rebuild(bundle.path, behind=behind))
        assert found(bundle.path) == {"bundle-unreadable"}
    bundle.path.write_bytes(data)
    assert found(bundle.path) == set()


def test_a_name_twice(bundle: Bundle) -> None:
    path = written(bundle.path, [*pairs(bundle), (info_of("zzz"), b"{}")])
    path.write_bytes(rebuild(path, {b"zzz": ENGINE.encode()}))
    assert found(path) == {"bundle-member-name"}


def test_a_secret_in_a_name(bundle: Bundle) -> None:
    path = written(bundle.path, [*pairs(bundle), (f"{TOKEN}.txt", b"")])
    assert found(path) == {"bundle-extra-file", "bundle-secret"}
    assert TOKEN not in "".join(map(str, findings(path)))


def test_a_long_name(bundle: Bundle) -> None:
    path = written(bundle.path, [*pairs(bundle), ("x" * 5000, b"")])
    (finding,) = findings(path)
    assert len(str(finding)) < 500


def test_sizes_that_follow(bundle: Bundle) -> None:
    data = bytearray(bundle.path.read_bytes())
    data[data.rfind(b"PK\3\4") + 6] |= 8
    data[data.rfind(b"PK\1\2") + 8] |= 8
    bundle.path.write_bytes(data)
    assert found(bundle.path) == {"bundle-member-kind"}


def test_a_file_more_and_a_file_less(bundle: Bundle) -> None:
    files = pairs(bundle)
    assert found(written(bundle.path, [*files, ("more.txt", b"")])) == {
        "bundle-extra-file"
    }
    assert found(written(bundle.path, files[:-1])) == {"bundle-missing-file"}
    assert found(written(bundle.path, files[1:])) == {"bundle-missing-file"}
    assert found(written(bundle.path, [*files[1:], files[0]])) == {"bundle-member-name"}


@pytest.mark.parametrize(
    ("mode", "problem"),
    [
        (stat.S_IFLNK | 0o777, "symbolic link"),
        (stat.S_IFDIR | 0o700, "folder"),
        (stat.S_IFCHR | 0o600, "regular file"),
        (stat.S_IFREG | 0o644, "0600"),
        (stat.S_IFREG | 0o4600, "0600"),
    ],
)
def test_modes(bundle: Bundle, mode: int, problem: str) -> None:
    files = [(info_of(n, mode) if n == CONFIG else n, d) for n, d in pairs(bundle)]
    path = written(bundle.path, files)
    (finding,) = findings(path)
    assert finding.rule == "bundle-member-kind"
    assert problem in finding.message


@pytest.mark.parametrize(
    ("place", "value", "rule"),
    [
        (5, 0, "bundle-member-kind"),
        (38, 0x10, "bundle-member-kind"),
        (34, 1, "bundle-unreadable"),
    ],
    ids=["another system", "a folder of DOS", "another disk"],
)
def test_what_the_directory_says_otherwise(
    bundle: Bundle, place: int, value: int, rule: str
) -> None:
    data = bytearray(bundle.path.read_bytes())
    data[data.find(b"PK\1\2") + place] = value
    bundle.path.write_bytes(data)
    assert found(bundle.path) == {rule}


def test_folders(bundle: Bundle) -> None:
    path = written(bundle.path, [*pairs(bundle), ("logs/", b"")])
    assert "bundle-member-kind" in found(path)


def test_what_is_encrypted(bundle: Bundle) -> None:
    data = bytearray(bundle.path.read_bytes())
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark, data.find(mark) + 4)
        data[at + place] |= 1
    bundle.path.write_bytes(data)
    assert found(bundle.path) == {"bundle-member-kind", "bundle-unreadable"}


def test_other_ways_of_compression(bundle: Bundle) -> None:
    info = info_of(CONFIG)
    info.compress_type = zipfile.ZIP_LZMA
    files = [(info if n == CONFIG else n, d) for n, d in pairs(bundle)]
    path = written(bundle.path, files)
    assert found(path) == {"bundle-member-kind", "bundle-unreadable"}


def test_comments_and_extra_fields(bundle: Bundle) -> None:
    files = pairs(bundle)
    assert found(written(bundle.path, files, b"by ada")) == {"bundle-identity"}
    for attribute in ("comment", "extra"):
        info = info_of(CONFIG)
        value = b"by ada" if attribute == "comment" else b"\x55\x54\2\0ab"
        setattr(info, attribute, value)
        named = [(info if n == CONFIG else n, d) for n, d in files]
        path = written(bundle.path, named)
        assert "bundle-identity" in found(path)


def test_bytes_that_belong_to_no_file(bundle: Bundle) -> None:
    data = bundle.path.read_bytes()
    bundle.path.write_bytes(b"#!/bin/sh\n" + data)
    assert found(bundle.path) == {"bundle-unreadable"}
    bundle.path.write_bytes(data + b"more")
    assert "bundle-member-kind" in found(bundle.path)


@pytest.mark.parametrize("place", [0, 3, 9])
def test_a_file_of_which_the_directory_does_not_know(
    bundle: Bundle, place: int
) -> None:
    files = pairs(bundle)
    files.insert(place, ("x", b"evil"))
    path = written(bundle.path, files)
    path.write_bytes(rebuild(path, hidden=b"x"))
    assert found(path) == {"bundle-member-kind"}


def test_heads_that_say_something_else(bundle: Bundle) -> None:
    data = bundle.path.read_bytes()
    at = data.find(b"PK\3\4", 10)
    for place in (10, 14, 18, 22, 30):
        bad = bytearray(data)
        bad[at + place] ^= 1
        bundle.path.write_bytes(bad)
        assert "bundle-member-kind" in found(bundle.path), place


@pytest.mark.parametrize(
    ("local", "central", "change", "problem"),
    [
        (14, 16, 1, "CRC"),
        (22, 24, 1, "fewer bytes"),
        (22, 24, -1, "more bytes"),
        (18, 20, 1, "outside"),
    ],
)
def test_both_heads_say_something_else(
    bundle: Bundle, local: int, central: int, change: int, problem: str
) -> None:
    data = bytearray(bundle.path.read_bytes())
    # Of the last file, so that nothing follows but the directory.
    for mark, place in ((b"PK\3\4", local), (b"PK\1\2", central)):
        at = data.rfind(mark) + place
        (value,) = struct.unpack_from("<L", data, at)
        struct.pack_into("<L", data, at, value + change)
    bundle.path.write_bytes(data)
    about = [one for one in findings(bundle.path) if one.rule == "bundle-unreadable"]
    assert [problem in one.message for one in about] == [True]


# Bombs


def bomb(path: Path, name: str, size: int, told: int) -> None:
    """An archive with one file of zeros, of which it tells another size."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    # A piece that can be repeated: nothing in it leads out of it.
    piece = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = piece * (size >> 20) + packer.flush()
    raw = name.encode()
    head = struct.pack(
        "<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0x21, 7, len(packed), told, len(raw), 0
    )
    central = struct.pack(
        "<4s6H3L5H2L",
        *(b"PK\1\2", 3 << 8 | 20, 20, 0, 8, 0, 0x21, 7, len(packed), told, len(raw)),
        *(0, 0, 0, 0, 0o100600 << 16, 0),
    )
    end = struct.pack(
        "<4s4H2LH",
        *(b"PK\5\6", 0, 0, 1, 1, len(central) + len(raw)),
        *(len(head) + len(raw) + len(packed), 0),
    )
    path.write_bytes(head + raw + packed + central + raw + end)


BOMB = """
import sys
from dataclasses import replace
from pathlib import Path
from bundle.sample import DESCRIPTION, findings
description = replace(DESCRIPTION, total_bytes=100_000_000)
print(sorted({one.rule for one in findings(Path(sys.argv[1]), description)}))
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells")
@pytest.mark.parametrize(
    ("name", "told", "rule"),
    [
        (ENGINE, 2_000_000_000, "bundle-size"),
        (ENGINE, 1000, "bundle-unreadable"),
        (ENGINE, 7_000_000, "bundle-unreadable"),
        (CONFIG, 7_000_000, "bundle-unreadable"),
        (CONFIG, 90_000_000, "bundle-unreadable"),
        ("manifest.json", 1000, "bundle-unreadable"),
    ],
)
def test_bombs(out: Path, name: str, told: int, rule: str) -> None:
    path = out / "x.zip"
    bomb(path, name, 2_000_000_000, told)
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", BOMB, path],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    rules_, memory = done.stdout.splitlines()
    assert rule in rules_
    assert int(memory) < 64
    assert time.monotonic() - start < 10
    assert [file.name for file in out.iterdir()] == ["x.zip"]


@pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells")
def test_a_document_without_end(bundle: Bundle) -> None:
    path = changed(bundle, NOTES, b'{"first":"' + b" " * 90_000_000 + b'"}')
    done = subprocess.run(
        [sys.executable, "-c", BOMB, path],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    rules_, memory = done.stdout.splitlines()
    assert rules_ == "['bundle-size']"
    assert int(memory) < 64


@pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells")
def test_a_document_of_countless_values(bundle: Bundle) -> None:
    data = b'{"first":[' + b"[]," * 2_000_000 + b"1]}"
    path = changed(bundle, NOTES, data)
    done = subprocess.run(
        [sys.executable, "-c", BOMB, path],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    rules_, memory = done.stdout.splitlines()
    assert rules_ == "['bundle-size']"
    assert int(memory) < 64


def test_more_than_a_bundle_may_have(bundle: Bundle) -> None:
    small = replace(DESCRIPTION, total_bytes=2000)
    rules_ = {one.rule for one in findings(bundle.path, small)}
    assert "bundle-size" in rules_


def test_a_directory_without_end(out: Path) -> None:
    path = out / "x.zip"
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", *[0] * 16)
    data = entry * 60_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 60_000, 60_000, len(data), 0, 0)
    path.write_bytes(data + end)
    (finding,) = findings(path)
    assert "1 MiB" in finding.message


def test_files_that_overlap(bundle: Bundle) -> None:
    data = bytearray(bundle.path.read_bytes())
    first = data.find(b"PK\1\2")
    second = data.find(b"PK\1\2", first + 4)
    data[second + 42 : second + 46] = bytes(4)
    bundle.path.write_bytes(data)
    assert "bundle-member-kind" in found(bundle.path)


# Contents


def test_checksums(bundle: Bundle) -> None:
    path = changed(bundle, CONFIG, b'{\n  "config": {}\n}\n', digest=False)
    assert found(path) == {"bundle-checksum"}


def test_lines_that_are_no_records(bundle: Bundle) -> None:
    data = line(0, error_code="PT-NET-001") * 19
    for bad in (b"no record\n", b"\n", line(1)[:-1]):
        path = changed(bundle, ENGINE, data + bad)
        (finding,) = (one for one in findings(path) if one.rule == "bundle-record")
        assert finding.path == ENGINE
        assert finding.line


def test_many_lines_that_are_no_records(bundle: Bundle) -> None:
    path = changed(bundle, ENGINE, b"x\n" * 1000)
    about = [one for one in findings(path) if one.rule == "bundle-record"]
    assert len(about) == 21
    assert "980 more" in about[-1].message


def test_a_secret_in_a_record(bundle: Bundle) -> None:
    lines = bundle.files[ENGINE].splitlines(keepends=True)
    lines[3] = line(3, error_code="PT-NET-001", note=f"use {TOKEN}")
    path = changed(bundle, ENGINE, b"".join(lines))
    (finding,) = findings(path)
    assert finding.rule == "bundle-secret"
    assert (finding.path, finding.line) == (ENGINE, 4)
    assert "stripe-key" in finding.message
    assert TOKEN not in str(finding)


SECRETS: dict[str, dict[str, Any]] = {
    CONFIG: {"config": {"flags": {"password": "hunter2hunter2"}}},
    ENVIRONMENT: {
        "runtimes": {"python": TOKEN},
        "platform": {"os": "linux", "architecture": "x86_64"},
    },
    LIFECYCLE: {
        "launch": [{"process": "e", "status": "crashed", "detail": TOKEN}],
        "heartbeats": [],
        "shutdown": [],
    },
    NOTES: {"first": {"api_key": "abcdefgh12345678"}},
}


@pytest.mark.parametrize("name", SECRETS)
def test_secrets_in_documents(bundle: Bundle, name: str) -> None:
    path = changed(bundle, name, pretty(SECRETS[name]))
    (finding,) = findings(path)
    assert (finding.rule, finding.path) == ("bundle-secret", name)


def test_a_secret_in_the_manifest(bundle: Bundle) -> None:
    def change(manifest: Any) -> None:
        manifest["app"]["build"] = f"token={TOKEN}"

    assert found(with_manifest(bundle, change)) == {"bundle-secret"}


SHAPES: list[tuple[str, object]] = [
    (CONFIG, {"config": []}),
    (CONFIG, {"config": {}, "more": 1}),
    (CONFIG, {"config": {"zzz": 1}}),
    (CONFIG, {"config": {"mode": 1}}),
    (CONFIG, {"config": {"ratio": "many words"}}),
    (CONFIG, {"config": {"rest": 1}}),
    (CONFIG, {"config": {"rest": {"zzz": 1}}}),
    (CONFIG, {"config": {"account": {"id": 12345}}}),
    (CONFIG, {"config": {"account": {"pin": "0000"}}}),
    (CONFIG, {"config": {"account": {"account_fingerprint": "fp2"}}}),
    (CONFIG, {"unavailable": "not_provided"}),
    (COUNTERS, {"unavailable": "failed"}),
    (COUNTERS, {"unavailable": "because"}),
    (COUNTERS, {"unavailable": "not_provided", "since": "x"}),
    (ENVIRONMENT, {}),
    (LIFECYCLE, {"launch": [], "heartbeats": []}),
    (NOTES, {"third": 1}),
    (ERRORS, {"errors": []}),
    (ERRORS, {"errors": [{"error_code": "PT-NET-001"}]}),
]


@pytest.mark.parametrize(("name", "value"), SHAPES)
def test_shapes(bundle: Bundle, name: str, value: object) -> None:
    path = changed(bundle, name, pretty(value))
    (finding,) = findings(path)
    assert (finding.rule, finding.path) == ("bundle-schema", name)


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{"a":1,"a":2}', b"{" * 99999])
def test_what_is_no_json(bundle: Bundle, data: bytes) -> None:
    assert found(changed(bundle, LIFECYCLE, data)) == {"bundle-schema"}


def test_json_of_another_form(bundle: Bundle) -> None:
    text = json.dumps(bundle.json(LIFECYCLE)).encode()
    assert found(changed(bundle, LIFECYCLE, text)) == {"bundle-schema"}


MANIFESTS: dict[str, tuple[Callable[[Any], object], str]] = {
    "records": (lambda m: m["files"][1].update(records=19), "bundle-manifest"),
    "times": (lambda m: m["files"][1].pop("first_at"), "bundle-manifest"),
    "bytes": (lambda m: m["files"][2].update(bytes=1), "bundle-checksum"),
    "digest": (lambda m: m["files"][2].update(sha256="0" * 64), "bundle-checksum"),
    "no digest": (lambda m: m["files"][2].update(sha256="0"), "bundle-manifest"),
    "order": (lambda m: m["files"].reverse(), "bundle-manifest"),
    "a file more": (
        lambda m: m["files"].append({**m["files"][2], "path": "x"}),
        "bundle-manifest",
    ),
    "an omission": (
        lambda m: m["omissions"].append({"path": "/etc", "reason": "failed"}),
        "bundle-manifest",
    ),
    "a reason": (
        lambda m: m["omissions"].append({"path": CONFIG, "reason": "mood"}),
        "bundle-manifest",
    ),
    "a time": (lambda m: m.update(generated_at="now"), "bundle-manifest"),
    "a session": (lambda m: m.update(session_id="x"), "bundle-manifest"),
    "a version": (lambda m: m.update(bundle_version=2), "bundle-manifest"),
    "a product": (lambda m: m["app"].update(name="Acme"), "bundle-manifest"),
    "counts": (
        lambda m: m["redaction_summary"].update({"password": 0}),
        "bundle-manifest",
    ),
}


@pytest.mark.parametrize(("change", "rule"), MANIFESTS.values(), ids=MANIFESTS)
def test_manifests(bundle: Bundle, change: Callable[[Any], object], rule: str) -> None:
    assert found(with_manifest(bundle, change)) == {rule}


def test_dates(bundle: Bundle, out: Path) -> None:
    def change(manifest: Any) -> None:
        manifest["generated_at"] = "2026-01-09T18:07:29.000Z"

    path = with_manifest(bundle, change).rename(out / "x.zip")
    assert found(path) == {"bundle-date"}
    assert len(findings(path)) == len(bundle.names)


def test_another_catalog(bundle: Bundle) -> None:
    other = CATALOG._replace(version="9.0.0", digest="0" * 64)
    verifier = BundleVerifier(DESCRIPTION, other, rules())
    (finding,) = verifier.findings(bundle.path)
    assert (finding.rule, finding.severity) == ("bundle-catalog", "warning")


def test_nothing_is_written(bundle: Bundle, out: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    findings(bundle.path)
    assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before
