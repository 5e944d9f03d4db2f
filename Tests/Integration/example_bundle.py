"""Holds the diagnostics bundle of Examples/trader against what happened there.

Called as `example_bundle.py CODEBOOK CATALOG FOLDER SECRET`, after the example has run
with that secret.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import urllib.parse
import zipfile
from pathlib import Path
from typing import Any

FILES = [
    "manifest.json",
    "logs/desktop.log.jsonl",
    "logs/engine.log.jsonl",
    "config/runtime-config.json",
    "config/environment-metadata.json",
    "state/process-lifecycle.json",
    "state/reconnect-rate-limit-counters.json",
    "errors/recent-errors.json",
]
CODES = {"PT-PROC-001": 1, "PT-PROC-002": 1, "PT-INT-001": 1, "PT-HTTP-429": 1}


def main() -> int:
    """Runs the checks; the first that fails ends the program."""
    codebook, catalog, folder, secret = sys.argv[1:]
    (path,) = Path(folder).glob("predictiontrader-diagnostics-*.zip")
    page = Path(folder) / "bundle.html"
    command = [codebook, "bundle"]
    subprocess.run([*command, "verify", path, "--catalog", catalog], check=True)
    shown = subprocess.run(
        [*command, "show", path, "--catalog", catalog, "--html", page],
        check=True,
        capture_output=True,
    )
    same("what is left beside it", list(Path(folder).glob(".*")), [])
    same("its mode", oct(path.stat().st_mode & 0o777), "0o600")
    with zipfile.ZipFile(path) as archive:
        same("a damaged file", archive.testzip(), None)
        same("its files", archive.namelist(), FILES)
        contents = {name: archive.read(name) for name in FILES}
    check_story(contents)
    everything = {
        "archive": path.read_bytes(),
        "page": page.read_bytes(),
        "summary": shown.stdout,
        **contents,
    }
    check_secret(everything, secret)
    for code in CODES:
        same(f"{code} on the page", code.encode() in everything["page"], True)
    print("integration: the bundle tells what happened, and keeps the secret")
    return 0


def check_story(contents: dict[str, bytes]) -> None:
    lifecycle = document(contents["state/process-lifecycle.json"])
    (launch,) = lifecycle["launch"]
    same("the last start", launch["status"], "start_failed")
    same("the number of starts", launch["attempts"], 2)
    (shutdown,) = lifecycle["shutdown"]
    same("the end of the first engine", shutdown["result"], "crashed")
    same("heartbeats", len(lifecycle["heartbeats"]), 1)
    counters = document(contents["state/reconnect-rate-limit-counters.json"])
    reconnects = {
        one["scope"]: (one["attempts"], one["successes"])
        for one in counters["reconnects"]
    }
    same("reconnects", reconnects["ws.market_data"], (2, 1))
    limits = {one["scope"]: one["count"] for one in counters["rate_limits"]}
    same("429s", limits, {"rest.orders": 1, "rest.market_data": 0})
    errors = document(contents["errors/recent-errors.json"])["errors"]
    found = {error["error_code"]: error["count"] for error in errors}
    same("error codes", found, CODES)
    config = document(contents["config/runtime-config.json"])["config"]
    same("mode", config["mode"], "paper")
    endpoints = {name: url.split(":") for name, url in config["endpoints"].items()}
    # Without the key; the ports are others each time.
    same("REST", endpoints["rest"][0:2], ["http", "//127.0.0.1"])
    same("what is left of its path", endpoints["rest"][2].partition("/")[2], "v2")
    same("websocket", endpoints["websocket"][0:2], ["ws", "//127.0.0.1"])
    runtimes = document(contents["config/environment-metadata.json"])["runtimes"]
    same("runtimes", set(runtimes), {"app", "swift", "python", "sqlite"})
    manifest = document(contents["manifest.json"])
    same(
        "the dead engine", [one["source"] for one in manifest["omissions"]], ["engine"]
    )
    same("what was redacted", manifest["redaction_summary"], {"url-query-secrets": 1})


def check_secret(everything: dict[str, bytes], secret: str) -> None:
    """It is nowhere, however it is written."""
    raw = secret.encode()
    written = {raw, raw.hex().encode(), raw.hex().upper().encode()}
    written.add(urllib.parse.quote(secret, safe="").encode())
    for shift in range(3):
        whole = base64.b64encode(b"x" * shift + raw)
        # Without the characters that depend on what stands beside it.
        written.add(whole[4 if shift else 0 : len(whole) // 4 * 4 - 4])
    for place, content in everything.items():
        found = [one for one in written if one in content]
        same(f"the secret in {place}", found, [])


def document(content: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(content)
    return value


def same(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        text = f"integration: FAILED: {what}\nwanted: {wanted}\nfound:  {found}"
        raise SystemExit(text)


if __name__ == "__main__":
    sys.exit(main())
