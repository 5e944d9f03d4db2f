"""What the tests of reconnects and rate limits share."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from predictiontrader_catalog import timelines
from predictiontrader_catalog._runtime.resilience.description import (
    ConnectionPolicy,
    LimiterPolicy,
    ResilienceDescription,
)
from predictiontrader_catalog.timelines import Run, Timeline, TimelineRunner
from runtime.recording import ROOT, SCHEMA

GOLDENS = ROOT / "Tests/Goldens/resilience"
SCENARIOS = Path(
    os.environ.get("CODEBOOK_SCENARIOS", ROOT / "Generated/conformance/scenarios.json")
)
SEED = int(os.environ.get("CODEBOOK_RANDOM_SEED", "20260109"))

FEED = "ws.market_data"
ENGINE = "process.engine"
ORDERS = "rest.orders"
BACKFILL = "rest.market_data"


@cache
def scenarios() -> dict[str, Any]:
    """The matrix as the generator writes it."""
    found: dict[str, Any] = json.loads(SCENARIOS.read_bytes())
    return found


def rows() -> dict[str, list[Timeline]]:
    """The timelines of each row."""
    return {
        row["id"]: [timelines.read_timeline(one) for one in row["timelines"]]
        for row in scenarios()["scenarios"]
    }


@cache
def description() -> ResilienceDescription:
    """The policies of the shipped catalog."""
    return timelines.read_description(scenarios()["resilience"])


def services() -> Mapping[str, str]:
    """The services of components."""
    found: Mapping[str, str] = scenarios()["services"]
    return found


@cache
def runner() -> TimelineRunner:
    """What runs timelines by those policies."""
    return timelines.runner(description(), services())


def golden(row: str, timeline: Timeline) -> bytes:
    """The log that somebody wrote by hand for a timeline."""
    return (GOLDENS / f"{row}.{timeline.name}.jsonl").read_bytes()


def records(run: Run) -> list[dict[str, Any]]:
    """The records of a run."""
    return [json.loads(line) for line in run.lines]


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_bytes()))


def schema_findings(lines: Iterable[bytes]) -> list[str]:
    """What of records is not as the schema says."""
    return [
        f"{line.decode()}: {error.message}"
        for line in lines
        for error in _validator().iter_errors(json.loads(line))
    ]


def steps(*given: Mapping[str, Any]) -> Timeline:
    """A timeline of these steps."""
    return Timeline(given)


def connection(**members: Any) -> ConnectionPolicy:
    """A connection's policy with some members of its own."""
    codes = {"unreachable": "PT-NET-001", "interrupted": "PT-DATA-001"}
    given = {"scope": FEED, "component": "ws_client", **codes, **members}
    return ConnectionPolicy(**given)


def limiter(**members: Any) -> LimiterPolicy:
    """A limiter's policy with some members of its own."""
    codes = {"rate_limited": "PT-HTTP-429", "failed": "PT-NET-001"}
    given = {"scope": ORDERS, "component": "rest_client", **codes, **members}
    return LimiterPolicy(**given)
