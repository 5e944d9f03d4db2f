"""Generated packages say exactly what their catalogs say, on every supported Python."""

from __future__ import annotations

import sys

import pytest
from package_tools import ROOT, SMOKE, VERSIONS, Output, interpreter, run, tool


@pytest.mark.parametrize("version", VERSIONS)
def test_values_are_those_of_the_catalog(output: Output, version: str) -> None:
    # Warnings of the compiler, such as that of an unknown escape, are errors.
    python = (interpreter(version), "-W", "error", "-B")
    run(*python, SMOKE, output.package, output.catalog, cwd=ROOT, path=output.python)


def test_importing_needs_only_the_standard_library(output: Output) -> None:
    script = f"import sys, {output.package}; print(*sys.modules, sep='\\n')"
    loaded = run(
        sys.executable, "-S", "-c", script, cwd=output.folder, path=output.python
    )
    roots = {name.partition(".")[0] for name in loaded.splitlines()}
    assert roots - sys.stdlib_module_names - {"__main__"} == {output.package}


def test_ruff_finds_nothing(output: Output) -> None:
    settings = ("--config", ROOT / "pyproject.toml", "--no-cache", output.python)
    run(*tool("ruff"), "check", *settings, cwd=output.folder)
    run(*tool("ruff"), "format", "--diff", *settings, cwd=output.folder)
