"""Both engines redact random texts alike (docs/redaction.md)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from package_tools import ROOT, SHIPPED
from redaction.random_texts import RandomTexts
from redaction.replay import Answer, Request, answers
from redaction.shipped import rules

TEXTS = int(os.environ.get("CODEBOOK_RANDOM_TEXTS", "100000"))
"""How many are compared; more in longer runs."""

_SEED = int(os.environ.get("CODEBOOK_RANDOM_SEED", "20260109"))
_BATCH = 5_000
_TESTS = Path(__file__).parent.parent
_PYTHON: list[str | Path] = [sys.executable, "-m", "redaction.replay"]
_PIECE_LENGTHS = (1, 0, 0, 2, 0, 0, 3, 0, 0, 7, 0, 0, 20, 0, 0, 64)
_PROCESSES = os.cpu_count() or 1


@pytest.fixture(scope="module")
def swift() -> list[str | Path]:
    """The command that redacts in Swift."""
    executable = ROOT / ".build/debug/RedactionReplay"
    if not executable.exists():
        pytest.skip(f"{executable} has not been built")
    return [executable, SHIPPED.catalog]


def batches() -> Iterator[list[Request]]:
    """Requests, some at a time."""
    texts = RandomTexts(_SEED, list(rules()))
    for first in range(0, TEXTS, _BATCH):
        yield [
            Request(*texts.next(), _PIECE_LENGTHS[place % len(_PIECE_LENGTHS)])
            for place in range(first, min(first + _BATCH, TEXTS))
        ]


def replayed(command: list[str | Path], requests: list[Request]) -> list[Answer]:
    """What an engine makes of each text."""
    done = subprocess.run(
        command,
        input=b"".join(request.encoded() for request in requests),
        env={**os.environ, "PYTHONPATH": f"{SHIPPED.python}:{_TESTS}"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = answers(done.stdout)
    assert len(found) == len(requests)
    return found


def fault(request: Request, python: Answer, swift: Answer) -> str | None:
    """What is wrong with a pair of answers."""
    for name in Answer._fields:
        if getattr(python, name) != getattr(swift, name):
            return f"the engines' {name} differ"
    if python.pieces != python.text:
        return "it makes a difference in which pieces the text comes"
    if python.again != python.text:
        return "a second pass changes what the first left"
    if is_json(request.text) and not is_json(python.text):
        return "what was JSON is none any more"
    return None


def is_json(text: bytes) -> bool:
    """Whether a text is an object or array of JSON."""
    if not text.startswith((b"{", b"[")):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _by_python(requests: list[Request]) -> list[Answer]:
    return replayed(_PYTHON, requests)


class Engines:
    """Both engines, side by side."""

    def __init__(self, swift: list[str | Path]) -> None:
        """Runs Swift by a command."""
        self._swift = swift

    def both(self, requests: list[Request]) -> list[tuple[Answer, Answer]]:
        """What Python and Swift make of each text."""
        shares = [requests[first::_PROCESSES] for first in range(_PROCESSES)]
        python: list[Answer] = [Answer(b"", b"", b"", b"")] * len(requests)
        with ThreadPoolExecutor(_PROCESSES + 1) as pool:
            swift = pool.submit(replayed, self._swift, requests)
            for first, share in enumerate(pool.map(_by_python, shares)):
                python[first::_PROCESSES] = share
        return list(zip(python, swift.result(), strict=True))

    def ahead(
        self, batches: Iterable[list[Request]]
    ) -> Iterator[tuple[list[Request], list[tuple[Answer, Answer]]]]:
        """What they make of batches; the next one is made while they work."""
        with ThreadPoolExecutor(1) as pool:
            running: tuple[list[Request], Future[list[tuple[Answer, Answer]]]] | None
            running = None
            for requests in batches:
                started = requests, pool.submit(self.both, requests)
                if running is not None:
                    yield running[0], running[1].result()
                running = started
            if running is not None:
                yield running[0], running[1].result()

    def shrunk(self, request: Request, wrong: str) -> Request:
        """The shortest text found that has the same fault."""
        step = max(1, len(request.text) // 2)
        while step > 0:
            text = request.text
            shorter = [
                request._replace(text=text[:place] + text[place + step :])
                for place in range(0, len(text), step)
            ]
            if request.key:
                shorter.append(request._replace(key=""))
            pairs = zip(shorter, self.both(shorter), strict=True)
            first = next(
                (one for one, pair in pairs if fault(one, *pair) == wrong), None
            )
            if first is None:
                step //= 2
            else:
                request = first
                step = min(step, max(1, len(request.text) // 2))
        return request


def test_both_engines_redact_alike(swift: list[str | Path]) -> None:
    engines = Engines(swift)
    compared = 0
    for requests, pairs in engines.ahead(batches()):
        for request, pair in zip(requests, pairs, strict=True):
            wrong = fault(request, *pair)
            if wrong is not None:
                pytest.fail(report(engines, request, wrong))
            compared += 1
    assert compared == TEXTS


def report(engines: Engines, request: Request, wrong: str) -> str:
    """A fault with the shortest text that shows it."""
    short = engines.shrunk(request, wrong)
    python, swift = engines.both([short])[0]
    lines = [wrong, repr(short), f"made of {request!r}"]
    for name, one, other in zip(Answer._fields, python, swift, strict=True):
        lines.append(f"{name}\n  Python: {one!r}\n  Swift:  {other!r}")
    return "\n".join(lines)
