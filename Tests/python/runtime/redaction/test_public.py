"""What the package offers, and what it costs who does not use it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from package_tools import SHIPPED
from predictiontrader_catalog import log
from predictiontrader_catalog.redaction import (
    FingerprintKey,
    Sensitive,
    redact,
    redact_bytes,
)
from runtime.redaction.planted import PASSWORD, TOKEN, assert_hidden


def test_texts() -> None:
    text = f"{TOKEN} and password={PASSWORD}"
    assert redact(text) == "[redacted:github-token] and password=[redacted:password]"
    assert redact(f"a \ud800 {TOKEN}") == "a \ud800 [redacted:github-token]"
    clean = "nothing to see"
    assert redact(clean) is clean
    assert redact_bytes(f"{text}\n".encode()) == f"{redact(text)}\n".encode()


def test_fingerprints(tmp_path: Path) -> None:
    assert log.fingerprint(PASSWORD, "credential") is None
    key = FingerprintKey.load_or_create(tmp_path / "key")
    redaction = log.LOGGER.redaction
    redaction.fingerprint_key = key
    try:
        made = log.fingerprint(PASSWORD, "credential")
        assert made == log.fingerprint(Sensitive(PASSWORD), "credential")
        assert made == key.fingerprint("credential", PASSWORD, "pt")
    finally:
        redaction.fingerprint_key = None


PROGRAM = """
import sys
from predictiontrader_catalog import events, log
engine = "predictiontrader_catalog._runtime.redaction"
rules = "predictiontrader_catalog.redaction_rules"
print(rules in sys.modules, engine in sys.modules)
events.reconnect_scheduled(attempt=3, backoff_ms=5000)
events.rate_limited(backoff_ms=5, rate_limit_scope="rest.orders")
print(engine in sys.modules)
events.reconnect_scheduled(attempt=3, backoff_ms=5000, details={"a": sys.argv[1]})
print(log.redaction_counts())
"""


def test_numbers_and_names_cost_no_engine() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, TOKEN],
        capture_output=True,
        env={"PYTHONPATH": str(SHIPPED.python)},
        check=True,
        text=True,
    )
    lines = ["False False", "False", "{'github-token': 1}"]
    assert done.stdout.splitlines() == lines
    assert_hidden(done.stderr, TOKEN)
