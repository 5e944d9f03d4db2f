#!/usr/bin/env python3
"""Writes what travels inside the executable into Swift files: every template into one,
the redaction rules that Codebook ships into another, and the page that shows a bundle
into a third.

Usage: scripts/embed-templates.py [--check]

The files are committed, so that `swift build` works by itself, in this package and in
those that use its plugins; tests hold them against what they are made from. They are
written only where they differ. --check writes nothing, and exits with 1 where it would.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
OUTPUT = ROOT / "Sources" / "BuiltInTemplates" / "EmbeddedTemplates.swift"
RULES = ROOT / "redaction" / "standard.yaml"
RULES_OUTPUT = ROOT / "Sources/CodebookCore/Model/Redaction/EmbeddedStandardRules.swift"
PAGE = ROOT / "Sources/BundleReport/Page/page.html"
PAGE_OUTPUT = ROOT / "Sources/BundleReport/Page/EmbeddedPage.swift"

HEAD = """\
// Made from templates/ by scripts/embed-templates.py; do not edit.
// To make it again: make build
// swift-format-ignore-file

extension BuiltInTemplates {
  static let embedded: [(path: String, text: String)] = [
"""
TAIL = """\
  ]
}
"""

RULES_HEAD = """\
// Made from redaction/standard.yaml by scripts/embed-templates.py; do not edit.
// To make it again: make build
// swift-format-ignore-file

extension StandardRules {
  static let embeddedText =
"""

PAGE_HEAD = """\
// Made from page.html, style/ and script/ by scripts/embed-templates.py; do not edit.
// To make it again: make build
// swift-format-ignore-file

extension BundlePage {
"""


def literal(text: str) -> str:
    """A raw multi-line literal, with more number signs than the text has."""
    signs = "#"
    while f'"""{signs}' in text or f"\\{signs}" in text:
        signs += "#"
    return f'{signs}"""\n{text}\n"""{signs}'


def templates() -> list[Path]:
    """Every file below the folders of targets, sorted by path."""
    return sorted(
        (
            path
            for path in TEMPLATES.glob("*/**/*")
            if path.is_file()
            and not any(
                part.startswith(".") or part == "__pycache__" for part in path.parts
            )
        ),
        key=lambda path: path.relative_to(TEMPLATES).as_posix().encode(),
    )


def content(path: Path) -> str:
    """The text of a file.

    Raises SystemExit where it is not UTF-8 with LF line ends.
    """
    name = path.relative_to(ROOT).as_posix()
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        sys.exit(f"error: {name}: it must be UTF-8: {error}")
    if "\r" in text:
        sys.exit(f"error: {name}: it must have LF line ends")
    return text


def embedded_templates() -> str:
    """The Swift file of the templates."""
    entries = []
    for path in templates():
        name = literal(path.relative_to(TEMPLATES).as_posix())
        entries.append(f"    (\n{name},\n{literal(content(path))}\n    ),\n")
    return HEAD + "".join(entries) + TAIL


def embedded_rules() -> str:
    """The Swift file of the shipped redaction rules."""
    return f"{RULES_HEAD}{literal(content(RULES))}\n}}\n"


def taken_in(page: str, reference: str, element: str, joined: str) -> tuple[str, str]:
    """A page with the files that it names in one element, and that element's text.

    `reference` finds the lines that name files; the element stands where the first of
    them stood.
    """
    names = re.findall(reference, page)
    texts = [content(PAGE.parent / name) for name in names]
    text = joined.replace("FILES", "\n".join(texts))
    if f"</{element}" in text.lower():
        sys.exit(f"error: {PAGE.name}: its {element} must not end its own element")
    whole = f"<{element}>{text}</{element}>\n"
    page = re.sub(reference, lambda _: whole, page, count=1)
    return re.sub(reference, "", page), text


def source(text: str) -> str:
    """What a policy calls an element with this text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def embedded_page() -> str:
    """The Swift file of the page: its parts around the story and around the records.

    Nothing but its own style and script may run in it, and it may ask nobody for
    anything.
    """
    page = content(PAGE)
    link = r'<link rel="stylesheet" href="([^"]+)">\n'
    page, style = taken_in(page, link, "style", "\nFILES")
    tag = r'<script src="([^"]+)"></script>\n'
    page, script = taken_in(page, tag, "script", '\n"use strict";\n\nFILES')
    policy = (
        f"default-src 'none'; style-src {source(style)}; script-src {source(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    charset = '<meta charset="utf-8">\n'
    page = page.replace(charset, charset + meta, 1)
    before_story, rest = page.split("{{story}}")
    before_records, end = rest.split("{{records}}")
    parts = {"beforeStory": before_story, "beforeRecords": before_records, "end": end}
    return (
        PAGE_HEAD
        + "\n".join(f"  static let {k} =\n{literal(v)}\n" for k, v in parts.items())
        + "}\n"
    )


def main() -> None:
    """Writes the files, or checks them."""
    outputs = {
        OUTPUT: embedded_templates(),
        RULES_OUTPUT: embedded_rules(),
        PAGE_OUTPUT: embedded_page(),
    }
    for output, wanted in outputs.items():
        if output.exists() and output.read_bytes() == wanted.encode():
            continue
        if "--check" in sys.argv[1:]:
            name = output.relative_to(ROOT)
            sys.exit(f"error: {name} is out of date; run make build")
        output.write_bytes(wanted.encode())


if __name__ == "__main__":
    main()
