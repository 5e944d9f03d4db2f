"""What the scripts install is what the manifest and the checks ask for."""

from __future__ import annotations

import re

from setup_scripts.machine import ROOT


def test_the_packages_are_those_of_the_manifest() -> None:
    manifest = (ROOT / "Package.swift").read_text(encoding="utf-8")
    # Asked of pkg-config on macOS only.
    manifest = manifest.replace("pkgConfig: simdjsonFlags", 'pkgConfig: "simdjson"')
    wanted = re.findall(
        r'pkgConfig: "([^"]+)",\s*providers: '
        r'\[\.apt\(\["([^"]+)"\]\), \.brew\(\["([^"]+)"\]\)\]',
        manifest,
    )
    script = (ROOT / "scripts/deps.sh").read_text(encoding="utf-8")
    table = re.search(r"^libraries='([^']*)'", script, flags=re.MULTILINE)
    assert table is not None
    assert len(wanted) == manifest.count("pkgConfig:")
    assert sorted(tuple(line.split()) for line in table[1].splitlines()) == sorted(
        wanted
    )


def test_every_python_requirement_is_pinned() -> None:
    text = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [
        line for line in lines if not re.match(r"[\w.-]+==[\w.]+( ;|$)", line)
    ] == []
