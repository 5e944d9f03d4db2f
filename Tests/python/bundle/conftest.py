"""What the tests of bundles share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for bundles."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where a log would be."""
    return tmp_path / "engine.log.jsonl"
