"""Generated packages for the tests."""

from __future__ import annotations

import pytest
from package_tools import CATALOGS, SHIPPED, Output, generate

NAMES = ["shipped", *sorted(path.stem for path in CATALOGS.glob("*.yaml"))]


@pytest.fixture(scope="session")
def generated() -> dict[str, Output]:
    """Outputs that have been made so far."""
    return {"shipped": SHIPPED}


@pytest.fixture(params=NAMES)
def output(
    request: pytest.FixtureRequest,
    generated: dict[str, Output],
    tmp_path_factory: pytest.TempPathFactory,
) -> Output:
    """The committed output, and that of every catalog in `catalogs/`."""
    name: str = request.param
    if name not in generated:
        generated[name] = generate(name, tmp_path_factory.mktemp(name))
    return generated[name]
