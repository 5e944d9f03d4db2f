"""What was taken over is given back, whoever came in between."""

from __future__ import annotations

import logging
import logging.config
import logging.handlers
import sys
from typing import Any

import pytest
from predictiontrader_catalog._runtime.adapters import install
from runtime.adapters.tools import Recorded

pytestmark = pytest.mark.usefixtures("own_logging")


def test_it_is_given_back(
    recorded: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    before = logging.Logger.callHandlers, logging.Handler.handle
    logger = logging.getLogger("library")
    logger.propagate = False
    logger.addHandler(logging.StreamHandler(sys.stderr))
    installation = install(recorded.logger)
    assert install(recorded.logger) is installation
    logger.warning("one")
    installation.uninstall()
    installation.uninstall()
    logger.warning("two")
    assert (logging.Logger.callHandlers, logging.Handler.handle) == before
    assert capsys.readouterr().err == "two\n"
    assert recorded.only["message"] == "one"


def test_whoever_came_later_is_left_in_place(
    recorded: Recorded,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen: list[str] = []

    def wrapped(function: Any) -> Any:
        def theirs(self: object, record: logging.LogRecord) -> object:
            seen.append(record.getMessage())
            return function(self, record)

        return theirs

    logger = logging.getLogger("library")
    logger.propagate = False
    functions = (logging.Logger, "callHandlers"), (logging.Handler, "handle")
    with monkeypatch.context() as patches:
        for owner, name in functions:
            # What it puts back in the end is what is there now.
            patches.setattr(owner, name, getattr(owner, name))
        with install(recorded.logger):
            for owner, name in functions:
                patches.setattr(owner, name, wrapped(getattr(owner, name)))
            logger.warning("one")
        logger.warning("two")
        assert seen == ["one", "one", "two", "two"]
    assert recorded.only["message"] == "one"
    assert capsys.readouterr().err == "two\n"


def test_another_logger_takes_the_place(recorded: Recorded) -> None:
    second = Recorded()
    first_installation = install(recorded.logger)
    with install(second.logger):
        logging.getLogger("library").warning("one")
        first_installation.uninstall()
        logging.getLogger("library").warning("two")
    assert recorded.records == []
    assert [record["message"] for record in second.records] == ["one", "two"]
