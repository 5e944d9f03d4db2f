#!/usr/bin/env python3
"""Writes what travels inside the executable into Swift files: every template into one,
and the redaction rules that Codebook ships into another.

Usage: scripts/embed-templates.py [--check]

The files are committed, so that `swift build` works by itself, in this package and in
those that use its plugins; tests hold them against `templates/` and `redaction/`. They
are written only where they differ. --check writes nothing, and exits with 1 where it
would.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
OUTPUT = ROOT / "Sources" / "BuiltInTemplates" / "EmbeddedTemplates.swift"
RULES = ROOT / "redaction" / "standard.yaml"
RULES_OUTPUT = ROOT / "Sources/CodebookCore/Model/Redaction/EmbeddedStandardRules.swift"

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


def main() -> None:
    """Writes the files, or checks them."""
    outputs = {OUTPUT: embedded_templates(), RULES_OUTPUT: embedded_rules()}
    for output, wanted in outputs.items():
        if output.exists() and output.read_bytes() == wanted.encode():
            continue
        if "--check" in sys.argv[1:]:
            name = output.relative_to(ROOT)
            sys.exit(f"error: {name} is out of date; run make build")
        output.write_bytes(wanted.encode())


if __name__ == "__main__":
    main()
