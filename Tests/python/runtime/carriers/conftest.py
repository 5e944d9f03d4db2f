"""What the carriers' tests share."""

from __future__ import annotations

import pytest
from runtime.adapters.tools import Recorded


@pytest.fixture
def recorded() -> Recorded:
    """A logger that keeps what it writes."""
    return Recorded()
