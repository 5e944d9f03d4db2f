"""The driver, in an app of real tasks, logs what the catalog's timelines say.

Their logs were written by hand. What tasks cannot do is left out: to answer for a dial
or a send that is over, and to live on after a restart.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from package_tools import ROOT, SHIPPED
from resilience.driver.playing import Step, played

GOLDENS = ROOT / "Tests" / "Goldens" / "resilience"
SCENARIOS = json.loads(
    (SHIPPED.folder / "conformance" / "scenarios.json").read_text(encoding="utf-8")
)["scenarios"]


def is_playable(steps: list[Step]) -> bool:
    """Whether tasks can live it."""
    names = {name for step in steps for name in step}
    return not names & {"epoch", "serial", "send", "restart"}


PLAYABLE = {
    f"{scenario['id']}.{timeline['name']}": timeline
    for scenario in SCENARIOS
    for timeline in scenario["timelines"]
    if is_playable(timeline["steps"])
}


def without_ids(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records whose correlations are numbers, in the order in which they come.

    So they are the same where the same records belong together.
    """
    numbers: dict[str, int] = {}
    return [
        {
            **record,
            "session_id": "",
            "correlation_id": numbers.setdefault(
                record["correlation_id"], len(numbers)
            ),
        }
        for record in records
    ]


def test_most_timelines_can_be_played() -> None:
    assert len(PLAYABLE) >= 20
    assert {name[:5] for name in PLAYABLE} >= {
        f"RR-0{n}" for n in (1, 2, 3, 4, 5, 7, 8)
    }


@pytest.mark.parametrize("name", PLAYABLE)
def test_the_log_is_that_of_the_timeline(name: str) -> None:
    golden = (GOLDENS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    timeline = PLAYABLE[name]
    records = played(timeline["seed"], timeline["steps"])
    assert without_ids(records) == without_ids([json.loads(line) for line in golden])
