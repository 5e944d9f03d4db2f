"""Recall, clean records changed, and speed of Codebook's redaction and of its peers.

    Benchmarks/run.sh redaction              a table in Markdown
    compare.py --check [--sample N]          ends with 1 where ours is below its bounds

Gone is a secret of which no five characters in a row show, in the output or in what
decoding it gives; what other tools do not look for, such as addresses and names, is
left out of the credentials. One core each.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpus import CLEAN_RECORDS, SEED, Clean, Planted, clean, planted
from kinds import PERSONAL
from leaks import Leak, leak
from tools import Python, Swift, Tool

MEGABYTE = 1_000_000
SPEED_FILE = 8 * MEGABYTE
SLOW_FILE = MEGABYTE
CLEAN_BOUND = 1 / 500
HEAD = """\
| | secrets gone | credentials gone | whole | in part | clean records changed | MB/s |
|---|---:|---:|---:|---:|---:|---:|"""


class Score(NamedTuple):
    """What one tool did with the corpus."""

    planted: int
    whole: int
    part: int
    clean: int
    changed: int
    credentials: float
    """The share of what other tools look for, too, of which nothing is left."""
    missed: Counter[tuple[str, str]]
    """By kind and context."""
    disturbed: list[tuple[str, str]]
    """Clean records that changed, and what they became."""

    def recall(self) -> float:
        """The share of secrets of which nothing is left."""
        return 1 - (self.whole + self.part) / max(self.planted, 1)

    def good(self) -> bool:
        """Whether the bounds of ours are kept."""
        few = self.changed < max(self.clean, 1) * CLEAN_BOUND
        return self.whole == 0 and self.part == 0 and few


def measure(tool: Tool, secrets: list[Planted], records: list[Clean]) -> Score:
    """All texts through one tool."""
    texts = [row.text for row in secrets] + [row.text for row in records]
    outputs = tool.redact(texts)
    missed: Counter[tuple[str, str]] = Counter()
    found: Counter[Leak] = Counter()
    for row, output in zip(secrets, outputs[: len(secrets)], strict=True):
        result = leak(output, row.frame, row.secret)
        found[result] += 1
        if result is not Leak.NONE:
            missed[row.kind, row.context] += 1
    others = [row for row in secrets if row.kind not in PERSONAL]
    kept = sum(count for (kind, _), count in missed.items() if kind not in PERSONAL)
    pairs = zip(records, outputs[len(secrets) :], strict=True)
    disturbed = [(row.text, output) for row, output in pairs if row.text != output]
    return Score(
        len(secrets),
        found[Leak.WHOLE],
        found[Leak.PART],
        len(records),
        len(disturbed),
        1 - kept / max(len(others), 1),
        missed,
        disturbed,
    )


def speed(tool: Tool, texts: list[str], size: int) -> float:
    """Megabytes a second over the corpus, again and again."""
    text = "\n".join(texts) + "\n"
    data = (text * (size // len(text) + 1)).encode("utf-8", "replace")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.txt"
        path.write_bytes(data)
        return len(data) / MEGABYTE / max(tool.seconds(path), 1e-9)


def line(tool: Tool, score: Score, rate: float) -> str:
    """A row of the table."""
    cells = [
        tool.name,
        f"{score.recall():.2%}",
        f"{score.credentials:.2%}",
        f"{score.whole}",
        f"{score.part}",
        f"{score.changed} of {score.clean:,}",
        f"{rate:.3g}",
    ]
    return "| " + " | ".join(cells) + " |"


def explain(score: Score) -> None:
    """What fell short, for who works on the rules."""
    for (kind, context), count in sorted(score.missed.items()):
        print(f"missed: {kind} in {context} ({count})")
    for before, after in score.disturbed[:50]:
        print(f"changed: {before!r}\n     to: {after!r}")


def check(tools: list[Tool], secrets: list[Planted], records: list[Clean]) -> int:
    """0 where all of ours keep their bounds."""
    scores = [measure(tool, secrets, records) for tool in tools]
    for score in scores:
        explain(score)
    return 0 if all(score.good() for score in scores) else 1


def ours(name: str) -> list[Tool]:
    """The engines that are asked for."""
    made: dict[str, Callable[[], Tool]] = {"swift": Swift, "python": Python}
    return [made[name]()] if name in made else [Swift(), Python()]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="ours alone, with bounds")
    parser.add_argument("--engine", choices=["swift", "python", "both"], default="both")
    parser.add_argument("--sample", type=int, default=1, help="every Nth text only")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--explain", action="store_true", help="what falls short")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    secrets = list(planted(options.seed))[:: options.sample]
    records = list(clean(options.seed, CLEAN_RECORDS // options.sample))
    tools = ours(options.engine)
    if options.check:
        return check(tools, secrets, records)
    peers = importlib.import_module("peers")
    kinds, contexts = {row.kind for row in secrets}, {row.context for row in secrets}
    print(f"{len(secrets):,} secrets: {len(kinds)} kinds, {len(contexts)} contexts\n")
    print(HEAD)
    texts = [row.text for row in records]
    for tool in (*tools, peers.Kingfisher(), peers.DetectSecrets()):
        score = measure(tool, secrets, records)
        size = SPEED_FILE if tool.fast else SLOW_FILE
        print(line(tool, score, speed(tool, texts, size)), flush=True)
        if options.explain:
            explain(score)
    return 0


if __name__ == "__main__":
    sys.exit(main())
