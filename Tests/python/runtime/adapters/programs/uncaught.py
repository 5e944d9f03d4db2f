"""Ends with an exception."""

from predictiontrader_catalog._runtime.adapters import install
from runtime.adapters.sample import sample_logger

install(sample_logger())


def fail() -> None:
    """Fails."""
    raise LookupError("lost")


fail()
