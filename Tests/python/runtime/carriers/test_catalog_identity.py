"""Two processes learn whether they understand each other."""

from __future__ import annotations

import pytest
from predictiontrader_catalog._runtime.handshake import CatalogIdentity, Compatibility

OTHERS = [
    ("1.0.0", "a", Compatibility.IDENTICAL),
    ("9.9.9", "a", Compatibility.IDENTICAL),
    ("1.0.0", "b", Compatibility.INCOMPATIBLE),
    ("1.0.1", "b", Compatibility.COMPATIBLE),
    ("1.99.0", "b", Compatibility.COMPATIBLE),
    ("2.0.0", "b", Compatibility.INCOMPATIBLE),
    ("1.1.0-beta.1", "b", Compatibility.INCOMPATIBLE),
    ("1.1.0+build", "b", Compatibility.INCOMPATIBLE),
    ("1.1", "b", Compatibility.INCOMPATIBLE),
    ("1.01.0", "b", Compatibility.INCOMPATIBLE),
    ("1.1.١", "b", Compatibility.INCOMPATIBLE),
    ("1.-1.0", "b", Compatibility.INCOMPATIBLE),
    ("", "b", Compatibility.INCOMPATIBLE),
]


@pytest.mark.parametrize(("version", "digest", "verdict"), OTHERS)
def test_catalogs_are_compared(
    version: str, digest: str, verdict: Compatibility
) -> None:
    mine, other = CatalogIdentity("1.0.0", "a"), CatalogIdentity(version, digest)
    assert mine.compatibility(other) is verdict
    assert other.compatibility(mine) is verdict


def test_versions_that_are_none_are_not_compatible_with_each_other() -> None:
    first, second = CatalogIdentity("x", "a"), CatalogIdentity("y", "b")
    assert first.compatibility(second) is Compatibility.INCOMPATIBLE
