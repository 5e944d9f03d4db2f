"""The generated project is installed as any other, without a network."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from package_tools import ROOT, SHIPPED, SMOKE, attempt, mypy, run, tool

PACKAGE = SHIPPED.package


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built from a copy, since building writes beside the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    ignored = shutil.ignore_patterns("__pycache__", "build", "*.egg-info")
    project = shutil.copytree(SHIPPED.python, folder / "project", ignore=ignored)
    offline = ("--no-index", "--no-deps", "--no-build-isolation")
    run(*tool("pip"), "wheel", *offline, "--wheel-dir", folder, project, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh virtual environment that has nothing but the package."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=ROOT)
    made = folder / "bin" / "python"
    offline = ("--no-index", "--disable-pip-version-check")
    run(*tool("pip"), "--python", made, "install", *offline, wheel, cwd=ROOT)
    return made


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    folder = SHIPPED.python / PACKAGE
    wanted = {
        f"{PACKAGE}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == wanted
    assert f"{PACKAGE}/py.typed" in packed


def test_the_installed_package_is_whole(python: Path, tmp_path: Path) -> None:
    run(python, "-I", SMOKE, PACKAGE, SHIPPED.catalog, cwd=tmp_path)


def test_the_metadata_is_that_of_the_catalog(python: Path, tmp_path: Path) -> None:
    script = f"""
import importlib.metadata, {PACKAGE}
data = importlib.metadata.metadata("{PACKAGE}")
print(data["Version"] == {PACKAGE}.CATALOG_VERSION)
print(data["Requires-Python"], data["Requires-Dist"])
"""
    printed = run(python, "-c", script, cwd=tmp_path).splitlines()
    assert printed == ["True", ">=3.10 None"]


def test_type_checkers_see_the_types(python: Path, tmp_path: Path) -> None:
    source = tmp_path / "use.py"
    source.write_text(
        f"import {PACKAGE}\nreveal_type({PACKAGE}.ErrorCode.PT_NET_001.user_message)\n",
        encoding="utf-8",
    )
    check = mypy("--python-executable", python, source, cache=tmp_path / "cache")
    done = attempt(*check, cwd=tmp_path)
    assert 'note: Revealed type is "str"' in done.stdout, done.stdout
    assert done.returncode == 0, done.stdout
