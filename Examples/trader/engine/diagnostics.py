"""What the engine knows that no log has, for the bundle that the desktop makes.

It stands in a file, so that an engine that has crashed still tells it, and is the
answer to the control message `diagnostics` while the engine runs.
"""

from __future__ import annotations

from pathlib import Path

from predictiontrader_catalog import bundle
from predictiontrader_catalog.bundle import BundlePart
from predictiontrader_catalog.resilience import ResilienceRuntime
from settings import Settings

__all__ = ["Diagnostics"]


class Diagnostics:
    """Keeps the file up to date. What is counted, the runtime counts."""

    def __init__(
        self, path: Path | None, settings: Settings, resilience: ResilienceRuntime
    ) -> None:
        """Writes nothing yet.

        Args:
            path: The file; none is written where it is left out.
            settings: What is secret in them reaches no bundle.
            resilience: What counts.
        """
        self._path = path
        self._settings = settings
        self._resilience = resilience
        self._saved: object = None

    def part(self) -> BundlePart:
        """All of it."""
        endpoints = {"rest": self._settings.endpoint, "websocket": self._settings.feed}
        return bundle.part(
            runtimes=bundle.runtime_versions(sqlite=True),
            config={"mode": "paper", "endpoints": endpoints},
            resilience=self._resilience,
        )

    def save(self) -> None:
        """Writes the file, if anything was counted since."""
        counters = self._resilience.counters()
        if self._path is not None and counters != self._saved:
            bundle.write_part(self._path, self.part())
            self._saved = counters
