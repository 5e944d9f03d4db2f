"""What libraries log becomes records, however they set `logging` up."""

from __future__ import annotations

import logging
import logging.config
import logging.handlers
from typing import Any

import pytest
from predictiontrader_catalog._runtime.adapters import install
from predictiontrader_catalog._runtime.adapters._logging import severity_of
from runtime.adapters.tools import Recorded, nothing_printed

pytestmark = pytest.mark.usefixtures("own_logging")


def test_a_record_says_all_that_it_had(installed: Recorded) -> None:
    logging.getLogger("Engine.Orders-2").info(
        "placed %s for %d\n", "KXBTC", 3, extra={"ticker": "KXBTC", "depth": [1, 2]}
    )
    record = installed.only
    assert record["event"] == "framework_log"
    assert record["level"] == "INFO"
    assert record["service"] == "engine"
    assert record["component"] == "engine_orders_2"
    assert record["message"] == "placed KXBTC for 3"
    assert record["details"] == {
        "logger": "Engine.Orders-2",
        "ticker": "KXBTC",
        "depth": [1, 2],
    }


@pytest.mark.parametrize(
    ("level", "severity"),
    [(1, 1), (9, 1), (10, 5), (19, 5), (20, 9), (25, 9), (30, 13), (40, 17), (49, 17),
     (50, 21), (99, 21)],
)  # fmt: skip
def test_levels_become_severities(level: int, severity: int) -> None:
    assert severity_of(level) == severity


def test_levels_are_the_catalogs(installed: Recorded) -> None:
    logger = logging.getLogger("engine")
    logger.setLevel(1)
    installed.logger.set_level("TRACE")
    for level in (5, 10, 20, 30, 40, 50):
        logger.log(level, "x")
    assert [record["level"] for record in installed.records] == [
        "TRACE",
        "DEBUG",
        "INFO",
        "WARN",
        "ERROR",
        "ERROR",
    ]


def test_thresholds_of_both_sides_hold(installed: Recorded) -> None:
    quiet, loud = logging.getLogger("quiet"), logging.getLogger("loud")
    quiet.setLevel(logging.ERROR)
    quiet.warning("below the library's own threshold")
    loud.debug("below the root's threshold")
    installed.logger.set_level("ERROR", "loud")
    loud.warning("below the runtime's threshold")
    loud.error("written")
    assert [record["message"] for record in installed.records] == ["written"]


def test_information_arrives_unless_the_root_was_lower(recorded: Recorded) -> None:
    with install(recorded.logger):
        assert logging.root.level == logging.INFO
    assert logging.root.level == logging.WARNING
    logging.root.setLevel(logging.DEBUG)
    with install(recorded.logger):
        assert logging.root.level == logging.DEBUG
    assert logging.root.level == logging.DEBUG
    logging.root.setLevel(logging.WARNING)
    with install(recorded.logger):
        logging.root.setLevel(logging.ERROR)
    assert logging.root.level == logging.ERROR


def test_arguments_that_do_not_fit_lose_nothing(
    installed: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("engine")
    logger.propagate = False
    wrong = "%d of %d"
    logger.info(wrong, "seven")
    record = installed.only
    assert record["message"] == "%d of %d"
    assert record["details"]["args"] == ["seven"]
    assert record["details"]["format_error"] == "TypeError"
    assert nothing_printed(capsys)


class Rude:
    """An object that cannot be printed."""

    def __str__(self) -> str:
        raise RuntimeError("no")

    __repr__ = __str__


def test_objects_that_cannot_be_printed_harm_nothing(installed: Recorded) -> None:
    logger = logging.getLogger("engine")
    logger.propagate = False
    logger.info(Rude())
    logger.info("%s", Rude(), extra={"rude": Rude()})
    first, second = installed.records
    assert "RuntimeError" in first["message"]
    assert second["message"] == "%s"


class Talkative:
    """An object that logs when it is printed."""

    def __init__(self, logger: logging.Logger) -> None:
        self.logger = logger

    def __str__(self) -> str:
        self.logger.info("I am asked: %s", self)
        return "talkative"

    __repr__ = __str__


def test_objects_that_log_when_they_are_printed_come_to_an_end(
    recorded: Recorded,
) -> None:
    logger = logging.getLogger("engine")
    logger.propagate = False
    with install(recorded.logger) as installation:
        logger.info("%s", Talkative(logger))
        assert 0 < len(recorded.records) < 20
        assert installation.skipped > 0
        before = len(recorded.records)
        logger.info("goes on")
        assert [r["message"] for r in recorded.records[before:]] == ["goes on"]
        recorded.logger.record(
            "INFO",
            component="engine",
            event="x",
            message="y",
            details={"k": Talkative(logger)},
        )
        assert recorded.records[-1]["details"] == {"k": "talkative"}


def test_an_exception_is_a_detail(installed: Recorded) -> None:
    logger = logging.getLogger("engine")
    try:
        raise LookupError("lost")
    except LookupError:
        logger.exception("failed")
    record = installed.only
    assert record["level"] == "ERROR"
    found = record["details"]["exception"]
    assert found["type"] == "LookupError"
    assert found["message"] == "lost"
    assert "test_an_exception_is_a_detail" in found["frames"][0]
    assert "/" not in found["frames"][0].split()[1].split("runtime/adapters/")[0]


def test_exception_arguments_that_are_none_harm_nothing(installed: Recorded) -> None:
    logger = logging.getLogger("engine")
    logger.propagate = False
    logger.error("no exception", exc_info=True)
    logger.error("an instance", exc_info=LookupError("lost"))
    odd: Any = (1, 2)
    logger.error("odd", exc_info=odd)
    first, second, third = installed.records
    assert "exception" not in first["details"]
    assert second["details"]["exception"]["message"] == "lost"
    assert "exception" not in third["details"]


def test_a_stack_is_its_frames(installed: Recorded) -> None:
    logging.getLogger("engine").info("here", stack_info=True)
    stack = installed.only["details"]["stack"]
    assert stack[0].startswith("test_a_stack_is_its_frames runtime/adapters/test_log")
    assert len(stack) <= 20


def test_extras_never_take_a_place_that_is_taken(installed: Recorded) -> None:
    logging.getLogger("engine").info(
        "x",
        extra={"logger": "a", "exception": "b", "stack": "c", "ts": 1, "password": "p"},
    )
    details = installed.only["details"]
    assert details["logger"] == "engine"
    assert details["logger_"] == "a"
    assert details["exception_"] == "b"
    assert details["stack_"] == "c"
    assert details["password"] == "[redacted:password]"


def test_structured_messages_keep_their_structure(installed: Recorded) -> None:
    logging.getLogger("engine").info({"event": "placed", "ticker": "KXBTC"})
    record = installed.only
    assert record["message"] == "placed"
    assert record["details"] == {"logger": "engine", "ticker": "KXBTC"}


def test_a_broken_record_is_told(installed: Recorded) -> None:
    odd = logging.makeLogRecord({"levelno": "high", "msg": "x"})
    logging.StreamHandler().handle(odd)
    assert installed.only["message"] == "What a library said could not be taken over"
    assert installed.only["details"]["error"] == "TypeError"
