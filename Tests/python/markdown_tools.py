"""Markdown as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)


def inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or []


def shown(token: Token) -> str:
    """The text of an inline token, as a reader sees it."""
    texts = {"text", "code_inline", "text_special"}
    parts = [
        t.content if t.type in texts else "\n" if t.content == "<br>" else ""
        for t in token.children or []
    ]
    return "".join(parts)


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(markdown: str) -> list[str]:
    tokens = parsed(markdown)
    headings = [
        slug(shown(tokens[place + 1]))
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    return headings + re.findall(r'<a id="([^"]+)">', markdown)


def tables(markdown: str) -> list[list[list[str]]]:
    """Each table as its rows of cells, as a reader sees them."""
    found: list[list[list[str]]] = []
    tokens = parsed(markdown)
    for place, token in enumerate(tokens):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in {"th_open", "td_open"}:
            found[-1][-1].append(shown(tokens[place + 1]))
    return found
