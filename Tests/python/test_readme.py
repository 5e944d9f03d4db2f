"""The pages written by hand: their examples run as shown, and their links lead on."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from kept_logs import keep
from markdown_tools import anchors, inline, parsed, tables
from package_tools import ROOT, executable, run
from walkthrough import Block, Walkthrough, agrees, blocks, steps

# Its programs log with the shipped catalog; other pages log with others, or wrongly.
LOGGING = ("resilience.md",)
GUIDES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PAGES = sorted(
    {
        *GUIDES,
        *ROOT.glob("*.md"),
        *ROOT.glob("*/README.md"),
        *ROOT.glob("*/*/README.md"),
    }
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# Programs that examples run and that are not everywhere; CI has all of them.
TOOLS = ("parallel", "swiftc")


def missing_tools(page: list[Block]) -> list[str]:
    consoles = [block.content for block in page if block.language == "console"]
    return [
        tool
        for tool in TOOLS
        if shutil.which(tool) is None and any(f"{tool} " in text for text in consoles)
    ]


@pytest.mark.parametrize("page", GUIDES, ids=named)
def test_examples_do_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    found = list(blocks(text(page)))
    if missing := missing_tools(found):
        pytest.skip(f"there is no {missing[0]} here")
    reader = Walkthrough(executable(), tmp_path)
    for block in found:
        reader.follow(block)
    if page.name in LOGGING:
        for log in tmp_path.rglob("*.log.jsonl"):
            keep(f"guide-{log.parent.name}-{log.stem}", [log.read_bytes()])


def test_the_readme_begins_with_the_job_done() -> None:
    first, *_ = blocks(text(ROOT / "README.md"))
    assert [step.command.split()[0] for step in steps(first.content)] == [
        "perl",
        "codebook",
        "codebook",
        "codebook",
        "git",
        "codebook",
    ]
    assert first.line + first.content.count("\n") < 45


@pytest.mark.parametrize(
    ("shown", "printed", "agreed"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("a\n", "a\nb\n", False),
        ("…\nb\n", "a\na\nb\n", True),
        ("a\n…\n", "a\n", True),
        ("a\n…\nc\n", "a\nb\n", False),
        ("", "a\n", False),
        ("a.c\n", "abc\n", False),
        ("1.0.0+…\n", "1.0.0+0123456789ab\n", True),
        ("1.0.0+…\n", "1.0.0+0123\n", False),
    ],
)
def test_outputs_are_compared_line_by_line(
    shown: str, printed: str, agreed: bool
) -> None:
    assert agrees(shown, printed) == agreed


def test_every_directive_before_a_block_is_followed(tmp_path: Path) -> None:
    page = """
<!-- in: empty folder -->
<!-- file: former.txt -->
```
a
```

<!-- in: empty folder -->

<!-- file: a.txt -->
```
b
```

```console
$ ls
a.txt
```
"""
    reader = Walkthrough(executable(), tmp_path)
    for block in blocks(page):
        reader.follow(block)


def shell_problem(line: str, makefile: str, integration: str) -> str | None:
    """Why a line of a shell block is not to be trusted; `None` where it is."""
    match shlex.split(line):
        case ["make", *targets]:
            missing = [
                target
                for target in targets
                if "=" not in target and f"\n{target}: " not in makefile
            ]
            return f"no targets {missing}" if missing else None
        case ["swift", "package" | "run", *_]:
            return None if line in integration else "no test runs it"
        case ["pip", "install", folder]:
            return None if (ROOT / folder / "pyproject.toml").exists() else "no project"
        case ["lnav", "-i", path]:
            return None if (ROOT / path).exists() else "no such file"
        case ["codebook", *_]:
            return None  # its options have a test
    return "nothing knows this command"


@pytest.mark.parametrize("page", GUIDES, ids=named)
def test_shell_lines_that_are_not_run_are_known(page: Path) -> None:
    makefile = text(ROOT / "Makefile")
    integration = text(ROOT / "Tests/Integration/run.sh")
    problems = {
        line: problem
        for block in blocks(text(page))
        if block.language == "sh"
        for line in block.content.splitlines()
        if (problem := shell_problem(line, makefile, integration))
    }
    assert problems == {}


def command_lines(markdown: str) -> Iterator[str]:
    """Every `codebook …` of a page, in blocks and in its text."""
    pieces = [block.content for block in blocks(markdown)]
    pieces += [t.content for t in inline(parsed(markdown)) if t.type == "code_inline"]
    for piece in pieces:
        yield from re.findall(r"(?m)(?:^|^\$ |run: |&& )codebook ([a-z].*)$", piece)


@pytest.mark.parametrize("page", GUIDES, ids=named)
def test_commands_and_options_are_those_of_the_executable(page: Path) -> None:
    codebook = executable()
    listed = commands(codebook)
    for line in command_lines(text(page)):
        name = line.replace(";", " ").split()[0]
        if name == "help":
            continue
        assert name in listed, line
        # Options of a command inside `$(…)` are another's.
        own = re.sub(r"\$\([^)]*\)", "", line)
        options = set(re.findall(r"(?<=\s)--[a-z-]+", own))
        help_page = run(codebook, name, "--help", cwd=ROOT)
        if "Commands:\n" in help_page:
            help_page = run(codebook, *line.split()[:2], "--help", cwd=ROOT)
        assert options <= set(re.findall(r"--[a-z-]+", help_page)), line


def commands(codebook: Path) -> list[str]:
    page = run(codebook, "--help", cwd=ROOT)
    listing = page.partition("Commands:\n")[2].partition("\n\n")[0]
    return re.findall(r"(?m)^  ([a-z]+) ", listing)


def test_the_table_of_commands_is_complete() -> None:
    (table,) = (x for x in tables(text(ROOT / "README.md")) if x[0][0] == "Command")
    # A command that has others below it has a row for each of these.
    shown = [row[0].split()[1] for row in table[1:]]
    assert list(dict.fromkeys(shown)) == commands(executable())


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for token in inline(parsed(text(page))):
        href = str(token.attrs.get("href", ""))
        if not href or href.startswith(("https://", "http://")):
            continue
        target, _, anchor = href.partition("#")
        path = page.parent / target if target else page
        if not path.exists() or (anchor and anchor not in anchors(text(path))):
            broken.append(href)
    assert broken == []


def test_every_guide_is_reached_from_the_readme() -> None:
    links = {
        str(token.attrs["href"]).partition("#")[0]
        for token in inline(parsed(text(ROOT / "README.md")))
        if token.type == "link_open"
    }
    assert {named(page) for page in GUIDES[1:]} <= links
