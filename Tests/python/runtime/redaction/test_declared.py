"""What the catalog says of details and fields: sensitive, secret, named like one."""

from __future__ import annotations

from predictiontrader_catalog._runtime.redaction import FingerprintKey, Sensitive
from runtime.redaction.planted import PASSWORD, assert_hidden, mark
from runtime.redaction.sample import Logged

KEY = FingerprintKey(bytes(range(32)))
API_KEY = mark("api_key")
SENSITIVE = "[redacted:sensitive]"


def test_details(logged: Logged) -> None:
    record = logged.event("signed_in", PASSWORD, PASSWORD, PASSWORD, 4711, None)
    assert record["details"] == {
        "api_key": API_KEY,
        "broker": "[redacted:broker]",
        "owner": SENSITIVE,
        "number": SENSITIVE,
    }
    assert record["message"] == (
        f"Signed in with {API_KEY} as {SENSITIVE} of {SENSITIVE}"
    )


def test_details_that_are_absent(logged: Logged) -> None:
    record = logged.event("signed_in", None, None, None, None, None)
    assert record["message"] == "Signed in with … as … of …"
    assert "details" not in record


def test_details_with_a_key() -> None:
    logged = Logged(KEY)
    record = logged.event("signed_in", None, PASSWORD, PASSWORD, 4711, {"n": 1})
    details = record["details"]
    assert list(details) == [
        "credential_fingerprint",
        "owner",
        "account_fingerprint",
        "n",
    ]
    assert details["owner"] == SENSITIVE
    assert details["account_fingerprint"].startswith("fp1:")
    assert record["message"].endswith(f"as {SENSITIVE} of {SENSITIVE}")
    assert_hidden(logged.line, PASSWORD)


def test_a_caller_does_not_take_a_fingerprints_place() -> None:
    more = {"account_fingerprint": "mine"}
    record = Logged(KEY).event("signed_in", None, None, None, 4711, more)
    assert list(record["details"]) == ["account_fingerprint", "account_fingerprint_"]
    assert record["details"]["account_fingerprint_"] == "mine"


def test_fields(logged: Logged) -> None:
    record = logged.event("moved", PASSWORD, PASSWORD, "a", PASSWORD, None)
    assert record["account"] == record["holder"] == SENSITIVE
    assert record["note"] == "a"
    assert record["app_token"] == "[redacted:access-token]"
    assert "details" not in record


def test_fields_with_a_key() -> None:
    logged = Logged(KEY)
    record = logged.event("moved", PASSWORD, PASSWORD, None, None, {"n": 1})
    # A record must have the one, and not the other.
    assert record["account"] == SENSITIVE
    assert "holder" not in record
    details = record["details"]
    assert list(details) == ["account_fingerprint", "holder_fingerprint", "n"]
    assert details["account_fingerprint"] != details["holder_fingerprint"]
    assert_hidden(logged.line, PASSWORD)


def test_sensitive_values(logged: Logged) -> None:
    secret = Sensitive(PASSWORD)
    record = logged.event("told", secret, {"a": [secret], "password": secret, "n": 1})
    details = {"note": SENSITIVE, "a": [SENSITIVE], "password": SENSITIVE, "n": 1}
    assert record["details"] == details
    assert record["message"] == f"Told {SENSITIVE}"
    assert logged.said(f"as {secret} and {secret!r}")["message"] == (
        f"as {SENSITIVE} and {SENSITIVE}"
    )
    assert logged.value({secret.reveal()[:0] or "k": secret}) == {"k": SENSITIVE}


def test_sensitive_values_in_the_place_of_others(logged: Logged) -> None:
    record = logged.event("counted", Sensitive(17), None)
    assert record["details"] == {"rows": 0, "_invalid": ["rows"]}
