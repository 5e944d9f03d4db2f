"""Generated packages for the tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import TracebackType

import pytest
from kept_logs import keep
from package_tools import CATALOGS, SHIPPED, Output, generate
from predictiontrader_catalog._runtime.capture import Capture

NAMES = ["shipped", *sorted(path.stem for path in CATALOGS.glob("*.yaml"))]


@pytest.fixture(scope="session")
def generated() -> dict[str, Output]:
    """Outputs that have been made so far."""
    return {"shipped": SHIPPED}


def made(
    name: str, generated: dict[str, Output], folders: pytest.TempPathFactory
) -> Output:
    """The output of a catalog, which is generated once."""
    if name not in generated:
        generated[name] = generate(name, folders.mktemp(name))
    return generated[name]


@pytest.fixture(params=NAMES)
def output(
    request: pytest.FixtureRequest,
    generated: dict[str, Output],
    tmp_path_factory: pytest.TempPathFactory,
) -> Output:
    """The committed output, and that of every catalog in `catalogs/`."""
    return made(request.param, generated, tmp_path_factory)


@pytest.fixture
def catalog(
    request: pytest.FixtureRequest,
    generated: dict[str, Output],
    tmp_path_factory: pytest.TempPathFactory,
) -> Output:
    """The output of the catalog that a test names by indirect parameters."""
    return made(request.param, generated, tmp_path_factory)


@pytest.fixture(scope="session", autouse=True)
def _kept_captures() -> Iterator[None]:
    """Keeps what any test captures."""
    leave = Capture.__exit__

    def leave_and_keep(
        self: Capture,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        leave(self, kind, error, traceback)
        for line in self._records.lines[:1]:
            session = json.loads(line)["session_id"]
            keep(f"captured-{session}", self._records.lines)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Capture, "__exit__", leave_and_keep)
        yield
