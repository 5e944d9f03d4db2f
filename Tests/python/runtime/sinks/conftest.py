"""What the tests of sinks share."""

from __future__ import annotations

import pytest
from predictiontrader_catalog._runtime.sinks import log_file
from runtime.sinks.sink_tools import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of log files, which tests set."""
    clock = Clock()
    monkeypatch.setattr(log_file, "monotonic", clock)
    return clock
