"""Runs the engine of Examples/trader by itself, with whatever may come from outside.

Called as `example_engine.py ENGINE FOLDER`, with the generated package on PYTHONPATH.
"""

from __future__ import annotations

import json
import secrets
import string
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from predictiontrader_catalog import CATALOG_DIGEST, CATALOG_VERSION

SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
HOSTILE = "<script>alert(1)</script>"
ORDER = b'{"client_order_id":"a","contracts":1}'
# Nobody listens there: an engine by itself finds no exchange.
NOWHERE = {"rest": "http://127.0.0.1:1", "feed": "ws://127.0.0.1:1/feed"}
# What it says of that, as often as it tries.
TROUBLE = ("reconnect_scheduled", "network_unreachable", "retry_budget_exhausted")
PATIENCE = 20


def main() -> int:
    """Runs the checks; the first that fails ends the program."""
    engine, folder = sys.argv[1], Path(sys.argv[2])
    check_parent_that_goes(engine, folder / "goes.log.jsonl")
    check_no_bootstrap(engine, folder / "none.log.jsonl")
    check_not_for_an_engine(engine, folder / "not.log.jsonl")
    check_no_exchange(engine, folder / "alone.log.jsonl")
    check_hostile_identifiers(engine, folder / "hostile.log.jsonl")
    check_planted_secrets(engine, folder / "planted.log.jsonl")
    print("integration: the engine by itself")
    return 0


class Engine:
    """An engine whose desktop is this program."""

    def __init__(self, engine: str, log: Path) -> None:
        self.log = log
        self.process = subprocess.Popen(
            [sys.executable, engine, "--log", str(log), "--scale", "20"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(
        self, payload: Mapping[str, object] = MappingProxyType({}), **changes: object
    ) -> dict[str, Any]:
        """Sends the bootstrap line; gives the READY line."""
        assert self.process.stdin
        assert self.process.stdout
        bootstrap = {
            "codebook_bootstrap": 1,
            "catalog_version": CATALOG_VERSION,
            "catalog_digest": CATALOG_DIGEST,
            "session_id": SESSION,
            "correlation_id": CORRELATION,
            **changes,
            "payload": {"exchange": NOWHERE, **payload},
        }
        self.process.stdin.write(json.dumps(bootstrap) + "\n")
        self.process.stdin.flush()
        # Nothing, where it is none for an engine.
        ready: dict[str, Any] = json.loads(self.process.stdout.readline() or "{}")
        return ready

    def end(self, status: int) -> list[dict[str, Any]]:
        """Closes the engine's standard input; gives its records."""
        output, errors = self.process.communicate(timeout=PATIENCE)
        same("what it prints", output, "")
        same("what it writes to standard error", errors, "")
        same("exit status", self.process.returncode, status)
        return [json.loads(line) for line in self.log.read_bytes().splitlines()]


def check_parent_that_goes(path: str, log: Path) -> None:
    engine = Engine(path, log)
    ready = engine.start()
    same("READY's session", ready["session_id"], SESSION)
    same("READY's correlation", ready["correlation_id"], CORRELATION)
    wanted = [
        "engine_starting",
        "session_adopted",
        "engine_listening",
        "engine_stopping",
    ]
    found = [record["event"] for record in engine.end(0)]
    same("what it logs", [event for event in found if event not in TROUBLE], wanted)


def check_no_bootstrap(path: str, log: Path) -> None:
    records = Engine(path, log).end(1)
    wanted = ["engine_starting", "bootstrap_refused"]
    same("what it logs", [record["event"] for record in records], wanted)


def check_no_exchange(path: str, log: Path) -> None:
    """An order that cannot be sent is not placed, and whoever asked is told."""
    engine = Engine(path, log)
    port = engine.start()["payload"]["port"]
    same("order", answer_of(order_request(port)), (503, "failed", "PT-NET-001"))
    records = engine.end(0)
    abandoned = [one for one in records if one["event"] == "request_abandoned"]
    same("attempts", [one["attempt"] for one in abandoned], [4])
    outages = [one for one in records if one["event"] == "network_unreachable"]
    same("outages", [one["error_code"] for one in outages], ["PT-NET-001"])


def check_not_for_an_engine(path: str, log: Path) -> None:
    engine = Engine(path, log)
    same("READY", engine.start({"exchange": "there"}), {})
    events = [record["event"] for record in engine.end(1)]
    same("what it logs", events, ["engine_starting", "bootstrap_refused"])


def order_request(port: int, **headers: str) -> urllib.request.Request:
    url = f"http://127.0.0.1:{port}/orders"
    return urllib.request.Request(url, data=ORDER, headers=headers)


def answer_of(request: urllib.request.Request) -> tuple[int, str, str]:
    try:
        urllib.request.urlopen(request, timeout=PATIENCE)
    except urllib.error.HTTPError as answer:
        with answer:
            told = json.load(answer)
            return answer.code, told["outcome"], told["error_code"]
    raise SystemExit("integration: FAILED: there is no exchange that takes orders")


def check_hostile_identifiers(path: str, log: Path) -> None:
    engine = Engine(path, log)
    ready = engine.start(correlation_id=HOSTILE)
    port = ready["payload"]["port"]
    request = order_request(port, **{"X-Correlation-ID": HOSTILE})
    try:
        urllib.request.urlopen(request, timeout=PATIENCE)
    except urllib.error.HTTPError as answer:
        correlation = answer.headers["X-Correlation-ID"]
        same("answer", answer.code, 503)
        answer.close()
    records = engine.end(0)
    same("the text that came is nowhere", HOSTILE in log.read_text("utf-8"), False)
    replaced = [one for one in records if one["event"] == "correlation_replaced"]
    wanted = [
        {"carrier": carrier, "reason": "malformed"} for carrier in ("bootstrap", "http")
    ]
    same("what is told of it", [one["details"] for one in replaced], wanted)
    same("the answer's correlation", correlation, replaced[1]["correlation_id"])


def check_planted_secrets(path: str, log: Path) -> None:
    """What comes from outside may hold secrets, wherever it stands."""
    letters = string.ascii_letters + string.digits
    token = "ghp_" + "".join(secrets.choice(letters) for _ in range(36))
    password = secrets.token_urlsafe(18)
    key = secrets.token_hex(32)
    engine = Engine(path, log)
    ready = engine.start({"api_key": password}, fingerprint_key=key)
    port = ready["payload"]["port"]
    for place in (f"orders?token={password}", f"missing/{token}", f"orders?q={token}"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/{place}",
            data=json.dumps({"password": password, "note": token}).encode(),
            headers={
                "Authorization": f"Bearer {password}",
                "Cookie": f"sid={password}",
                "User-Agent": token,
                "X-Correlation-ID": token,
            },
        )
        try:
            urllib.request.urlopen(request, timeout=PATIENCE)
        except urllib.error.HTTPError as answer:
            answer.close()
    records = engine.end(0)
    text = log.read_text("utf-8")
    # Five hexadecimal digits of a key may stand in some identifier by chance.
    for secret, shown in ((token.removeprefix("ghp_"), 4), (password, 4), (key, 11)):
        pieces = [secret[at : at + shown + 1] for at in range(len(secret) - shown)]
        same("what is left of a secret", [one for one in pieces if one in text], [])
    asked = [one["message"] for one in records if "[redacted:" in one["message"]]
    same("requests with a secret in their line", len(asked), 3)
    failed = [one for one in records if "exception" in one.get("details", {})]
    same("requests that failed", len(failed) > 0, True)


def same(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        text = f"integration: FAILED: {what}\nwanted: {wanted}\nfound:  {found}"
        raise SystemExit(text)


if __name__ == "__main__":
    sys.exit(main())
