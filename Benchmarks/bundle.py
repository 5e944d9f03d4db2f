"""A bundle of 100 MB of logs, beside `gzip -6` of the same bytes.

A Swift program collects, redacts, compresses, searches for secrets and writes; then
`codebook bundle verify` looks at all of it again. Each is a process of its own, its
start included.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

from measure import Run, medians

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "Benchmarks/Bundle"
MEGABYTE = 1_000_000
SYMBOLS = ("BTC-USD", "ETH-PERP", "KXFED-26MAR-T4.25", "SPX", "EURUSD")
MESSAGES = (
    ("INFO", "rest_client", "framework_log", "POST /orders HTTP/1.1 201"),
    (
        "INFO",
        "market_feed",
        "book_updated",
        "The order book of {symbol} has {n} levels",
    ),
    (
        "WARN",
        "ws_client",
        "reconnect_scheduled",
        "WebSocket disconnected; scheduling reconnect",
    ),
    ("INFO", "ws_client", "reconnected", "WebSocket connection restored"),
    (
        "ERROR",
        "rest_client",
        "request_failed",
        "Order {n} was not placed: the venue is busy",
    ),
    ("DEBUG", "storage", "rows_written", "{n} rows of {symbol} were written in {m} ms"),
)


def main() -> int:
    """Prints medians and ratios."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    program = build()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for service in ("desktop", "engine"):
            write_log(folder / f"{service}.log.jsonl", service, size * MEGABYTE // 2)
        bundle = folder / "bundle.zip"
        catalog = write_catalog(folder)
        zipped = [
            "sh",
            "-c",
            "cat desktop.log.jsonl engine.log.jsonl | gzip -6 > logs.gz",
        ]
        results = medians(
            {
                "gzip -6": (zipped, folder, 0),
                "make": ([program, str(folder), str(bundle)], folder, 0),
                "verify": (verify(bundle, catalog), folder, 0),
            },
            runs=3,
        )
        megabytes = bundle.stat().st_size / MEGABYTE
        print(f"{size} MB of logs; the bundle has {megabytes:.1f} MB")
    show(results)
    return 0


def build() -> str:
    """The program that makes a bundle."""
    command = ["swift", "build", "--package-path", str(PACKAGE), "-c", "release"]
    # Else SwiftPM does not see new files of a package that is used by its path.
    (PACKAGE / ".build/release.yaml").unlink(missing_ok=True)
    subprocess.run([*command, "--quiet"], check=True)
    folder = subprocess.run(
        [*command, "--show-bin-path"], check=True, capture_output=True, text=True
    )
    return f"{folder.stdout.strip()}/BundleBenchmark"


def write_catalog(folder: Path) -> Path:
    """The catalog with a limit that such a bundle keeps."""
    text = (ROOT / "catalog.yaml").read_text("utf-8")
    more = re.sub(r"total_bytes: \d+", f"total_bytes: {1 << 33}", text, count=1)
    if more == text:
        sys.exit("the catalog's bundle has no total_bytes")
    path = folder / "catalog.yaml"
    path.write_text(more, "utf-8")
    return path


def verify(bundle: Path, catalog: Path) -> list[str]:
    """What looks at all of it again."""
    command = [os.environ["CODEBOOK"], "bundle", "verify", str(bundle), "--quiet"]
    return [*command, "--catalog", str(catalog)]


def show(results: dict[str, Run]) -> None:
    """A row for each command, and one for both of ours."""
    base = results["gzip -6"].wall_s
    both = results["make"].wall_s + results["verify"].wall_s
    for name, run in results.items():
        ratio = run.wall_s / base
        print(f"{name:10} {run.wall_s:6.2f} s  {ratio:5.2f}  {run.peak_mb:6.1f} MB")
    print(f"{'together':10} {both:6.2f} s  {both / base:5.2f}")


def write_log(path: Path, service: str, size: int) -> None:
    """Records of a process, as a busy day gives them; the same for the same seed."""
    with path.open("w", encoding="utf-8") as file:
        written = 0
        for line in records(service):
            file.write(line)
            written += len(line)
            if written >= size:
                return


def records(service: str) -> Iterator[str]:
    """One line after the other, 40 ms apart, without end."""
    rng = random.Random(service)
    session = identifier(rng)
    milliseconds = 0
    while True:
        correlation = identifier(rng)
        for _ in range(rng.randint(1, 12)):
            milliseconds += rng.randint(1, 80)
            yield record(rng, service, session, correlation, milliseconds)


def record(
    rng: random.Random, service: str, session: str, correlation: str, milliseconds: int
) -> str:
    level, component, event, template = rng.choice(MESSAGES)
    symbol, n, m = rng.choice(SYMBOLS), rng.randint(1, 9999), rng.randint(1, 500)
    seconds, rest = divmod(milliseconds, 1000)
    hours, minutes = seconds // 3600 % 24, seconds // 60 % 60
    day = 1 + seconds // 86400 % 28
    fields = [
        f'"ts":"2026-01-{day:02}T{hours:02}:{minutes:02}:{seconds % 60:02}.{rest:03}Z"',
        f'"level":"{level}","service":"{service}","component":"{component}"',
        f'"event":"{event}","message":"{template.format(symbol=symbol, n=n, m=m)}"',
        f'"correlation_id":"{correlation}","session_id":"{session}"',
    ]
    if level == "WARN":
        fields.append(f'"attempt":{n % 9 + 1},"backoff_ms":{m * 20}')
    if level == "ERROR":
        fields.append('"error_code":"PT-HTTP-429"')
    details = f'"symbol":"{symbol}","price":{rng.randint(1, 999999) / 100},"size":{n}'
    return f'{{{",".join(fields)},"details":{{{details}}}}}\n'


def identifier(rng: random.Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


if __name__ == "__main__":
    sys.exit(main())
