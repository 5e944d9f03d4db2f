"""The catalog's policies, made quicker.

A test has no half minute until a connection counts as stable. What a scenario is about
stays as it is: how often, in which order, and how much longer each wait is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from predictiontrader_catalog import RateLimitScope
from predictiontrader_catalog.resilience import (
    RESILIENCE,
    ConnectionPolicy,
    LimiterPolicy,
    ResilienceDescription,
)

__all__ = ["overrides", "scaled"]

_LEAST_MS = 2
# What a busy machine may take for an answer: such limits get no smaller.
_PATIENCE_MS = 2000


def scaled(
    by: int, changes: Mapping[str, Mapping[str, Any]] | None = None
) -> ResilienceDescription:
    """The catalog's policies with all times divided.

    Args:
        by: The divisor; 1 for the catalog's own times.
        changes: Other values of a scope's policy, before they are divided.
    """
    assert RESILIENCE is not None
    changes = changes or {}
    return replace(
        RESILIENCE,
        connections=tuple(
            _connection(replace(policy, **changes.get(policy.scope, {})), by)
            for policy in RESILIENCE.connections
            # That one is the desktop's.
            if policy.scope != RateLimitScope.PROCESS_ENGINE
        ),
        limiters=tuple(
            _limiter(replace(policy, **changes.get(policy.scope, {})), by)
            for policy in RESILIENCE.limiters
        ),
    )


def overrides(scenario: Path) -> dict[str, dict[str, Any]]:
    """What a scenario's file changes of the policies."""
    document = json.loads(scenario.read_text(encoding="utf-8"))
    changes: dict[str, dict[str, Any]] = document.get("policy", {})
    return changes


def _connection(policy: ConnectionPolicy, by: int) -> ConnectionPolicy:
    return replace(
        policy,
        base_ms=_shorter(policy.base_ms, by),
        cap_ms=_shorter(policy.cap_ms, by),
        stable_ms=_shorter(policy.stable_ms, by),
        window_ms=_shorter(policy.window_ms, by),
        probe_ms=_shorter(policy.probe_ms, by),
        dial_ms=_patience(policy.dial_ms, by),
        idle_ms=_patience(policy.idle_ms, by),
    )


def _limiter(policy: LimiterPolicy, by: int) -> LimiterPolicy:
    return replace(
        policy,
        base_ms=_shorter(policy.base_ms, by),
        cap_ms=_shorter(policy.cap_ms, by),
        stable_ms=_shorter(policy.stable_ms, by),
        timeout_ms=_patience(policy.timeout_ms, by),
    )


def _shorter(time_ms: int, by: int) -> int:
    return max(time_ms // by, _LEAST_MS)


def _patience(time_ms: int, by: int) -> int:
    return min(time_ms, max(time_ms // by, _PATIENCE_MS))
