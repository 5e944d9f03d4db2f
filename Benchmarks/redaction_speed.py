"""How fast texts are redacted: logs, beside a naive loop, and hostile texts.

`codebook redact` is measured as a program, its start included; Python in this process.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "Generated/python"))

from predictiontrader_catalog._runtime.redaction import (  # noqa: E402
    Redactor,
    StreamRedactor,
)
from predictiontrader_catalog.redaction_rules import RULES  # noqa: E402

MEGABYTE = 1_000_000
HOSTILE = (
    *"a[{(\\\"'%@+1=:-./ &<>",
    "ghp_",
    "password=",
    "password: is ",
    "://",
    "-----BEGIN PRIVATE KEY-----",
    "\\u005c",
    "%25",
    "Bearer a",
    "?sig=",
    "/home/",
    "abandon ",
    "eyJ",
    "4111 ",
    '{"name":"password"',
)


def logs(size: int) -> bytes:
    """The catalog's own examples of records, again and again."""
    catalog = json.loads((ROOT / "Generated/catalog.json").read_text())
    lines = "".join(f"{line}\n" for line in catalog["examples"]).encode()
    return lines * (size // len(lines))


def swift(path: Path) -> float:
    """Seconds of one run of the program."""
    begin = time.perf_counter()
    subprocess.run(
        [os.environ["CODEBOOK"], "redact", "-q", path],
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begin


def python(redactor: Redactor, text: bytes) -> float:
    """Seconds of one text."""
    begin = time.perf_counter()
    stream = StreamRedactor(redactor)
    stream.feed(text)
    stream.finish()
    return time.perf_counter() - begin


def naive(rules: list[re.Pattern[bytes]], text: bytes) -> float:
    """Seconds of a loop that does not even look at what it finds."""
    begin = time.perf_counter()
    for rule in rules:
        rule.sub(b"", text)
    return time.perf_counter() - begin


def patterns() -> list[re.Pattern[bytes]]:
    """An expression for each rule with anchors or names, as one would write it."""
    rules = json.loads((ROOT / "Generated/catalog.json").read_text())["redaction"][
        "rules"
    ]
    found = []
    for rule in rules:
        if rule["kind"] == "value" and not rule["anchors"][0].startswith("<"):
            anchors = "|".join(map(re.escape, rule["anchors"]))
            rest = f"{rule['rest']}*" if rule.get("rest") else ""
            found.append(
                f"{rule.get('lead', '')}(?:{anchors}){rule.get('pattern', '')}{rest}"
            )
        elif rule["kind"] == "key":
            names = "|".join(
                name.strip("=").replace("_", "[-_ ]?") for name in rule["names"]
            )
            found.append(f"(?i:(?:{names}))[\"']? ?[=:] ?[\"']?[^\\s\"']+")
    return [re.compile(pattern.encode()) for pattern in found]


def main() -> None:
    """Prints everything."""
    redactor = Redactor.from_json(RULES)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes(b"")
        start = statistics.median(swift(path) for _ in range(9))
        large = logs(100 * MEGABYTE)
        path.write_bytes(large)
        seconds = statistics.median(swift(path) for _ in range(5)) - start
        print(f"Swift: records {len(large) / seconds / MEGABYTE:.0f} MB/s")
        print(f"  (the program's start, {start * 1e3:.1f} ms, left aside)")
        small = logs(2 * MEGABYTE)
        ours = statistics.median(python(redactor, small) for _ in range(3))
        loop = statistics.median(naive(patterns(), small) for _ in range(3))
        print(f"Python: records {len(small) / ours / MEGABYTE:.2f} MB/s")
        print(f"  {loop / ours:.1f} times a naive loop over the same rules")
        tried = [(*hostile(path, piece, start), piece) for piece in HOSTILE]
        one, four, piece = max(tried, key=lambda times: times[1])
        print(f"Hostile texts, Swift: the slowest is {piece!r} again and again")
        print(f"  1 MB {one * 1e3:.0f} ms, 4 MB {four * 1e3:.0f} ms")


def hostile(path: Path, piece: str, start: float) -> tuple[float, float]:
    """Seconds of one and of four megabytes of a piece."""
    unit = piece.encode()
    seconds = []
    for size in (MEGABYTE, 4 * MEGABYTE):
        path.write_bytes(unit * (size // len(unit)))
        seconds.append(max(min(swift(path) for _ in range(2)) - start, 1e-3))
    return seconds[0], seconds[1]


main()
