#!/usr/bin/env python3
"""Writes every template into one Swift file, which travels inside the executable.

Usage: scripts/embed-templates.py [--check]

The file is committed, so that `swift build` works by itself, in this package and in
those that use its plugins; a test holds it against `templates/`. It is written only
where it differs. --check writes nothing, and exits with 1 where it would.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
OUTPUT = ROOT / "Sources" / "BuiltInTemplates" / "EmbeddedTemplates.swift"

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


def embedded() -> str:
    """The Swift file.

    Raises SystemExit where a template is not UTF-8 with LF line ends.
    """
    entries = []
    for path in templates():
        name = path.relative_to(TEMPLATES).as_posix()
        try:
            text = path.read_bytes().decode()
        except UnicodeDecodeError as error:
            sys.exit(f"error: templates/{name}: a template must be UTF-8: {error}")
        if "\r" in text:
            sys.exit(f"error: templates/{name}: a template must have LF line ends")
        entries.append(f"    (\n{literal(name)},\n{literal(text)}\n    ),\n")
    return HEAD + "".join(entries) + TAIL


def main() -> None:
    """Writes the file, or checks it."""
    wanted = embedded()
    if OUTPUT.exists() and OUTPUT.read_bytes() == wanted.encode():
        return
    if "--check" in sys.argv[1:]:
        sys.exit(f"error: {OUTPUT.relative_to(ROOT)} is out of date; run make build")
    OUTPUT.write_bytes(wanted.encode())


if __name__ == "__main__":
    main()
