"""Swift with all mutants in it, of which a variable of the environment picks one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from resilience.replay import request
from resilience.support import golden, rows, scenarios
from runtime.recording import ROOT

__all__ = ["built", "swift_differences"]

_VARIABLE = "CODEBOOK_MUTANT"

_SOURCES = {
    "Redaction": "Sources/Redaction",
    "CodebookRuntime": "Sources/CodebookRuntime",
    "Resilience": "Sources/Resilience",
    "PredictionTraderCatalog": "Generated/swift/PredictionTraderCatalog",
    "ResilienceReplay": "Tests/ResilienceReplay",
}
_MANIFEST = """\
// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Mutants",
  platforms: [.macOS(.v15)],
  targets: [
    .target(
      name: "Redaction", path: "Sources/Redaction",
      exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "CodebookRuntime", dependencies: ["Redaction"],
      path: "Sources/CodebookRuntime", exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "Resilience", dependencies: ["CodebookRuntime"],
      path: "Sources/Resilience", exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "PredictionTraderCatalog", dependencies: ["CodebookRuntime"],
      path: "Generated/swift/PredictionTraderCatalog", swiftSettings: strict),
    .executableTarget(
      name: "ResilienceReplay",
      dependencies: ["CodebookRuntime", "PredictionTraderCatalog", "Resilience"],
      path: "Tests/ResilienceReplay", swiftSettings: strict),
  ])
"""

_SWITCH = """\
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum Mutants {
  private static let present = getenv("CODEBOOK_MUTANT").map { String(cString: $0) }

  static func isOn(_ name: String) -> Bool { present == name }
}
"""


def built(mutants: Sequence[dict[str, str]], folders: pytest.TempPathFactory) -> Path:
    """The executable, or a skipped test where there is no Swift."""
    if shutil.which("swift") is None:
        pytest.skip("there is no Swift here")
    folder = _folder(folders)
    for place in _SOURCES.values():
        shutil.copytree(ROOT / place, folder / place, dirs_exist_ok=True)
    (folder / "Package.swift").write_text(_MANIFEST, encoding="utf-8")
    switch = folder / "Sources/Resilience/Mutants.swift"
    switch.write_text(_SWITCH, encoding="utf-8")
    for mutant in mutants:
        path = folder / mutant["file"]
        text = _with_choice(path.read_text(encoding="utf-8"), mutant)
        path.write_text(text, encoding="utf-8")
    product = ("--package-path", folder, "--product", "ResilienceReplay")
    done = subprocess.run(
        ["swift", "build", *product], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return folder / ".build/debug/ResilienceReplay"


def _with_choice(text: str, mutant: dict[str, str]) -> str:
    """Source that does the one or the other."""
    old, name = mutant["old"], mutant["name"]
    around = mutant.get("in", old)
    is_clear = text.count(around) == around.count(old) == 1
    assert is_clear, f"{name}: what is to change?"
    choice = f'(Mutants.isOn("{name}") ? ({mutant["new"]}) : ({old}))'
    return text.replace(around, around.replace(old, choice))


def _folder(folders: pytest.TempPathFactory) -> Path:
    """Where it is built; a run that keeps the folder builds what has changed."""
    place = os.environ.get("CODEBOOK_MUTANTS_FOLDER")
    if place is None:
        return folders.mktemp("mutants")
    return Path(place)


def swift_differences(replay: Path, mutant: str | None, of: Sequence[str]) -> list[str]:
    """The timelines of rows that do not go as they should; a crash is a difference."""
    shipped, services = scenarios()["resilience"], scenarios()["services"]
    timelines = [(row, one) for row in of for one in rows()[row]]
    lines = [request(shipped, services, one) for _, one in timelines]
    done = subprocess.run(
        [replay],
        input="".join(line + "\n" for line in lines).encode(),
        env={**os.environ, _VARIABLE: mutant or ""},
        capture_output=True,
        check=False,
        timeout=60,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    found = [] if done.returncode == 0 else [f"it ends with {done.returncode}"]
    for (row, timeline), answer in zip(timelines, answers, strict=False):
        log = "".join(line + "\n" for line in answer.get("records", ()))
        if answer.get("findings") != [] or log.encode() != golden(row, timeline):
            found.append(f"{timeline.name}: {answer.get('findings')}")
    return found
