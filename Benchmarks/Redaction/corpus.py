"""The corpus: secrets of every kind in every context, and records without any.

    corpus.py [--seed N] [--clean N] > corpus.jsonl

The same seed gives the same corpus. Left out as undecidable: a secret that its name
alone tells, where no name stands; one of several lines, where one line is all there is;
a URL within another's query; a piece of what only its check digits tell.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from typing import NamedTuple

from clean import TEMPLATES, record
from contexts import PLAIN, Context, Value
from kinds import Kind, kinds
from wrappings import WRAPPED

SEED = 20260304
CLEAN_RECORDS = 6500
NEUTRAL = "engine_value"
UNKNOWN_WHEN_CUT = {"card", "iban", "ssn", "phone", "email", "alpaca-key-id"} | {
    *("mailchimp", "bitcoin-wif"),
}


class Planted(NamedTuple):
    """A text with a secret in it."""

    kind: str
    context: str
    text: str
    frame: str
    """The text with nothing where the secret was."""
    secret: str


class Clean(NamedTuple):
    """A text without any."""

    kind: str
    text: str


def decidable(kind: Kind, context: Context) -> bool:
    """Whether a person could tell the secret there."""
    if not kind.marked and not context.named:
        return False
    if kind.lines and not context.lines:
        return False
    if context.key == "cut short" and kind.key in UNKNOWN_WHEN_CUT:
        return False
    return context.urls or kind.around == "{}"


def planted(seed: int) -> Iterator[Planted]:
    """Every kind in every context that can carry it."""
    for kind in kinds():
        for context in (*PLAIN, *WRAPPED):
            if decidable(kind, context):
                yield plant(kind, context, f"{seed}/{kind.key}/{context.key}")


def plant(kind: Kind, context: Context, seed: str) -> Planted:
    """One secret in one context; half of the marked ones go by a neutral name."""
    rng = random.Random(seed)
    secret = kind.make(rng)
    name = NEUTRAL if kind.marked and rng.random() < 0.5 else kind.name

    def text(middle: str) -> str:
        value = Value(name, kind.around.format(middle), random.Random(seed))
        return context.text(value)

    return Planted(kind.key, context.key, text(secret), text("~"), secret)


def clean(seed: int, count: int) -> Iterator[Clean]:
    """Records of each clean kind in turn."""
    rng = random.Random(seed)
    names = sorted(TEMPLATES)
    for index in range(count):
        name = names[index % len(names)]
        yield Clean(name, record(name, rng))


def main() -> None:
    """Writes it."""
    parser = argparse.ArgumentParser(description="writes the corpus as JSON Lines")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--clean", type=int, default=CLEAN_RECORDS)
    options = parser.parse_args()
    for secret in planted(options.seed):
        sys.stdout.write(json.dumps(secret._asdict()) + "\n")
    for text in clean(options.seed, options.clean):
        sys.stdout.write(json.dumps(text._asdict()) + "\n")


if __name__ == "__main__":
    main()
