"""Pages whose examples are run: what they show is what happens.

HTML comments before a block say what the block is, and where it is followed:

- `<!-- in: repository -->`: a new folder with the catalog and its output, committed
- `<!-- in: empty folder -->`: a new folder
- `<!-- file: NAME -->`: the block is that file
- `<!-- add: NAME below LINE -->`: the block goes into that file, below that line
- `<!-- take: NAME -->`: the block is taken out of that file
- `<!-- from: PATH -->`: the block is quoted from that file of the repository

In a `console` block, lines that begin with `$ ` are commands and what follows them is
their output; a line `…` stands for any number of lines, and `+…` for the digest of a
release, which depends on the day.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_tools import parsed
from package_tools import ROOT

DIRECTIVE = re.compile(r"<!-- (in|file|add|take|from): (.+?) -->")
COPIED = ("catalog.yaml", "catalog.ledger.jsonl", ".gitattributes")
# What readers have told git long ago.
GIT = {
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "init.defaultBranch",
    "GIT_CONFIG_VALUE_0": "main",
}


class Block(NamedTuple):
    """A fenced block, with the directives before it, each with its argument."""

    directives: list[tuple[str, str]]
    language: str
    content: str
    line: int


class Step(NamedTuple):
    """A command and what the page says it prints."""

    command: str
    output: str


def blocks(markdown: str) -> Iterator[Block]:
    """Every fenced block of a page."""
    directives: list[tuple[str, str]] = []
    for token in parsed(markdown):
        if token.type == "html_block":
            directives += DIRECTIVE.findall(token.content)
        elif token.type == "fence":
            line = token.map[0] + 1 if token.map else 0
            yield Block(directives, token.info, token.content, line)
            directives = []


def steps(console: str) -> list[Step]:
    """The commands of a console block with their outputs."""
    parts = re.split(r"(?m)^\$ (.*)\n", console)
    assert parts[0] == "", f"output before the first command: {parts[0]}"
    return [Step(*pair) for pair in zip(parts[1::2], parts[2::2], strict=True)]


def agrees(shown: str, printed: str) -> bool:
    """Whether a command printed what a page shows."""
    lines = shown.splitlines(keepends=True)
    pattern = "".join("(?:.*\n)*" if x == "…\n" else re.escape(x) for x in lines)
    pattern = pattern.replace(re.escape("+…"), r"\+[0-9a-f]{12}")
    return re.fullmatch(pattern, printed) is not None


class Walkthrough:
    """A reader who does what a page says, in temporary folders."""

    def __init__(self, codebook: Path, temporary: Path) -> None:
        self._temporary = temporary
        self._folder = temporary
        self._count = 0
        tools = temporary / "bin"
        tools.mkdir()
        (tools / "codebook").symlink_to(codebook)
        (tools / "python3").symlink_to(sys.executable)
        foreign = ("PYTHON", "PYTEST")
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
        self._environment = (inherited | GIT) | {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1",
        }

    def follow(self, block: Block) -> None:
        """Does what a block says, and sees that it is as shown."""
        for directive, argument in block.directives:
            self._obey(directive, argument, block)
        if block.language == "console":
            for step in steps(block.content):
                self._take(step, block.line)

    def _obey(self, directive: str, argument: str, block: Block) -> None:
        match directive:
            case "in":
                self._enter(argument)
            case "file":
                self._write(argument, block.content)
            case "add":
                self._insert(argument, block.content)
            case "take":
                self._remove(argument, block.content)
            case "from":
                source = (ROOT / argument).read_text(encoding="utf-8")
                assert block.content in source, f"line {block.line}: not in the file"

    def _enter(self, place: str) -> None:
        self._count += 1
        self._folder = self._temporary / str(self._count)
        self._folder.mkdir()
        if place == "repository":
            for name in COPIED:
                shutil.copy(ROOT / name, self._folder)
            shutil.copytree(ROOT / "Generated", self._folder / "Generated")
            for line in ("init -q", "add -A", "commit -qm start"):
                self._take(Step(f"git {line}", ""), 0)
        else:
            assert place == "empty folder", f"there is no place called {place}"

    def _write(self, name: str, content: str) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def _insert(self, argument: str, content: str) -> None:
        name, _, line = argument.partition(" below ")
        text = (self._folder / name).read_text(encoding="utf-8")
        assert text.count(f"\n{line}\n") == 1, f"{name} has no single line {line}"
        self._write(name, text.replace(f"\n{line}\n", f"\n{line}\n{content}"))

    def _remove(self, name: str, content: str) -> None:
        text = (self._folder / name).read_text(encoding="utf-8")
        assert text.count(f"\n{content}") == 1, f"{name} has no single\n{content}"
        self._write(name, text.replace(f"\n{content}", "\n"))

    def _take(self, step: Step, line: int) -> None:
        where = self._temporary / "where"
        done = subprocess.run(
            ["bash", "-c", f'{step.command}\npwd > "{where}"'],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self._folder = Path(where.read_text(encoding="utf-8").rstrip("\n"))
        assert agrees(step.output, done.stdout), (
            f"block at line {line}\n$ {step.command}\n{done.stdout}"
            f"--- but the page shows ---\n{step.output}"
        )
