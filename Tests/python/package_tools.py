"""What the tests of generated packages share: the generator, interpreters and tools."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGS = Path(__file__).parent / "catalogs"
SMOKE = Path(__file__).parent / "package_smoke.py"
VERSIONS = ("3.10", "3.11", "3.12", "3.13")


class Output(NamedTuple):
    """What the generator made of a catalog."""

    folder: Path
    package: str

    @property
    def python(self) -> Path:
        """The folder that holds the package."""
        return self.folder / "python"

    @property
    def catalog(self) -> Path:
        """The canonical catalog."""
        return self.folder / "catalog.json"


SHIPPED = Output(ROOT / "Generated", "predictiontrader_catalog")


def run(*command: str | Path, cwd: Path, path: Path | None = None) -> str:
    """What a command prints; fails where its exit status is not 0."""
    done = attempt(*command, cwd=cwd, path=path)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def attempt(
    *command: str | Path, cwd: Path, path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a command, with `path` as its only additional place for modules."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    if path is not None:
        environment |= {"PYTHONPATH": str(path), "MYPYPATH": str(path)}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def executable() -> Path:
    """The path of codebook, or a skipped test where it has not been built."""
    codebook = Path(os.environ.get("CODEBOOK", ROOT / ".build/debug/codebook"))
    if not codebook.exists() and "CODEBOOK" not in os.environ:
        pytest.skip(f"{codebook} has not been built; CODEBOOK can name another")
    return codebook.absolute()


def generate(name: str, folder: Path) -> Output:
    """Generates a catalog of this folder's."""
    catalog = CATALOGS / f"{name}.yaml"
    files = ("--catalog", catalog, "--out", folder)
    run(executable(), "generate", *files, cwd=folder)
    (package,) = (path.parent.name for path in folder.glob("python/*/__init__.py"))
    return Output(folder, package)


def interpreter(version: str) -> Path:
    """A working Python of that version, or a skipped test."""
    candidates = [sys.executable, shutil.which(f"python{version}")]
    candidates += map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for candidate in filter(None, candidates):
        # A version manager's shim may lead nowhere.
        done = attempt(candidate, "--version", cwd=ROOT)
        if done.returncode == 0 and done.stdout.startswith(f"Python {version}."):
            return Path(candidate)
    pytest.skip(f"there is no Python {version} here")


def tool(name: str) -> tuple[Path | str, ...]:
    """The command of a development tool that is installed beside this interpreter."""
    return (sys.executable, "-m", name)


def mypy(*arguments: str | Path, cache: Path) -> tuple[str | Path, ...]:
    """A strict run of mypy with the settings of the repository."""
    settings = ("--strict", "--config-file", ROOT / "pyproject.toml")
    return (*tool("mypy"), *settings, "--cache-dir", cache, *arguments)
