"""What the adapters' tests share."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from predictiontrader_catalog._runtime.adapters import install
from runtime.adapters.tools import Recorded


@pytest.fixture
def recorded() -> Recorded:
    """A logger that keeps what it writes."""
    return Recorded()


@pytest.fixture
def installed(recorded: Recorded) -> Iterator[Recorded]:
    """The same, which has taken over what frameworks print."""
    with install(recorded.logger):
        yield recorded


@pytest.fixture
def own_logging() -> Iterator[None]:
    """Puts the root logger and the test's loggers back as they were."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    root.setLevel(logging.WARNING)
    before = set(logging.root.manager.loggerDict)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in set(logging.root.manager.loggerDict) - before:
        del logging.root.manager.loggerDict[name]
