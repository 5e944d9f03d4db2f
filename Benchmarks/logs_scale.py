"""Counting logs in parts: one process beside two and four, and what merging takes.

Each process counts a file of its own, as machines or days would have them, with one
thread; `codebook logs merge` adds up what they wrote. Beside them stands one process
with a thread for each processor, and reading alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Run, medians

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "Benchmarks/Logs"
MEGABYTE = 1_000_000
TERABYTE = 1_000_000 * MEGABYTE
RECORDS = 200_000
FILES = 4


def main() -> int:
    """Prints medians, ratios and what they mean for a terabyte."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    program = build()
    codebook = os.environ["CODEBOOK"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_logs(program, folder, copies)
        results = medians(
            {
                name: (command, folder, 0)
                for name, command in commands(codebook).items()
            },
            runs=5,
        )
        one_run = f"{codebook} logs stats --partial --catalog {ROOT / 'catalog.yaml'}"
        check_equal(folder, f"{one_run} part-*.jsonl")
        partial = (folder / "part-0.json").stat().st_size
    show(results, size, partial)
    return 0


def build() -> str:
    """The program that writes records."""
    command = ["swift", "build", "--package-path", str(PACKAGE), "-c", "release"]
    # Else SwiftPM does not see new files of a package that is used by its path.
    (PACKAGE / ".build/release.yaml").unlink(missing_ok=True)
    subprocess.run([*command, "--product", "LogRecords", "--quiet"], check=True)
    folder = subprocess.run(
        [*command, "--show-bin-path"], check=True, capture_output=True, text=True
    )
    return f"{folder.stdout.strip()}/LogRecords"


def write_logs(program: str, folder: Path, copies: int) -> int:
    """Files of equal length; gives the bytes of all of them."""
    once = folder / "once.jsonl"
    subprocess.run([program, str(once), str(RECORDS)], check=True)
    content = once.read_bytes()
    once.unlink()
    for number in range(FILES):
        with (folder / f"part-{number}.jsonl").open("wb") as file:
            for _ in range(copies):
                file.write(content)
    return len(content) * copies * FILES


def commands(codebook: str) -> dict[str, list[str]]:
    """All of the logs, by several ways."""
    catalog = f"--catalog {ROOT / 'catalog.yaml'}"
    stats = f"{codebook} logs stats {catalog} --partial --jobs"
    merge = f"{codebook} logs merge {catalog} --quiet --partial part-*.json"

    def processes(number: int) -> str:
        part = f"{stats} 1 part-{{}}.jsonl > part-{{}}.json"
        numbers = "\\n".join(map(str, range(FILES)))
        every = f"printf '{numbers}\\n' | xargs -P {number} -I{{}} sh -c '{part}'"
        return f"{every} && {merge} > merged.json"

    shell = {
        "cat": "cat part-*.jsonl > /dev/null",
        "1 process": processes(1),
        "2 processes": processes(2),
        "4 processes": processes(4),
        "2 threads": f"{stats} 2 part-*.jsonl",
        "merge": f"{merge} > merged.json",
    }
    return {name: ["sh", "-c", line] for name, line in shell.items()}


def check_equal(folder: Path, one_run: str) -> None:
    """Ends where the parts do not come to what one run counts."""
    line = subprocess.run(
        ["sh", "-c", one_run], cwd=folder, check=True, capture_output=True
    ).stdout
    if line != (folder / "merged.json").read_bytes():
        sys.exit("the parts do not come to what one run counts")


def show(results: dict[str, Run], size: int, partial: int) -> None:
    """A row for each way, and a terabyte's time at its rate."""
    base = results["1 process"].wall_s
    print(f"{size / MEGABYTE:.0f} MB in {FILES} files, {os.cpu_count()} processors")
    for name, run in results.items():
        row = f"{name:12} {run.wall_s:6.2f} s  {base / run.wall_s:5.2f}"
        if name in {"cat", "merge"}:
            print(row)
            continue
        minutes = TERABYTE / size * run.wall_s / 60
        rate = size / MEGABYTE / run.wall_s
        print(f"{row}  {rate:6.0f} MB/s  1 TB: {minutes:5.1f} min")
    each = results["merge"].wall_s / FILES * 1000
    print(f"a summary has {partial / 1000:.1f} kB; merging one takes {each:.1f} ms")


if __name__ == "__main__":
    sys.exit(main())
