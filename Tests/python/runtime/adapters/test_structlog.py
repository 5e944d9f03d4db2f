"""structlog's last processor writes records."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from predictiontrader_catalog._runtime.adapters import install
from predictiontrader_catalog._runtime.adapters.structlog import RecordProcessor
from runtime.adapters.tools import Recorded


@pytest.fixture(autouse=True)
def _own_structlog() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def test_an_event_becomes_a_record(
    recorded: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.add_log_level,
            RecordProcessor(recorded.logger),
        ]
    )
    structlog.get_logger().bind(ticker="KXBTC").warning("placed", depth=[1])
    record = recorded.only
    assert record["event"] == "framework_log"
    assert record["level"] == "WARN"
    assert record["component"] == "structlog"
    assert record["message"] == "placed"
    assert record["details"] == {"logger": "structlog", "ticker": "KXBTC", "depth": [1]}
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("method", "level"),
    [("debug", "DEBUG"), ("info", "INFO"), ("warning", "WARN"), ("error", "ERROR"),
     ("critical", "ERROR"), ("exception", "ERROR")],
)  # fmt: skip
def test_methods_are_levels(recorded: Recorded, method: str, level: str) -> None:
    structlog.configure(processors=[RecordProcessor(recorded.logger)])
    getattr(structlog.get_logger(), method)("x")
    assert recorded.only["level"] == level


def test_exceptions_are_described(recorded: Recorded) -> None:
    structlog.configure(processors=[RecordProcessor(recorded.logger, "engine")])
    try:
        raise LookupError("lost")
    except LookupError as error:
        structlog.get_logger().exception("one")
        structlog.get_logger().error("two", exc_info=error)
    structlog.get_logger().error("three", exc_info=True)
    first, second, third = recorded.records
    assert first["component"] == "engine"
    assert first["details"]["exception"]["message"] == "lost"
    assert second["details"]["exception"] == first["details"]["exception"]
    assert "exception" not in third["details"]


def test_loggers_of_the_standard_library_are_written_once(recorded: Recorded) -> None:
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.PositionalArgumentsFormatter(),
            RecordProcessor(recorded.logger),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    with install(recorded.logger):
        log = structlog.stdlib.get_logger("engine.orders")
        log.info("placed %s", "KXBTC", depth=1)
        log.debug("below the threshold")
    record = recorded.only
    assert record["component"] == "engine_orders"
    assert record["message"] == "placed KXBTC"
    assert record["details"] == {"logger": "engine.orders", "depth": 1}


def test_its_formatter_for_the_standard_library_is_understood(
    installed: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    structlog.configure(
        processors=[structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(processor=structlog.dev.ConsoleRenderer())
    )
    logger = logging.getLogger("engine.orders")
    logger.addHandler(handler)
    structlog.stdlib.get_logger("engine.orders").warning("placed", depth=1)
    logger.removeHandler(handler)
    record = installed.only
    assert record["message"] == "placed"
    assert record["details"] == {"logger": "engine.orders", "depth": 1}
    assert capsys.readouterr().err == ""


def test_odd_events_harm_nothing(recorded: Recorded) -> None:
    process = RecordProcessor(recorded.logger)
    odd: Any = {"event": object, "level": 7, "x": {1, 2}}
    with pytest.raises(structlog.DropEvent):
        process(None, "info", odd)
    assert recorded.only["level"] == "INFO"
