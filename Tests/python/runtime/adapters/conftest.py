"""What the adapters' tests share."""

from __future__ import annotations

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
