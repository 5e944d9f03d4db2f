"""The key of fingerprints: from the parent to the child, and never to a log."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from predictiontrader_catalog._runtime.bootstrap import Bootstrap, Ready
from predictiontrader_catalog._runtime.handshake import adopt
from predictiontrader_catalog.redaction import FingerprintKey
from runtime.redaction.planted import PASSWORD, assert_hidden
from runtime.redaction.sample import Logged

KEY = FingerprintKey(bytes(range(32)))


def test_a_child_makes_its_parents_fingerprints() -> None:
    parent, child = Logged(KEY), Logged()
    line = Bootstrap.of(parent.logger, {"n": 1}).to_line()
    assert json.loads(line)["fingerprint_key"] == KEY.hex()
    assert list(json.loads(line))[-2:] == ["fingerprint_key", "payload"]
    adopt(child.logger, Bootstrap.parse(line))
    theirs = parent.details({"broker": PASSWORD})
    assert theirs == child.details({"broker": PASSWORD})
    assert list(theirs) == ["credential_fingerprint"]


def test_a_parent_without_one() -> None:
    child = Logged(KEY)
    line = Bootstrap.of(Logged().logger).to_line()
    assert "fingerprint_key" not in line
    adopt(child.logger, Bootstrap.parse(line))
    assert list(child.details({"broker": PASSWORD})) == ["credential_fingerprint"]


@pytest.mark.parametrize(
    "given",
    [None, 17, "", "0" * 63, "0" * 66, "g" * 64, KEY.hex().upper(), [KEY.hex()]],
)
def test_one_that_is_malformed_is_none(given: object) -> None:
    members = json.loads(Bootstrap.of(Logged().logger).to_line())
    members["fingerprint_key"] = given
    assert Bootstrap.parse(json.dumps(members)).fingerprint_key is None


def test_ready_never_has_it() -> None:
    assert "fingerprint" not in Ready.of(Logged(KEY).logger).to_line()


def test_nothing_shows_it() -> None:
    logged = Logged(KEY)
    bootstrap = Bootstrap.of(logged.logger)
    logged.said(f"{bootstrap!r} {KEY}", bootstrap=bootstrap, key=KEY)
    assert_hidden(logged.line, KEY.hex())


def test_of_the_logger(tmp_path: Path) -> None:
    kept = FingerprintKey.load_or_create(tmp_path / "fingerprint.key")
    again = FingerprintKey.load_or_create(tmp_path / "fingerprint.key")
    one, other = Logged(kept).logger.redaction, Logged(again).logger.redaction
    made = one.fingerprint(PASSWORD, "credential")
    assert made is not None
    assert made == other.fingerprint(PASSWORD, "credential")
    assert made != one.fingerprint(PASSWORD, "account")
    for refused in ("password", "otp", "pin"):
        assert one.fingerprint(PASSWORD, refused) is None
    assert Logged().logger.redaction.fingerprint(PASSWORD, "credential") is None
