"""`codebook logs check` beside jsonschema-rs, jq and a bare parse with simdjson.

200,000 records of the catalog's mix as the runtime writes them, the same with their
members in any order and white space, a mix with free text, and ten times as many.
Each row is a process of its own, its start included; what it takes is the median of
rounds in which all take turns.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from measure import Run, medians

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "Benchmarks/Logs"
SCHEMA = ROOT / "Generated/schema/log-record.schema.json"
RECORDS = 200_000
ROUNDS = 5
FAULT = b'{"ts":"2026-01-09T18:07:23.412Z"}\n'


def main() -> int:
    """Prints a table of medians, and how soon a fault in a stream is told."""
    programs = build()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_logs(folder, programs)
        results = medians(commands(folder, files, programs), ROUNDS)
        show(results, files)
        print(f"\nA fault in a stream is told after {latency(files['mix']):.1f} ms.")
    return 0


def build() -> Path:
    """The folder of the programs that write logs and parse them."""
    command = ["swift", "build", "--package-path", str(PACKAGE), "-c", "release"]
    # Else SwiftPM does not see new files of a package that is used by its path.
    (PACKAGE / ".build/release.yaml").unlink(missing_ok=True)
    subprocess.run([*command, "--quiet"], check=True)
    folder = subprocess.run(
        [*command, "--show-bin-path"], check=True, capture_output=True, text=True
    )
    return Path(folder.stdout.strip())


def write_logs(folder: Path, programs: Path) -> dict[str, Path]:
    """The logs by name."""
    names = ("one", "mix", "tenfold", "shuffled", "free")
    files = {name: folder / f"{name}.jsonl" for name in names}
    writer = str(programs / "LogRecords")
    subprocess.run([writer, files["one"], "1"], check=True)
    subprocess.run([writer, files["mix"], str(RECORDS)], check=True)
    subprocess.run([writer, files["tenfold"], str(10 * RECORDS)], check=True)
    subprocess.run([writer, files["free"], str(RECORDS), "free"], check=True)
    shuffle(files["mix"], files["shuffled"])
    return files


def shuffle(source: Path, target: Path) -> None:
    """The same records with their members in any order, and with white space."""
    rng = random.Random(8)
    with (
        source.open(encoding="utf-8") as lines,
        target.open("w", encoding="utf-8") as file,
    ):
        for line in lines:
            members = list(json.loads(line).items())
            rng.shuffle(members)
            file.write(json.dumps(dict(members), ensure_ascii=False) + "\n")


def check(file: Path, jobs: int) -> list[str]:
    """All rules on some cores."""
    command = [os.environ["CODEBOOK"], "logs", "check", str(file), "--quiet"]
    return [*command, "--catalog", str(ROOT / "catalog.yaml"), "--jobs", str(jobs)]


def commands(
    folder: Path, files: dict[str, Path], programs: Path
) -> dict[str, tuple[Sequence[str], Path, int]]:
    """What is measured: each with the log that it reads."""
    jq = shutil.which("jq")
    if jq is None:
        sys.exit("jq is missing; install it (apt, brew: jq)")
    mix = str(files["mix"])
    peer = str(PACKAGE / "schema_peer.py")
    rows = {
        "one": check(files["one"], 1),
        "mix": check(files["mix"], 1),
        "mix, two cores": check(files["mix"], 2),
        "tenfold": check(files["tenfold"], 1),
        "tenfold, two cores": check(files["tenfold"], 2),
        "shuffled": check(files["shuffled"], 1),
        "free": check(files["free"], 1),
        "simdjson": [str(programs / "SimdjsonPeer"), mix],
        "jq": [jq, "-c", 'select(.level == "FATAL")', mix],
        "jsonschema-rs": [sys.executable, peer, str(SCHEMA), mix],
    }
    return {name: (command, folder, 0) for name, command in rows.items()}


def show(results: dict[str, Run], files: dict[str, Path]) -> None:
    """A Markdown table; ratios are of throughput, to all rules on one core.

    What `codebook` takes to start and to read the catalog is a row of its own, and left
    out of the others.
    """
    titles = {
        "one": "`codebook logs check`, one record",
        "mix": "all records, one core",
        "mix, two cores": "on two cores",
        "tenfold": "ten times as many records, one core",
        "tenfold, two cores": "on two cores",
        "shuffled": "any order of members, white space",
        "free": "with free text",
        "simdjson": "simdjson, bare parse",
        "jq": "jq, one filter",
        "jsonschema-rs": "jsonschema-rs with orjson, the schema's rules",
    }
    megabytes = {name: file.stat().st_size / 1e6 for name, file in files.items()}
    print(f"{RECORDS:,} records, {megabytes['mix']:.0f} MB")
    start = results["one"].wall_s
    print("\n| | time | MB/s | ratio | memory |\n|---|---:|---:|---:|---:|")
    first = megabytes["mix"] / (results["mix"].wall_s - start)
    for name, run in results.items():
        log = name.split(",")[0]
        spent = run.wall_s - (start if log in megabytes else 0)
        cells = [titles[name], f"{run.wall_s * 1000:,.0f} ms"]
        if name == "one":
            cells += ["", ""]
        else:
            rate = megabytes.get(log, megabytes["mix"]) / spent
            cells += [f"{rate:,.0f}", f"{rate / first:.2f}"]
        print("|", " | ".join([*cells, f"{run.peak_mb:.0f} MB"]), "|")


def latency(file: Path) -> float:
    """Milliseconds from a faulty record in a pipe until its finding is there."""
    with file.open("rb") as lines:
        clean = [next(lines) for _ in range(1000)]
    command = [os.environ["CODEBOOK"], "logs", "check", "-"]
    command += ["--catalog", str(ROOT / "catalog.yaml")]
    times = []
    for _ in range(ROUNDS):
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(b"".join(clean))
            process.stdin.flush()
            # It reads and waits for more.
            time.sleep(0.5)
            start = time.perf_counter()
            process.stdin.write(FAULT)
            process.stdin.flush()
            process.stdout.readline()
            times.append((time.perf_counter() - start) * 1000)
            process.communicate()
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
