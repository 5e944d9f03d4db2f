"""The pages lead somewhere, hold their tables, and say what the specification says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from markdown_tools import anchors, inline, parsed, tables
from package_tools import SHIPPED, Output

PAGES = [
    "bundle.md",
    "changelog.md",
    "errors.md",
    "events.md",
    "index.md",
    "log-format.md",
    "matrix.md",
    "redaction.md",
    "runbook.md",
]

# What pages say in HTML; anything else came out of a text of the catalog.
OWN_HTML = re.compile(r'<a id="[A-Za-z0-9._-]+">|</a>|<br>|</?code>')

# Characters that hide, or turn the direction of others.
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069]")

SPECIFICATION = (Path(__file__).parent / "specification_tables.md").read_text(
    encoding="utf-8"
)


def pages(output: Output) -> dict[Path, str]:
    folder = output.folder / "docs"
    return {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def cells(row: str) -> list[str]:
    """A row's source, divided as GitHub does: at every pipe without a backslash."""
    inner = row.strip().removeprefix("|")
    return re.split(r"(?<!\\)\|", inner)[:-1]


def source_tables(markdown: str) -> list[list[str]]:
    """The source of each table's lines; code blocks have none."""
    found: list[list[str]] = []
    previous = ""
    fence = ""
    for line in markdown.splitlines():
        if fence:
            fence = "" if line == fence else fence
        elif line.startswith("```"):
            fence = line
        elif line.startswith("|"):
            if not previous.startswith("|"):
                found.append([])
            found[-1].append(line)
        previous = line
    return found


def test_there_is_a_page_for_everything(output: Output) -> None:
    catalog = json.loads(output.catalog.read_text(encoding="utf-8"))
    codes = [f"errors/{error['code']}.md" for error in catalog["errors"]]
    folder = output.folder / "docs"
    names = [path.relative_to(folder).as_posix() for path in pages(output)]
    assert sorted(names) == sorted(PAGES + codes)


def test_every_link_leads_somewhere(output: Output) -> None:
    texts = pages(output)
    known = {path.resolve(): set(anchors(text)) for path, text in texts.items()}
    broken = []
    for path, text in texts.items():
        for token in inline(parsed(text)):
            if token.type != "link_open":
                continue
            target, _, anchor = str(token.attrs["href"]).partition("#")
            page = (path.parent / target).resolve() if target else path.resolve()
            if page not in known or (anchor and anchor not in known[page]):
                broken.append((path.name, token.attrs["href"]))
    assert broken == []


def test_the_index_links_to_every_page_but_those_of_codes(output: Output) -> None:
    text = (output.folder / "docs/index.md").read_text(encoding="utf-8")
    links = [token.attrs["href"] for token in inline(parsed(text)) if token.attrs]
    assert sorted(map(str, links)) == [page for page in PAGES if page != "index.md"]


def test_every_page_is_reached_from_the_index(output: Output) -> None:
    folder = (output.folder / "docs").resolve()
    reached: set[Path] = set()
    waiting = [folder / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for token in inline(parsed(page.read_text(encoding="utf-8"))):
            if token.type == "link_open":
                target = str(token.attrs["href"]).partition("#")[0]
                waiting += [(page.parent / target).resolve()] if target else []
    assert reached == {path.resolve() for path in pages(output)}


def test_every_anchor_is_the_only_one_of_its_name(output: Output) -> None:
    for path, text in pages(output).items():
        found = anchors(text)
        # Files of a bundle may share a slug, and nothing links to them.
        if path.name != "bundle.md":
            assert len(found) == len(set(found)), path


def test_every_row_has_the_columns_of_its_header(output: Output) -> None:
    for path, text in pages(output).items():
        found = source_tables(text)
        for table in found:
            assert len({len(cells(row)) for row in table}) == 1, (path, table)
        # None is missed by the reader: what looks like a table is one, row by row.
        assert [len(table) - 1 for table in found] == [
            len(table) for table in tables(text)
        ], path


def test_every_heading_has_something_below(output: Output) -> None:
    for path, text in pages(output).items():
        tokens = [token for token in parsed(text) if token.level == 0]
        for place, token in enumerate(tokens):
            if token.type != "heading_close":
                continue
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            assert after is not None, path
            if after.type == "heading_open":
                opening = next(t for t in tokens[place::-1] if t.type == "heading_open")
                assert int(after.tag[1]) > int(opening.tag[1]), (path, opening.map)


def test_no_text_of_the_catalog_becomes_markup(output: Output) -> None:
    for path, text in pages(output).items():
        tokens = parsed(text)
        comments = [token.content for token in tokens if token.type == "html_block"]
        assert len(comments) == 1, path
        assert re.fullmatch(
            r"<!-- Generated by codebook from the catalog, version [\d.]+; "
            r"do not edit\. To make it again: codebook generate -->\n",
            comments[0],
        ), path
        for token in inline(tokens):
            assert token.type not in {"image", "em_open", "s_open"}, (path, token)
            if token.type == "html_inline":
                assert OWN_HTML.fullmatch(token.content), (path, token.content)
        assert HIDDEN.search(text) is None, path


def test_pages_end_with_one_line_break(output: Output) -> None:
    for path, text in pages(output).items():
        assert re.search(r"[^\n]\n\Z", text), path
        assert "\n\n\n" not in re.sub(r"(?s)^`{3,}.*?^`{3,}", "", text), path
        assert re.search(r"[ \t]$", text, flags=re.MULTILINE) is None, path


@pytest.mark.parametrize(
    "row",
    [row for table in tables(SPECIFICATION) for row in table],
    ids=lambda row: str(row[0]),
)
def test_the_tables_of_the_specification_stand_word_for_word(row: list[str]) -> None:
    rows = [
        found[: len(row)]
        for text in pages(SHIPPED).values()
        for table in tables(text)
        for found in table
    ]
    assert row in rows


def test_the_specification_has_all_of_its_rows() -> None:
    assert [len(table) for table in tables(SPECIFICATION)] == [15, 11, 9]


def test_examples_stand_as_they_are(output: Output) -> None:
    examples = json.loads(output.catalog.read_text(encoding="utf-8")).get(
        "examples", []
    )
    text = (output.folder / "docs/log-format.md").read_text(encoding="utf-8")
    blocks = [token.content for token in parsed(text) if token.type == "fence"]

    def visible(example: str) -> str:
        return re.sub(
            "[\u2028\u202e]", lambda match: f"<U+{ord(match[0]):04X}>", example
        )

    assert blocks == [visible(example) + "\n" for example in examples]


@pytest.mark.parametrize("catalog", ["hostile"], indirect=True)
def test_cells_show_the_texts_of_the_catalog(catalog: Output) -> None:
    scenarios = json.loads(catalog.catalog.read_text(encoding="utf-8"))["matrix"]
    ((_, *rows),) = tables((catalog.folder / "docs/matrix.md").read_text("utf-8"))
    shown_rows = {row[0]: row[1:5] for row in rows}
    assert shown_rows["XX-1"][2] == "<br> \n\n| x |\n\n </table>"
    assert shown_rows["XX-02"][1] == (
        "http://example.com www.example.com a@b.cd :smile: $x$"
    )
    assert shown_rows["XX-02"][2] == "<U+202E> <U+2028> <U+0085> \t <U+0001>"
    for scenario in scenarios:
        # Pairs of single backticks are the writer's own code spans.
        expected = scenario["scenario"].replace("`e`", "e")
        assert shown_rows[scenario["id"]][0] == expected
