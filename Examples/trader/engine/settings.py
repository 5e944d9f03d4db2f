"""What the desktop tells the engine in its bootstrap, besides the IDs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

__all__ = ["Settings"]


class Settings(NamedTuple):
    """What one run of the engine begins with."""

    rest: str
    """Where orders and candles are."""

    feed: str
    """Where the market data comes from."""

    key: str
    """What the exchange asks for; a secret."""

    seed: int | None
    """What jitter is drawn with; a random one where there is none."""

    epoch: int
    """The how many-th run it is, from 1."""

    carried: Mapping[str, Any] | None
    """What the run before had to hold back."""

    @property
    def endpoint(self) -> str:
        """Where requests go, with the key, as some exchanges want it."""
        return f"{self.rest}/v2?api_key={self.key}"

    @staticmethod
    def of(payload: Mapping[str, Any]) -> Settings:
        """Reads a bootstrap's payload.

        Raises:
            ValueError: It is none for an engine.
        """
        try:
            exchange = payload["exchange"]
            seed = payload.get("seed")
            return Settings(
                rest=str(exchange["rest"]),
                feed=str(exchange["feed"]),
                key=str(payload.get("exchange_key", "none")),
                seed=None if seed is None else int(seed),
                epoch=int(payload.get("epoch", 1)),
                carried=payload.get("carried"),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"the payload is not for an engine: {error!r}") from None
