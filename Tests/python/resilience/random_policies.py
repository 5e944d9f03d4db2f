"""Random policies, as `scenarios.json` has them."""

from __future__ import annotations

import random
from typing import Any

__all__ = ["random_resilience"]

_CONNECTIONS = (
    ("ws.market_data", "ws_client", "PT-NET-001", "PT-DATA-001"),
    ("process.engine", "process_manager", "PT-PROC-001", "PT-PROC-002"),
)
_LIMITERS = ("rest.orders", "rest.market_data")
_LANES = ("cancels", "orders", "backfill")


def random_resilience(pick: random.Random, shipped: dict[str, Any]) -> dict[str, Any]:
    """Policies of some scopes that the shipped catalog has.

    Args:
        pick: Says which.
        shipped: The shipped catalog's, whose events are taken.
    """
    found = {
        "network": shipped["network"],
        "events": shipped["events"],
        "connections": [
            _connection(pick, *one)
            for one in pick.sample(_CONNECTIONS, pick.randint(1, 2))
        ],
        "limiters": [
            _limiter(pick, scope)
            for scope in pick.sample(_LIMITERS, pick.randint(1, 2))
        ],
    }
    own = {
        policy["scope"]: policy["events"]
        for policy in (*shipped["connections"], *shipped["limiters"])
    }
    for policy in (*found["connections"], *found["limiters"]):
        policy["events"] = own[policy["scope"]]
    return found


def _connection(
    pick: random.Random, scope: str, component: str, unreachable: str, interrupted: str
) -> dict[str, Any]:
    base = pick.choice((2, 3, 10, 500, pick.randint(2, 2000)))
    return {
        "scope": scope,
        "component": component,
        "critical": pick.random() < 0.5,
        "base_ms": base,
        "cap_ms": base * pick.choice((1, 2, 7, 60)) + pick.randint(0, 3),
        "stable_ms": pick.choice((1, 100, 5000, 30_000)),
        "dial_ms": pick.choice((20, 500, 10_000)),
        "idle_ms": pick.choice((0, 0, 50, 15_000)),
        "drops": pick.choice((0, 1, 2, 3, 5)),
        "window_ms": pick.choice((1, 1000, 60_000)),
        "attempts": pick.choice((0, 1, 2, 4)),
        "probe_ms": pick.choice((20, 1000, 300_000)),
        "unreachable": unreachable,
        "interrupted": interrupted,
    }


def _limiter(pick: random.Random, scope: str) -> dict[str, Any]:
    base = pick.choice((2, 3, 10, 500, pick.randint(2, 2000)))
    return {
        "scope": scope,
        "component": "rest_client",
        "venue": pick.choice((None, "exchange", "exchange", "other")),
        "base_ms": base,
        "cap_ms": base * pick.choice((1, 2, 7, 60)) + pick.randint(0, 3),
        "stable_ms": pick.choice((1, 100, 5000, 60_000)),
        "attempts": pick.choice((1, 2, 3, 4)),
        "timeout_ms": pick.choice((1, 500, 10_000)),
        "concurrency": pick.choice((1, 2, 4)),
        "tokens": pick.choice((0, 4, 20, 500)),
        "throttling_cost": pick.choice((0, 1, 5)),
        "transient_cost": pick.choice((0, 3, 14)),
        "lanes": [
            {
                "name": name,
                "capacity": pick.choice((1, 2, 3, 64)),
                "share": pick.choice((1, 2, 3)),
                "gated": pick.random() < 0.5,
            }
            for name in pick.sample(_LANES, pick.randint(1, 3))
        ],
        "rate_limited": "PT-HTTP-429",
        "failed": "PT-NET-001",
    }
