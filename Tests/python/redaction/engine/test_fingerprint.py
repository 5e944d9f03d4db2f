"""Fingerprints, and the life of their key."""

from __future__ import annotations

import hashlib
import hmac
import pickle
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from predictiontrader_catalog._runtime.redaction import FingerprintKey
from redaction.engine.small_rules import made

SECRET = made("<alnum:24>")


def test_a_fingerprint_is_of_key_kind_and_secret() -> None:
    key = FingerprintKey.random()
    text = b"pt-fp-v1\0credential\0" + SECRET.encode()
    digest = hmac.new(bytes.fromhex(key.hex()), text, hashlib.sha256).hexdigest()
    assert key.fingerprint("credential", SECRET, "PT") == f"fp1:{digest[:16]}"
    assert key.fingerprint("account", SECRET, "PT") != f"fp1:{digest[:16]}"


@pytest.mark.parametrize(
    "kind", ["otp", "one_time_code", "pin", "password", "passcode", "passphrase"]
)
def test_some_kinds_have_none(kind: str) -> None:
    assert FingerprintKey.random().fingerprint(kind, SECRET, "PT") is None


@pytest.mark.parametrize(
    "text", ["", "ab", "g" * 64, "A" * 64, "0" * 63, " " + "0" * 63]
)
def test_other_texts_are_no_key(text: str) -> None:
    with pytest.raises(ValueError, match="64 small hexadecimal digits"):
        FingerprintKey.from_hex(text)


def test_a_key_does_not_show() -> None:
    key = FingerprintKey.random()
    assert key.hex() not in f"{key} {key!r}"
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(key)


def test_a_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "fingerprint.key"
    with ThreadPoolExecutor(8) as threads:
        keys = list(threads.map(FingerprintKey.load_or_create, [path] * 16))
    assert len({key.hex() for key in keys}) == 1
    assert path.read_text() == keys[0].hex() + "\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("content", ["", "abc\n", "A" * 64 + "\n", "0" * 64])
def test_a_file_with_something_else_stays(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(ValueError, match="no fingerprint key"):
        FingerprintKey.load_or_create(path)
    assert path.read_text() == content


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_a_file_that_others_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key"
    FingerprintKey.load_or_create(path)
    path.chmod(0o644)
    with pytest.raises(PermissionError):
        FingerprintKey.load_or_create(path)
    link = tmp_path / "link"
    link.symlink_to(path)
    with pytest.raises(OSError, match="regular file"):
        FingerprintKey.load_or_create(link)
