"""What the README tells teams to run: hooks, the workflow, lines for a shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from package_tools import ROOT, executable, run
from walkthrough import COPIED, GIT, blocks

README = (ROOT / "README.md").read_text(encoding="utf-8")
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)


def documents(key: str) -> Iterator[dict[str, Any]]:
    """The YAML blocks of the README that are whole documents with some key."""
    for block in blocks(README):
        if block.language == "yaml":
            document = yaml.safe_load(block.content)
            if isinstance(document, dict) and key in document:
                yield document


def workflow() -> list[str]:
    """The lines that the workflow runs."""
    (document,) = documents("jobs")
    steps = document["jobs"]["catalog"]["steps"]
    assert steps[0]["with"] == {"fetch-depth": 0}
    return [step["run"] for step in steps[1:]]


def shell_lines() -> list[str]:
    return [
        line
        for block in blocks(README)
        if block.language == "sh"
        for line in block.content.splitlines()
        if line.startswith("codebook check")
    ]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_run_commands_that_there_are(hook: dict[str, Any]) -> None:
    assert set(hook) == {
        "id",
        "name",
        "description",
        "entry",
        "language",
        "files",
        "pass_filenames",
    }
    assert hook["language"] == "system"
    assert hook["pass_filenames"] is False
    program, command, *options = hook["entry"].split()
    assert program == "codebook"
    page = run(executable(), command, "--help", cwd=ROOT)
    assert page.startswith(f"usage: codebook {command} ")
    assert set(options) <= set(re.findall(r"--[a-z-]+", page))


def test_hooks_run_where_the_catalog_is_touched() -> None:
    patterns = {hook["id"]: re.compile(hook["files"]) for hook in HOOKS}
    for name in ("catalog.yaml", "shop/catalog.yaml", "catalog.ledger.jsonl"):
        assert all(pattern.search(name) for pattern in patterns.values())
    assert patterns["codebook-check"].search("Generated/docs/index.md")
    for name in ("README.md", "mycatalog.yaml", "catalog.yaml.orig"):
        assert not any(pattern.search(name) for pattern in patterns.values())


def test_the_readme_names_the_hooks() -> None:
    (document,) = documents("repos")
    (repository,) = document["repos"]
    named = {hook["id"] for hook in repository["hooks"]}
    assert named == {hook["id"] for hook in HOOKS}


class Clone(NamedTuple):
    """A clone of a repository whose main branch has one release, on a branch."""

    folder: Path
    environment: dict[str, str]
    summary: Path

    def git(self, *arguments: str) -> None:
        subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, check=True
        )

    def bash(self, line: str) -> int:
        """The exit status of a line as GitHub Actions runs it."""
        return subprocess.run(
            ["bash", "-e", "-c", line],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            check=False,
        ).returncode


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "codebook").symlink_to(executable())
    summary = tmp_path / "summary.md"
    environment = (os.environ | GIT) | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_BASE_REF": "main",
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    origin = Clone(tmp_path / "origin", environment, summary)
    origin.folder.mkdir()
    for name in COPIED:
        shutil.copy(ROOT / name, origin.folder)
    shutil.copytree(ROOT / "Generated", origin.folder / "Generated")
    origin.git("init", "-q")
    origin.git("add", "-A")
    origin.git("commit", "-qm", "start")
    origin.git("tag", "v1.0.0")
    origin.git("clone", "-q", ".", "../clone")
    cloned = origin._replace(folder=tmp_path / "clone")
    cloned.git("checkout", "-qb", "change")
    return cloned


def test_a_clean_branch_passes(clone: Clone) -> None:
    assert [clone.bash(line) for line in workflow()] == [0, 0, 0]
    assert [clone.bash(line) for line in shell_lines()] == [0, 0, 0]
    assert "no findings" in clone.summary.read_text(encoding="utf-8")


def test_a_ledger_that_was_taken_back_does_not_pass(clone: Clone) -> None:
    ledger = clone.folder / "catalog.ledger.jsonl"
    ledger.unlink()
    assert clone.bash("codebook release 1.0.0 --today 2001-01-01") == 2
    (clone.folder / "Generated/docs/changelog.md").unlink()
    catalog = clone.folder / "catalog.yaml"
    text = catalog.read_text(encoding="utf-8")
    # What is accepted is news to the ledger that is gone.
    plain = re.sub(r"^  accepted:\n(    .*\n)+", "", text, flags=re.MULTILINE)
    catalog.write_text(plain, encoding="utf-8")
    # The same entries, published anew: by itself it is a sound ledger.
    assert clone.bash("codebook release 1.0.0 --today 2001-01-01") == 0
    clone.git("commit", "-qam", "other")
    alone, *others = shell_lines()
    assert clone.bash(alone) == 0
    assert [clone.bash(line) for line in others] == [1, 1]
    assert [clone.bash(line) for line in workflow()[:2]] == [1, 1]


def test_the_summary_shows_a_change(clone: Clone) -> None:
    catalog = clone.folder / "catalog.yaml"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace("was interrupted", "was lost"), encoding="utf-8")
    assert clone.bash(workflow()[2]) == 0
    assert "`user-message-changed`" in clone.summary.read_text(encoding="utf-8")
