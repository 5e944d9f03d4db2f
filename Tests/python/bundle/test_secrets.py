"""Live secrets: whatever the rules miss, what the product holds is not in a bundle."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from bundle.sample import (
    CONFIG,
    DESKTOP,
    ENGINE,
    ERRORS,
    NOTES,
    SECRET,
    Bundle,
    findings,
    line,
    made,
    maker,
    write_lines,
)
from hypothesis import given
from hypothesis import strategies as st
from predictiontrader_catalog._runtime.bundle.archive import ArchiveWriter
from predictiontrader_catalog._runtime.bundle.errors import BundleError
from predictiontrader_catalog._runtime.bundle.live_secrets import LiveSecrets
from predictiontrader_catalog._runtime.bundle.part import BundlePart
from predictiontrader_catalog.redaction import Sensitive

BYTES = SECRET.encode()


def _base64(before: int, after: int, *, url: bool = False) -> bytes:
    data = b"\x07" * before + BYTES + b"\x99" * after
    return base64.urlsafe_b64encode(data) if url else base64.b64encode(data)


WAYS = {
    "as it is": BYTES,
    "percent": quote(SECRET, safe="").encode(),
    "percent with slashes": quote(SECRET).encode(),
    "percent with plus": quote_plus(SECRET).encode(),
    "percent in a query": b"Tr0ub4dor/&%20%C3%BC-3",
    "percent, small": b"Tr0ub4dor%2f%26%20%c3%bc-3",
    "percent, all": "".join(f"%{byte:02X}" for byte in BYTES).encode(),
    "percent, all, small": "".join(f"%{byte:02x}" for byte in BYTES).encode(),
    "hex": BYTES.hex().encode(),
    "HEX": BYTES.hex().upper().encode(),
    "JSON": json.dumps(SECRET).encode(),
    "JSON, capital digits": json.dumps(SECRET).replace("00fc", "00FC").encode(),
    "JSON with \\/": json.dumps(SECRET).replace("/", "\\/").encode(),
    "JSON with both": json.dumps(SECRET, ensure_ascii=False)
    .replace("/", "\\/")
    .encode(),
    **{f"base64 {n}": _base64(n, 2) for n in range(5)},
    **{f"base64 {n} at the end": _base64(n, 0) for n in range(3)},
    **{f"base64url {n}": _base64(n, 1, url=True) for n in range(3)},
}


@pytest.mark.parametrize("written", WAYS.values(), ids=WAYS)
def test_each_way_of_writing(written: bytes) -> None:
    secrets = LiveSecrets([SECRET])
    assert secrets.are_in(b"abc" + written + b"def")
    assert not secrets.are_in(b"abc" + written[: len(written) // 2] + b"def")


@given(st.binary(min_size=6, max_size=40), st.binary(max_size=7), st.binary(max_size=7))
def test_base64_of_anything(secret: bytes, before: bytes, after: bytes) -> None:
    secrets = LiveSecrets([secret])
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        assert secrets.are_in(encode(before + secret + after))


@given(st.text(min_size=6, max_size=40))
def test_escapes_of_anything(secret: str) -> None:
    secrets = LiveSecrets([secret])
    plain = secret.encode("utf-8", "replace").decode()
    if plain != secret:
        return
    for text in (
        json.dumps(secret),
        json.dumps(secret, ensure_ascii=False),
        quote(secret),
        quote(secret, safe=""),
        quote_plus(secret),
    ):
        assert secrets.are_in(text.encode())


def test_space_around_one_is_no_part_of_it() -> None:
    secrets = LiveSecrets([f" {SECRET}\r\n", SECRET, "\n"])
    assert (secrets.count, secrets.too_short) == (1, 1)
    assert secrets.are_in(b"abc" + BYTES + b"def")


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_in_pieces(size: int) -> None:
    data = b"x" * 95 + BYTES + b"y" * 95
    search = LiveSecrets([SECRET, "other secret"]).search()
    for place in range(0, len(data), size):
        search.feed(data[place : place + size])
    assert search.found


def test_counts() -> None:
    secrets = LiveSecrets([SECRET, BYTES, Sensitive(SECRET), "short", "", "üüü", b"12"])
    # The three letters have six bytes.
    assert (secrets.count, secrets.too_short) == (2, 3)
    assert SECRET not in repr(secrets)
    with pytest.raises(TypeError):
        LiveSecrets([12])  # type: ignore[list-item]


def test_a_file_with_one_is_withheld(out: Path, tmp_path: Path) -> None:
    desktop, engine = tmp_path / "d", tmp_path / "e"
    write_lines(desktop, 0, 5, error_code="PT-DB-001")
    engine.write_bytes(
        line(1, error_code="PT-NET-001", details={"password": "hunter2hunter2"})
        + line(2, details={"note": _base64(1, 1).decode()})
    )
    part = BundlePart(
        documents={NOTES: {"first": quote(SECRET), "second": {"password": "hunter2"}}},
        config={"mode": "live"},
    )
    bundle = made(out, {"desktop": desktop, "engine": engine}, part, secrets=[SECRET])
    assert bundle.files[ENGINE] == b""
    assert bundle.reasons(ENGINE) == ["secret_found"]
    assert bundle.json(NOTES) == {"unavailable": "secret_found"}
    assert bundle.reasons(NOTES) == ["secret_found"]
    # What is beside it stays; what was found in what is withheld does not count.
    assert bundle.numbers(DESKTOP) == [0, 1, 2, 3, 4]
    assert bundle.json(CONFIG) == {"config": {"mode": "live"}}
    assert bundle.manifest["redaction_summary"] == {}
    assert bundle.manifest["secret_search"] == {"secrets": 1, "too_short": 0}
    (entry,) = (one for one in bundle.manifest["files"] if one["path"] == ENGINE)
    assert (entry["bytes"], entry["records"]) == (0, 0)
    assert "first_at" not in entry
    # Error codes are those of the records that are in the bundle.
    assert [one["error_code"] for one in bundle.json(ERRORS)["errors"]] == ["PT-DB-001"]
    assert not LiveSecrets([SECRET]).are_in(bundle.path.read_bytes())
    for data in bundle.files.values():
        assert not LiveSecrets([SECRET]).are_in(data)


def test_an_error_code_with_one(out: Path, log: Path) -> None:
    log.write_bytes(line(1, error_code="XX-AAA-001"))
    bundle = made(out, {"engine": log}, secrets=["XX-AAA-001"])
    assert bundle.files[ENGINE] == b""
    assert bundle.json(ERRORS) == {"errors": []}


def test_a_torn_line_with_one_does_not_cost_the_bundle(out: Path, log: Path) -> None:
    log.write_bytes(line(1) + b"my " + BYTES)
    bundle = made(out, {"engine": log}, secrets=[SECRET])
    (omission,) = bundle.omissions(ENGINE)
    assert "detail" not in omission
    assert omission["count"] == 1
    assert bundle.numbers() == [1]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("x " * 95 + SECRET, SECRET),
        ("velvet lantern password=hunter2", "velvet lantern password=hunter2"),
    ],
    ids=["the cut", "a rule"],
)
def test_a_torn_line_of_which_a_part_would_stay(
    out: Path, log: Path, text: str, secret: str
) -> None:
    log.write_bytes(line(1) + text.encode() + b"\n")
    bundle = made(out, {"engine": log}, secrets=[secret])
    (omission,) = bundle.omissions(ENGINE)
    assert "detail" not in omission
    (omission,) = made(out / "..", {"engine": log}).omissions(ENGINE)
    assert "detail" in omission


@pytest.mark.parametrize(
    "secret", ["1.2.3-beta-77", "20260109T180723Z", "runtime-config.json"]
)
def test_one_in_the_manifest_or_a_name_costs_the_bundle(out: Path, secret: str) -> None:
    bundle = maker(None, secrets=[secret], app_version="1.2.3-beta-77")
    with pytest.raises(BundleError, match="nothing was written") as failure:
        bundle.write(out)
    assert secret not in str(failure.value)
    assert list(out.iterdir()) == []


def test_one_that_comes_into_the_archive_costs_the_bundle(
    out: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lines(log, 0, 3)
    prepared = maker({"engine": log}, secrets=[SECRET]).prepare()
    real = ArchiveWriter.finish

    def finish(self: ArchiveWriter) -> None:
        self.add("more.txt", [b"a file that nobody looked at: " + BYTES])
        real(self)

    with monkeypatch.context() as patch:
        patch.setattr(ArchiveWriter, "finish", finish)
        with pytest.raises(BundleError, match="nothing was written"):
            prepared.write(out)
    assert list(out.iterdir()) == []
    # Compressed, it stands nowhere in the archive's own bytes; now there, too.

    def append(self: ArchiveWriter) -> None:
        real(self)
        self._put(BYTES)

    with monkeypatch.context() as patch:
        patch.setattr(ArchiveWriter, "finish", append)
        with pytest.raises(BundleError, match="nothing was written"):
            prepared.write(out)
    assert list(out.iterdir()) == []
    assert findings(Bundle(prepared.write(out)).path) == []
    prepared.close()


@pytest.mark.parametrize("kind", ["iterator", "function"])
def test_they_are_there_for_each_bundle(out: Path, kind: str) -> None:
    part = BundlePart(documents={NOTES: {"first": SECRET}})
    making = maker(
        None, part, secrets=iter([SECRET]) if kind == "iterator" else lambda: [SECRET]
    )
    for name in "ab":
        bundle = Bundle(making.write(out / f"{name}.zip"))
        assert bundle.json(NOTES) == {"unavailable": "secret_found"}


def test_one_text_is_not_its_letters() -> None:
    for secret in (SECRET, BYTES):
        with pytest.raises(TypeError, match="list"):
            maker(None, secrets=secret)
