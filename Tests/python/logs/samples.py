"""Records for the tests of other tools: of each event, random, and misshapen."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from conformance.random_records import RandomRecords
from package_tools import SHIPPED, Output

SEED = 20260109
MOST = 3000


def samples(output: Output) -> list[bytes]:
    """The lines of every event of a catalog."""
    text = (output.folder / "conformance/records.json").read_text(encoding="utf-8")
    return [record["line"].encode()[:-1] for record in json.loads(text)["records"]]


def random_lines(count: int = MOST) -> list[bytes]:
    """What the Python runtime writes when it is called at random."""
    return list(_random_lines()[:count])


@cache
def _random_lines() -> tuple[bytes, ...]:
    calls = RandomRecords(SEED, json.loads(SHIPPED.catalog.read_bytes()))
    tests = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-m", "conformance.replay", SHIPPED.package],
        input="".join(f"{calls.line()}\n" for _ in range(MOST)).encode(),
        env={**os.environ, "PYTHONPATH": f"{SHIPPED.python}:{tests}"},
        capture_output=True,
        check=True,
    )
    lines = tuple(done.stdout.split(b"\n")[:-1])
    assert len(lines) == MOST
    return lines


def misshapen(choice: random.Random, line: bytes) -> bytes:
    """A record that no runtime wrote: other types, other names, other white space."""
    values: list[Any] = [
        *(
            None,
            True,
            7,
            -0.0,
            2**63,
            "NaN",
            "Infinity",
            "x",
            "",
            [],
            {},
            [1, {"a": 1}],
        ),
        *("2026-01-09T18:07:23Z", "2026-01-09T18:07:23.1234567891Z", "1969-12-31Z"),
        *("00000000-0000-0000-0000-000000000000", "0" * 16, "ab" * 8, "\ud800", "é"),
        *({"type": "E", "message": "m", "frames": ["f"]}, {"exception": {"type": 1}}),
        {"exception": {"type": "E", "frames": ["f", 1], "cause": {"message": "c"}}},
    ]
    record = json.loads(line)
    for _ in range(choice.randrange(1, 4)):
        name = choice.choice(
            [*record, "other", "error.type", "details.x", "session.id"]
        )
        if choice.random() < 0.2:
            record.pop(name, None)
        else:
            record[name] = choice.choice(values)
    if choice.random() < 0.5:
        items = list(record.items())
        choice.shuffle(items)
        record = dict(items)
    space = choice.choice(["", " ", "\t "])
    text = json.dumps(record, separators=(f"{space},{space}", f"{space}:{space}"))
    return f"{choice.choice(['', ' '])}{text}".encode()
