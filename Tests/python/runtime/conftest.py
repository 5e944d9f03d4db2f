"""What the tests of the logging runtime share."""

from __future__ import annotations

import pytest
from runtime.recording import Recording


@pytest.fixture
def recording() -> Recording:
    """A logger whose lines a test checks."""
    return Recording()
