"""What the engine knows that no log has, for the bundle that the desktop makes.

It stands in a file, so that an engine that has crashed still tells it, and is the
answer to the control message `diagnostics` while the engine runs.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from predictiontrader_catalog import RateLimitScope, bundle
from predictiontrader_catalog.bundle import (
    BundlePart,
    LatestBackoff,
    RateLimitCount,
    ReconnectCount,
)

__all__ = ["Diagnostics"]


class Diagnostics:
    """Counts what happens, and keeps the file up to date."""

    def __init__(self, path: Path | None, endpoint: str) -> None:
        """Begins with nothing counted.

        Args:
            path: The file; none is written where it is left out.
            endpoint: Where orders go. What is secret in it reaches no bundle.
        """
        self._path = path
        self._endpoint = endpoint
        self._since = bundle.timestamp()
        self._reconnects: dict[str, ReconnectCount] = {}
        self._backoff: dict[str, LatestBackoff] = {}
        self._rate_limits: dict[str, RateLimitCount] = {}

    def backed_off(self, scope: RateLimitScope, attempt: int, backoff_ms: int) -> None:
        """An attempt to connect failed; the next one waits."""
        now = bundle.timestamp()
        known = self._reconnects.get(scope, ReconnectCount(scope=scope, attempts=0))
        self._reconnects[scope] = replace(
            known, attempts=known.attempts + 1, last_at=now
        )
        self._backoff[scope] = LatestBackoff(
            scope=scope, backoff_ms=backoff_ms, attempt=attempt, at=now
        )
        self.save()

    def reconnected(self, scope: RateLimitScope) -> None:
        """A connection is there again."""
        known = self._reconnects[scope]
        self._reconnects[scope] = replace(known, successes=(known.successes or 0) + 1)
        self.save()

    def rate_limited(self, scope: RateLimitScope, backoff_ms: int) -> None:
        """The exchange answered that there were too many requests."""
        now = bundle.timestamp()
        known = self._rate_limits.get(scope, RateLimitCount(scope=scope, count=0))
        self._rate_limits[scope] = replace(known, count=known.count + 1, last_at=now)
        self._backoff[scope] = LatestBackoff(
            scope=scope, backoff_ms=backoff_ms, retry_after_ms=backoff_ms, at=now
        )
        self.save()

    def part(self) -> BundlePart:
        """All of it."""
        return bundle.part(
            runtimes=bundle.runtime_versions(sqlite=True),
            config={"mode": "paper", "endpoints": {"rest": self._endpoint}},
            since=self._since,
            reconnects=self._reconnects.values(),
            backoff=self._backoff.values(),
            rate_limits=self._rate_limits.values(),
        )

    def save(self) -> None:
        """Writes the file."""
        if self._path is not None:
            bundle.write_part(self._path, self.part())
