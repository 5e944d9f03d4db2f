"""A bundle on the disk: whole or not at all, its owner's alone, the same each time."""

from __future__ import annotations

import fcntl
import os
import resource
import stat
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from bundle.sample import (
    DESCRIPTION,
    ENGINE,
    NAME,
    TIMESTAMP,
    Bundle,
    findings,
    line,
    made,
    maker,
    write_lines,
)
from predictiontrader_catalog._runtime.bundle import destination
from predictiontrader_catalog._runtime.bundle.errors import (
    BundleCancelledError,
    BundleError,
)
from predictiontrader_catalog._runtime.bundle.part import BundlePart
from predictiontrader_catalog._runtime.bundle.progress import Progress

PARTIAL = f".{NAME}.partial"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("mask", [0, 0o077, 0o777])
def test_the_archive(out: Path, log: Path, mask: int) -> None:
    write_lines(log, 0, 100)
    before = os.umask(mask)
    try:
        bundle = made(out, {"engine": log})
    finally:
        os.umask(before)
    assert names(out) == [NAME]
    assert stat.S_IMODE(bundle.path.stat().st_mode) == 0o600
    assert bundle.names == [file.path for file in DESCRIPTION.files]
    with zipfile.ZipFile(bundle.path) as archive:
        assert archive.comment == b""
        for info in archive.infolist():
            assert info.external_attr >> 16 == stat.S_IFREG | 0o600
            assert info.compress_type == zipfile.ZIP_DEFLATED
            assert (info.extra, info.comment, info.flag_bits) == (b"", b"", 0)
            assert info.date_time == (2026, 1, 9, 18, 7, 22)
    manifest = bundle.manifest
    assert manifest["generated_at"] == TIMESTAMP
    assert list(manifest) == [
        "bundle_version",
        "generated_at",
        "session_id",
        "app",
        "platform",
        "catalog",
        "files",
        "omissions",
        "secret_search",
        "redaction_summary",
    ]
    assert manifest["app"] == {"name": "PredictionTrader", "version": "1.2.3"}
    paths = [file["path"] for file in manifest["files"]]
    assert ["manifest.json", *paths] == bundle.names
    # Nothing tells where it was made.
    assert str(out).encode() not in bundle.path.read_bytes()


def test_the_same_bytes_each_time(out: Path, log: Path) -> None:
    write_lines(log, 0, 100)
    one = maker({"engine": log}).write(out / "one.zip")
    other = maker({"engine": log}).write(out / "other.zip")
    assert Path(one).read_bytes() == Path(other).read_bytes()


@pytest.mark.parametrize("tool", [["unzip", "-t"], ["bsdtar", "-tf"]])
def test_other_tools_read_it(out: Path, log: Path, tool: list[str]) -> None:
    write_lines(log, 0, 100)
    bundle = made(out, {"engine": log})
    try:
        done = subprocess.run([*tool, bundle.path], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip(f"there is no {tool[0]}")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("now", "text", "date"),
    [
        (0, "1970-01-01T00:00:00.000Z", (1980, 1, 1, 0, 0, 0)),
        (-5 * 10**17, "1954-02-26T23:06:40.000Z", (1980, 1, 1, 0, 0, 0)),
        (315_532_800 * 10**9, "1980-01-01T00:00:00.000Z", (1980, 1, 1, 0, 0, 0)),
        (4_354_819_199 * 10**9, "2107-12-31T23:59:59.000Z", (2107, 12, 31, 23, 59, 58)),
        (2**63 - 1, "2262-04-11T23:47:16.854Z", (2107, 12, 31, 23, 59, 58)),
        (-(10**20), "0000-01-01T00:00:00.000Z", (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_times_that_archives_do_not_have(
    out: Path, now: int, text: str, date: tuple[int, ...]
) -> None:
    bundle = made(out, now=now)
    assert bundle.manifest["generated_at"] == text
    digits = text[:19].replace("-", "").replace(":", "")
    assert bundle.path.name == f"acme-diagnostics-{digits}Z-fefea8d9.zip"
    with zipfile.ZipFile(bundle.path) as archive:
        assert {info.date_time for info in archive.infolist()} == {date}


# Where it goes


def test_a_folder_never_loses_a_file(out: Path) -> None:
    (out / NAME).write_text("mine")
    with pytest.raises(BundleError, match="is there already"):
        maker().write(out)
    assert (out / NAME).read_text() == "mine"
    assert names(out) == [NAME]


def test_a_file_is_replaced(out: Path) -> None:
    target = out / "my bundle.zip"
    target.write_text("old")
    assert maker().write(target) == str(target)
    assert findings(target) == []
    assert names(out) == ["my bundle.zip"]


@pytest.mark.parametrize("kind", ["link", "FIFO"])
def test_what_is_no_file_is_not_replaced(out: Path, kind: str) -> None:
    target = out / "x.zip"
    if kind == "FIFO":
        os.mkfifo(target)
    else:
        target.symlink_to(out / "other")
    with pytest.raises(BundleError, match="no regular file"):
        maker().write(target)
    assert names(out) == ["x.zip"]


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(BundleError, match="no regular file"):
        maker().write("/dev/null")
    assert Path("/dev/null").is_char_device()


def test_a_folder_that_is_not_there(out: Path) -> None:
    for target in (f"{out}/missing/", out / "missing" / "x.zip"):
        with pytest.raises(BundleError, match="missing"):
            maker().write(target)
    assert names(out) == []


def test_file_systems_without_links(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_old: str, _new: str) -> None:
        raise PermissionError(1, "no")

    monkeypatch.setattr(os, "link", refuse)
    made(out)
    assert names(out) == [NAME]
    with pytest.raises(BundleError, match="is there already"):
        maker().write(out)
    assert names(out) == [NAME]


def test_the_downloads_folder(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(out))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert maker().write() == str(out / "Downloads" / NAME)
    (out / ".config").mkdir()
    dirs = out / ".config" / "user-dirs.dirs"
    dirs.write_text('# XDG_DOWNLOAD_DIR="/no"\nXDG_DOWNLOAD_DIR="$HOME/My \\"new\\""\n')
    assert maker().write() == str(out / 'My "new"' / NAME)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(out / "conf"))
    (out / "conf").mkdir()
    (out / "conf" / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{out}/abs"\n')
    assert destination.downloads_folder() == f"{out}/abs"
    (out / "conf" / "user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="relative"\n')
    assert destination.downloads_folder() == str(out / "Downloads")


# Full and failing disks


@contextmanager
def small_mount(folder: Path) -> Iterator[Path]:
    options = ("-t", "tmpfs", "-o", "size=16384", "tmpfs")
    done = subprocess.run(["mount", *options, folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no file system can be mounted: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def read_only_mount(folder: Path) -> Iterator[Path]:
    options = ("-t", "tmpfs", "-o", "ro", "tmpfs")
    done = subprocess.run(["mount", *options, folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no file system can be mounted: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def incompressible(log: Path) -> None:
    log.write_bytes(
        b"".join(line(n, note=os.urandom(300).decode("latin-1")) for n in range(100))
    )


@pytest.mark.parametrize(
    ("mount", "problem"),
    [(small_mount, "No space left"), (read_only_mount, "Read-only file system")],
)
def test_a_disk_that_takes_nothing(
    out: Path, log: Path, mount: object, problem: str
) -> None:
    incompressible(log)
    with maker({"engine": log}).prepare() as prepared:
        with mount(out) as folder:  # type: ignore[operator]
            with pytest.raises(BundleError, match=problem) as failure:
                prepared.write(folder)
            assert str(out) in str(failure.value)
            assert names(out) == []
        # It is not lost: elsewhere there is room.
        assert findings(Path(prepared.write(out))) == []


@contextmanager
def small_files(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_files_that_may_not_be_so_long(out: Path, log: Path) -> None:
    incompressible(log)
    with maker({"engine": log}).prepare() as prepared:
        with small_files(8192), pytest.raises(BundleError, match="File too large"):
            prepared.write(out)
        assert names(out) == []
    with small_files(8192), pytest.raises(BundleError, match="temporary"):
        maker({"engine": log}).prepare()


def test_a_folder_that_may_not_be_written_to(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, _flags: int, _mode: int = 0) -> int:
        raise PermissionError(13, "Permission denied", path)

    with maker().prepare() as prepared, monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(BundleError, match="Permission denied"):
            prepared.write(out)
    assert names(out) == []


def test_an_archive_that_the_disk_garbles(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = os.pread

    def garble(descriptor: int, count: int, place: int) -> bytes:
        data = read(descriptor, count, place)
        return data[:-30] + b"\0" * 30 if len(data) > 30 else data

    prepared = maker(secrets=["a secret"]).prepare()
    with monkeypatch.context() as patch:
        patch.setattr(os, "pread", garble)
        with pytest.raises(BundleError, match="check the disk"):
            prepared.write(out)
    assert names(out) == []


# What others leave


def test_what_is_left_is_removed(out: Path) -> None:
    stale = [
        PARTIAL,
        ".acme-diagnostics-20200101T000000Z-00000000.zip.partial",
    ]
    others = [
        ".other.zip.partial",
        ".acme-diagnostics-2020-00000000.zip.partial",
        "acme-diagnostics-20200101T000000Z-00000000.zip.partial",
        ".acme-diagnostics-20200101T000000Z-00000000.zip.partial.txt",
    ]
    for name in (*stale, *others):
        (out / name).write_text("left")
    made(out)
    assert names(out) == sorted([NAME, *others])


def test_what_is_left_of_a_file_is_removed(out: Path) -> None:
    (out / ".x.zip.partial").write_text("left")
    maker().write(out / "x.zip")
    assert names(out) == ["x.zip"]


def test_what_somebody_makes_right_now_is_not(out: Path) -> None:
    other = out / ".acme-diagnostics-20200101T000000Z-00000000.zip.partial"
    same = out / PARTIAL
    for path in (other, same):
        path.write_text("busy")
    with other.open() as one, same.open() as two:
        fcntl.flock(one, fcntl.LOCK_EX)
        fcntl.flock(two, fcntl.LOCK_EX)
        with pytest.raises(BundleError, match="right now"):
            maker().write(out)
    assert other.read_text() == same.read_text() == "busy"


def test_one_that_is_being_made_is_locked(out: Path) -> None:
    kind = DESCRIPTION.name
    target = destination.destination(out, NAME)
    partial = destination.PartialFile(target, kind)
    destination.remove_stale(str(out), kind)
    assert names(out) == [PARTIAL]
    with pytest.raises(BundleError, match="right now"):
        destination.PartialFile(target, kind)
    partial.discard()
    assert names(out) == []


def test_links_and_pipes_in_its_place_are_left_alone(out: Path) -> None:
    (out / "mine").write_text("mine")
    (out / PARTIAL).symlink_to(out / "mine")
    os.mkfifo(out / ".acme-diagnostics-20200101T000000Z-00000000.zip.partial")
    with pytest.raises(BundleError):
        maker().write(out)
    assert (out / "mine").read_text() == "mine"
    assert len(names(out)) == 3


def test_one_that_was_left_under_two_names_keeps_the_final_one(out: Path) -> None:
    # Killed between the two steps that give a file its final name.
    bundle = made(out)
    data = bundle.path.read_bytes()
    os.link(bundle.path, out / PARTIAL)
    with pytest.raises(BundleError, match="is there already"):
        maker().write(out)
    assert names(out) == [NAME]
    assert bundle.path.read_bytes() == data


def test_several_threads_at_once(out: Path) -> None:
    results: list[str] = []

    def make() -> None:
        try:
            results.append(maker().write(out))
        except BundleError as error:
            results.append(type(error).__name__)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == sorted([str(out / NAME), *["BundleError"] * 7])
    assert names(out) == [NAME]
    assert findings(out / NAME) == []


# Preview, progress, cancellation


def test_the_preview_is_what_is_written(out: Path, log: Path) -> None:
    write_lines(log, 0, 50, note="password=hunter2hunter2")
    with maker({"engine": log}, BundlePart(config={"zzz": 1})).prepare() as prepared:
        preview = prepared.preview
        assert names(out) == []
        # Whatever comes into the log behind it is not in it.
        write_lines(log, 50, 60)
        bundle = Bundle(prepared.write(out))
    assert preview.name == NAME
    assert [file.path for file in preview.files] == bundle.names
    assert [file.bytes for file in preview.files] == [
        len(bundle.files[name]) for name in bundle.names
    ]
    assert preview.total_bytes == sum(map(len, bundle.files.values()))
    (records,) = (file.records for file in preview.files if file.path == ENGINE)
    assert records == len(bundle.numbers()) == 50
    assert preview.redaction_summary == bundle.manifest["redaction_summary"]
    assert [one.json() for one in preview.omissions] == bundle.manifest["omissions"]


def test_it_is_written_as_often_as_is_wanted_until_it_is_closed(out: Path) -> None:
    prepared = maker().prepare()
    one, other = (prepared.write(out / f"{name}.zip") for name in "ab")
    assert Path(one).read_bytes() == Path(other).read_bytes()
    prepared.close()
    with pytest.raises(BundleError, match="closed"):
        prepared.write(out)


def test_progress(out: Path, log: Path) -> None:
    data = write_lines(log, 0, 5000)
    seen: list[Progress] = []
    description = replace(DESCRIPTION, log_bytes=8_000_000)
    prepared = maker({"engine": log}, description=description, secrets=["a secret"])
    prepared.write(out, progress=seen.append)
    stages = list(dict.fromkeys(one.stage for one in seen))
    assert stages == ["collecting", "reading", "writing", "searching"]
    for stage in stages[1:]:
        steps = [one for one in seen if one.stage == stage]
        assert steps[-1].done == steps[-1].total > 0
        assert [one.done for one in steps] == sorted(one.done for one in steps)
    read = [one for one in seen if one.stage == "reading"]
    assert len(read) > 3
    assert read[-1].done == len(data)
    assert read[-1].path == ENGINE


def test_cancellation_at_each_step(out: Path, log: Path) -> None:
    write_lines(log, 0, 300)
    steps = 0

    def count() -> bool:
        nonlocal steps
        steps += 1
        return False

    making = maker({"engine": log}, secrets=["a secret"])
    Path(making.write(out, cancelled=count)).unlink()
    assert steps > 10
    for last in range(1, steps + 1):
        calls = iter([*[False] * (last - 1), True])
        with pytest.raises(BundleCancelledError):
            making.write(out, cancelled=calls.__next__)
        assert names(out) == []


def test_cancellation_by_an_event(out: Path) -> None:
    event = threading.Event()
    event.set()
    with pytest.raises(BundleCancelledError):
        maker().write(out, cancelled=event)
    event.clear()
    maker().write(out, cancelled=event)
