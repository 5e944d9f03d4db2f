"""What is embedded is what its sources have, and a change is noticed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from setup_scripts.machine import ROOT

SCRIPT = "scripts/embed-templates.py"
EMBEDDED = "Sources/BuiltInTemplates/EmbeddedTemplates.swift"
RULES = "Sources/CodebookCore/Model/Redaction/EmbeddedStandardRules.swift"
PAGE = "Sources/BundleReport/Page"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the script of `folder`."""
    return subprocess.run(
        [sys.executable, folder / SCRIPT, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def copied(folder: Path) -> Path:
    """A copy of the templates, the rules, the page, the script and what it wrote."""
    for name in ("templates", "redaction", PAGE):
        shutil.copytree(ROOT / name, folder / name)
    for name in (SCRIPT, EMBEDDED, RULES):
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


def test_a_change_of_the_rules_is_noticed_and_taken_over(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    rules = folder / "redaction/standard.yaml"
    rules.write_text(rules.read_text() + '# \\(x) """#\n')
    assert run(folder, "--check").returncode == 1
    assert run(folder).returncode == 0
    assert run(folder, "--check").returncode == 0
    assert '# \\(x) """#\n' in (folder / RULES).read_text()


def test_what_cannot_be_embedded_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "templates" / "docs" / "latin.md").write_bytes(b"\xe9")
    done = run(folder)
    assert done.returncode == 1
    assert "templates/docs/latin.md: it must be UTF-8" in done.stderr


def policy(folder: Path) -> str:
    """What the embedded page may run and load."""
    text = (folder / PAGE / "EmbeddedPage.swift").read_text()
    return text.split('Content-Security-Policy" content="')[1].split('"')[0]


@pytest.mark.parametrize("name", ["script/main.js", "style/base.css", "page.html"])
def test_a_change_of_the_page_is_noticed_and_taken_over(
    tmp_path: Path, name: str
) -> None:
    folder = copied(tmp_path)
    part = folder / PAGE / name
    before = policy(folder)
    part.write_text(part.read_text() + "\n/* more of it */\n")
    assert run(folder, "--check").returncode == 1
    assert run(folder).returncode == 0
    assert run(folder, "--check").returncode == 0
    assert "/* more of it */" in (folder / PAGE / "EmbeddedPage.swift").read_text()
    # The policy names what the elements hold.
    assert (policy(folder) != before) == (name != "page.html")


def test_the_page_has_all_files_of_its_folder() -> None:
    page = (ROOT / PAGE / "page.html").read_text()
    files = [*(ROOT / PAGE).glob("script/*"), *(ROOT / PAGE).glob("style/*")]
    for file in files:
        assert page.count(f'"{file.parent.name}/{file.name}"') == 1


def test_a_script_that_ends_its_element_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    script = folder / PAGE / "script/main.js"
    script.write_text(script.read_text() + "// </SCRIPT>\n")
    done = run(folder)
    assert done.returncode == 1
    assert "page.html: its script must not end its own element" in done.stderr
