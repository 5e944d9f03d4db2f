"""What was found is counted by rule, for records that are written."""

from __future__ import annotations

from predictiontrader_catalog._runtime.redaction import Sensitive
from runtime.redaction.planted import CARD, PASSWORD, TOKEN
from runtime.redaction.sample import Logged


def test_every_kind_of_find(logged: Logged) -> None:
    details = {
        "password": PASSWORD,
        "text": f"{TOKEN} and {TOKEN}",
        TOKEN: 1,
        "n": int(CARD),
        "s": Sensitive(1),
        "argv": ["--token", PASSWORD],
    }
    logged.logger.record(
        "INFO", component="ws_client", event="e", message=TOKEN, details=details
    )
    assert logged.logger.redaction.counts() == {
        "access-token": 1,
        "github-token": 4,
        "password": 1,
        "payment-card": 1,
        "sensitive": 1,
    }


def test_what_is_not_written_is_not_counted(logged: Logged) -> None:
    logged.logger.set_level("ERROR")
    logged.logger.record("INFO", component="ws_client", event="e", message=TOKEN)
    logged.logger.redaction.redact(TOKEN)
    assert logged.logger.redaction.counts() == {}


def test_steps_of_limits_do_not_count_twice(logged: Logged) -> None:
    details = {f"n{place}": TOKEN + "é" * 8000 for place in range(4)}
    logged.logger.record(
        "INFO", component="ws_client", event="e", message="m", details=details
    )
    assert len(logged.line) < 16_384
    assert logged.logger.redaction.counts() == {"github-token": 4}
