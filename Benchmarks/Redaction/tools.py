"""The tools that are compared: texts in, texts out, and how fast."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Protocol

FOUND = 200
"""Kingfisher's status where it found something."""

ROOT = Path(__file__).resolve().parents[2]


class Tool(Protocol):
    """Something that takes secrets out of texts."""

    name: str
    fast: bool
    """Whether it is timed with many megabytes."""

    def redact(self, texts: list[str]) -> list[str]:
        """The texts without what it found."""
        ...

    def seconds(self, path: Path) -> float:
        """How long it takes for a file, without its own start."""
        ...


def executable() -> str:
    """The release executable, which `Benchmarks/run.sh` tells."""
    return os.environ.get("CODEBOOK", str(ROOT / ".build" / "release" / "codebook"))


def timed(command: list[str]) -> float:
    """Seconds of a process whose output goes nowhere."""
    start = time.perf_counter()
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    if done.returncode not in (0, FOUND):
        sys.exit(f"{command} ended with {done.returncode}: {done.stderr.decode()}")
    return time.perf_counter() - start


class Swift:
    """`codebook redact`: all texts in one file, with lines between them that stay."""

    name = "Codebook, Swift"
    fast = True

    def redact(self, texts: list[str]) -> list[str]:
        parts = [f"{text}\n\n<<<text {n}>>>\n" for n, text in enumerate(texts)]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "texts"
            path.write_bytes("".join(parts).encode("utf-8", "surrogateescape"))
            done = subprocess.run(
                [executable(), "redact", str(path)], capture_output=True, check=True
            )
        return self.split(done.stdout.decode("utf-8", "surrogateescape"), len(texts))

    @staticmethod
    def split(text: str, count: int) -> list[str]:
        """The texts between the lines."""
        found, at = [], 0
        for n in range(count):
            line = f"\n\n<<<text {n}>>>\n"
            end = text.index(line, at)
            found.append(text[at:end])
            at = end + len(line)
        return found

    def seconds(self, path: Path) -> float:
        with tempfile.NamedTemporaryFile() as nothing:
            start = timed([executable(), "redact", nothing.name])
        return timed([executable(), "redact", str(path)]) - start


class Python:
    """The generated package, in this process."""

    name = "Codebook, Python"
    fast = False

    def __init__(self) -> None:
        sys.path.insert(0, str(ROOT / "Generated" / "python"))
        package = "predictiontrader_catalog"
        engine = importlib.import_module(f"{package}._runtime.redaction")
        rules = importlib.import_module(f"{package}.redaction_rules")
        self.redactor = engine.Redactor.from_json(rules.RULES)
        self.stream = engine.StreamRedactor

    def redact(self, texts: list[str]) -> list[str]:
        return [self.redactor.redacted(text) for text in texts]

    def seconds(self, path: Path) -> float:
        data = path.read_bytes()
        start = time.perf_counter()
        stream = self.stream(self.redactor)
        stream.feed(data)
        stream.finish()
        return time.perf_counter() - start
