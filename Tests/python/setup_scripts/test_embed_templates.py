"""The embedded templates are those of templates/, and a change to one is noticed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from setup_scripts.machine import ROOT

SCRIPT = "scripts/embed-templates.py"
EMBEDDED = "Sources/BuiltInTemplates/EmbeddedTemplates.swift"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the script of `folder`."""
    return subprocess.run(
        [sys.executable, folder / SCRIPT, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def copied(folder: Path) -> Path:
    """A copy of the templates, the script and what it wrote."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    for name in (SCRIPT, EMBEDDED):
        (folder / name).parent.mkdir(parents=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


def test_the_committed_file_is_up_to_date() -> None:
    done = run(ROOT, "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_change_is_noticed_and_taken_over(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    template = next((folder / "templates" / "docs").glob("*.mustache"))
    template.write_text(template.read_text() + '\\(x) """#\n')
    assert run(folder, "--check").returncode == 1
    assert run(folder).returncode == 0
    assert run(folder, "--check").returncode == 0
    assert '\\(x) """#\n' in (folder / EMBEDDED).read_text()


def test_what_cannot_be_embedded_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "templates" / "docs" / "latin.md").write_bytes(b"\xe9")
    done = run(folder)
    assert done.returncode == 1
    assert "templates/docs/latin.md: a template must be UTF-8" in done.stderr
