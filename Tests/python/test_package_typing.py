"""Type checkers accept generated packages, and refuse wrong uses of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from package_tools import VERSIONS, Output, attempt, generate, mypy, run

RIGHT = """
import acme_catalog as acme
from acme_catalog import CatalogError, ErrorCode, Event, Level

error: CatalogError = acme.ac_x2_001(retry_after_s=3, id_="a", kind=1)
texts: list[str] = [error.user_message, error.display_text, error.code]
number: int = Level.LOW.severity_number
ordered: bool = Level.LOW < Level.HIGH
required: bool = Event.ONE_EVENT.descriptor.required_fields[0].required

def fail() -> None:
    raise CatalogError(ErrorCode.AC_X10_002) from OSError()
"""

WRONG = [
    ("acme.ac_x2_001(retry_after=3, id_='a', kind=1)", "call-arg"),
    ("acme.ac_x2_001(retry_after_s=3, id_='a')", "call-arg"),
    ("acme.ac_x2_001('a', 1, 3)", "call-arg"),
    ("acme.ac_x2_001(retry_after_s='3', id_='a', kind=1)", "arg-type"),
    ("acme.ac_x10_003(word='a')", "attr-defined"),
    ("acme.CatalogError('AC-X10-002')", "arg-type"),
    ("acme.ErrorCode.AC_X10_003", "attr-defined"),
    ("acme.ErrorCode.AC_X10_002.user_mesage", "attr-defined"),
    ("acme.ac_x10_010(word='a').code = acme.ErrorCode.AC_X2_001", "misc"),
    ("acme.Level.LOW < 9", "operator"),
    ("acme.Event.MISSPELT", "attr-defined"),
    ("acme.EVENTS[acme.Event.ONE_EVENT].level.value", "union-attr"),
    ("acme.CATALOG_VERSION = '1.0.0'", "misc"),
]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where mypy keeps what it knows of the standard library."""
    return tmp_path_factory.mktemp("mypy")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Output:
    """A catalog whose messages have parameters."""
    return generate("hostile", tmp_path_factory.mktemp("typing"))


@pytest.mark.parametrize("version", [VERSIONS[0], VERSIONS[-1]])
def test_packages_are_fully_typed(output: Output, cache: Path, version: str) -> None:
    command = mypy("--python-version", version, "-p", output.package, cache=cache)
    run(*command, cwd=output.folder, path=output.python)


def test_right_uses_are_accepted(hostile: Output, cache: Path, tmp_path: Path) -> None:
    source = tmp_path / "right.py"
    source.write_text(RIGHT, encoding="utf-8")
    run(*mypy(source, cache=cache), cwd=tmp_path, path=hostile.python)


def test_wrong_uses_are_refused(hostile: Output, cache: Path, tmp_path: Path) -> None:
    source = tmp_path / "wrong.py"
    lines = ["import acme_catalog as acme", *(line for line, _ in WRONG)]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = attempt(*mypy(source, cache=cache), cwd=tmp_path, path=hostile.python)
    found = re.findall(
        r"^wrong\.py:(\d+): error: .*\[([a-z-]+)\]$", done.stdout, re.MULTILINE
    )
    assert dict(found) == {
        str(number): code for number, (_, code) in enumerate(WRONG, start=2)
    }, done.stdout
