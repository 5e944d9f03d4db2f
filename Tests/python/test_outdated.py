"""Deprecated and retired entries: they decode in both languages, and are marked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from package_tools import Output, attempt, run

pytestmark = pytest.mark.parametrize("catalog", ["outdated"], indirect=True)

DECODES = """
import acme_catalog as c
code = c.ErrorCode("ACME-DB-002")
assert code is c.ErrorCode.ACME_DB_002 and code.user_message == "old text"
assert c.Event("old_event").descriptor.level is c.Level.FATAL
assert c.LogField("host") is c.LogField.HOST
assert c.Component("old_part") in set(c.Component)
"""
USES = """
import AcmeCatalog
let old = ErrorCode.acmeDB002
print(old.userMessage)
"""
DECODES_SWIFT = """
import AcmeCatalog
let decoded = [
  ErrorCode(rawValue: "ACME-DB-002")?.userMessage,
  Event(rawValue: "old_event")?.rawValue,
  Event(rawValue: "old_event")?.descriptor.level?.rawValue,
  LogField(rawValue: "host")?.rawValue, Component(rawValue: "old_part")?.rawValue,
  ErrorDomain(rawValue: "OLD")?.rawValue,
  ErrorCode(rawValue: "ACME-OLD-001")?.domain.rawValue,
]
print(decoded.map { $0 ?? "nothing" }.joined(separator: " "))
print(ErrorCode.allCases.count, Event.allCases.count, Level.allCases.count)
"""


def test_python_decodes_them_without_a_warning(catalog: Output, tmp_path: Path) -> None:
    python = shutil.which("python3") or "python3"
    run(python, "-W", "error", "-c", DECODES, cwd=tmp_path, path=catalog.python)


def test_python_tells_of_them(catalog: Output) -> None:
    text = (catalog.python / catalog.package / "errors.py").read_text()
    assert "Retired; use ACME-DB-001." in text


@pytest.fixture
def module(catalog: Output, tmp_path: Path) -> Path:
    """A folder with the built Swift module."""
    if shutil.which("swiftc") is None:
        pytest.skip("there is no swiftc here")
    sources = sorted((catalog.folder / "swift" / "AcmeCatalog").glob("*.swift"))
    build = ("-emit-module", "-emit-library", "-static", "-module-name", "AcmeCatalog")
    run("swiftc", "-swift-version", "6", *build, *sources, cwd=tmp_path)
    return tmp_path


def compiled(module: Path, text: str, *flags: str) -> str:
    """What the compiler says of a program that uses the module."""
    (module / "main.swift").write_text(text)
    here = ("-I", ".", "-L", ".", "-lAcmeCatalog", "main.swift", "-o", "program")
    done = attempt("swiftc", "-swift-version", "6", *flags, *here, cwd=module)
    return "" if done.returncode == 0 and not done.stderr else done.stdout + done.stderr


def test_swift_warns_whoever_uses_one(module: Path) -> None:
    said = compiled(module, USES)
    assert "'acmeDB002' is deprecated: Retired; use ACME-DB-001." in said


def test_swift_decodes_them_without_a_warning(module: Path) -> None:
    assert compiled(module, DECODES_SWIFT, "-warnings-as-errors") == ""
    words = "old text old_event FATAL host old_part OLD OLD"
    assert run(module / "program", cwd=module) == f"{words}\n3 3 5\n"


def test_the_schema_accepts_old_records_and_marks_their_fields(catalog: Output) -> None:
    schema = json.loads((catalog.folder / "schema/log-record.schema.json").read_text())
    assert schema["properties"]["host"]["deprecated"] is True
    assert "host" not in schema["required"]
    assert "ACME-DB-002" in schema["properties"]["error_code"]["enum"]


def test_pages_stay_and_say_so(catalog: Output) -> None:
    page = (catalog.folder / "docs/errors/ACME-DB-002.md").read_text()
    assert "**This code is retired.**" in page
    table = (catalog.folder / "docs/errors.md").read_text()
    assert "[`ACME-DB-002`](errors/ACME-DB-002.md) (retired)" in table
