"""Two finders of secrets, made to redact: what they find is taken out.

Kingfisher scans a folder in one process; detect-secrets is called in this process, as
its own command line does for each file. Both run with all their rules and without
asking any service whether a secret is alive.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detect_secrets import SecretsCollection
from detect_secrets.settings import default_settings
from tools import timed

LABEL = "[redacted:found]"


def written(texts: list[str], folder: Path) -> list[Path]:
    """Each text as a file of its own."""
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number // 1000}" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        paths.append(path)
    return paths


class Kingfisher:
    """MongoDB's scanner, with Hyperscan's fork beneath."""

    name = "kingfisher 2.14.0"
    fast = True

    @staticmethod
    def command(path: Path, *more: str) -> list[str]:
        program = Path(sys.executable).parent / "kingfisher"
        options = ["--no-validate", "--no-update-check", "--git-history", "none"]
        return [str(program), "scan", str(path), *options, "-j", "1", *more]

    def redact(self, texts: list[str]) -> list[str]:
        with tempfile.TemporaryDirectory() as name:
            written(texts, Path(name))
            options = ["--format", "jsonl", "--no-dedup", "--confidence", "low"]
            done = subprocess.run(
                self.command(Path(name), *options), capture_output=True, check=False
            )
        result = list(texts)
        for finding in self.findings(done.stdout.decode()):
            number = int(Path(finding["path"]).stem)
            result[number] = self.without(result[number], texts[number], finding)
        return result

    @staticmethod
    def findings(output: str) -> Iterator[dict[str, Any]]:
        for line in output.splitlines():
            row = json.loads(line) if line.startswith("{") else {}
            if "finding" in row:
                yield row["finding"]

    @staticmethod
    def without(text: str, original: str, finding: dict[str, Any]) -> str:
        """Without the find; one in decoded base64 takes the place that is told."""
        snippet = finding["snippet"]
        if snippet in text:
            return text.replace(snippet, LABEL)
        lines = original.split("\n")
        line = lines[min(finding["line"], len(lines)) - 1]
        place = line[max(finding["column_start"] - 1, 0) : finding["column_end"]]
        return text.replace(place, LABEL) if place else text

    def seconds(self, path: Path) -> float:
        with tempfile.TemporaryDirectory() as nothing:
            start = timed(self.command(Path(nothing)))
        return timed(self.command(path)) - start


class DetectSecrets:
    """Yelp's scanner of source trees."""

    name = "detect-secrets 1.5.0"
    fast = False

    def redact(self, texts: list[str]) -> list[str]:
        with tempfile.TemporaryDirectory() as name, default_settings():
            paths = written(texts, Path(name))
            return [
                self.without(text, path)
                for text, path in zip(texts, paths, strict=True)
            ]

    @staticmethod
    def without(text: str, path: Path) -> str:
        secrets = SecretsCollection()
        secrets.scan_file(str(path))
        for _, secret in secrets:
            if secret.secret_value:
                text = text.replace(secret.secret_value, LABEL)
        return text

    def seconds(self, path: Path) -> float:
        with default_settings():
            start = time.perf_counter()
            SecretsCollection().scan_file(str(path))
            return time.perf_counter() - start
