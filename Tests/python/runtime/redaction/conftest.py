"""What the tests of redaction share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from runtime.adapters.conftest import installed, own_logging, recorded
from runtime.redaction.planted import assert_settled
from runtime.redaction.sample import Logged

__all__ = ["installed", "logged", "own_logging", "recorded"]


@pytest.fixture
def logged() -> Iterator[Logged]:
    """A logger whose lines are such that redacting them once more changes nothing."""
    logged = Logged()
    yield logged
    for line in logged.sink.lines:
        assert_settled(line)
