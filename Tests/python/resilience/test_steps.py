"""A timeline that is written by hand is read as strictly as its catalog would be."""

from __future__ import annotations

from typing import Any

import pytest
from predictiontrader_catalog.timelines import Timeline, TimelineError
from resilience.support import runner


@pytest.mark.parametrize(
    "step",
    [
        {"t": 1, "failed": "ws.market_data", "cause": "closd"},
        {"t": 1, "failed": "ws.market"},
        {"t": 1, "path": "sideways"},
        {"t": 1, "submit": "a", "scope": "rest"},
        {"t": 1, "happens": "nothing"},
    ],
)
def test_a_misspelt_step_is_none(step: dict[str, Any]) -> None:
    with pytest.raises(TimelineError):
        runner().run(Timeline([{"t": 0, "start": "ws.market_data"}, step]))
