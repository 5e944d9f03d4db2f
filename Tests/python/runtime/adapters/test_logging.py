"""What libraries log becomes records, however they set `logging` up."""

from __future__ import annotations

import io
import logging
import logging.config
import logging.handlers
import queue
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, TextIO

import pytest
from predictiontrader_catalog._runtime.adapters import install
from predictiontrader_catalog._runtime.adapters._logging import severity_of
from runtime.adapters.tools import Recorded


@pytest.fixture(autouse=True)
def _own_logging() -> Iterator[None]:
    """Puts the root logger and the test's loggers back as they were."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    root.setLevel(logging.WARNING)
    before = set(logging.root.manager.loggerDict)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in set(logging.root.manager.loggerDict) - before:
        del logging.root.manager.loggerDict[name]


def nothing_printed(capsys: pytest.CaptureFixture[str]) -> bool:
    captured = capsys.readouterr()
    return captured.out == "" and captured.err == ""


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
    assert details["password"] == "[redacted]"


def test_structured_messages_keep_their_structure(installed: Recorded) -> None:
    logging.getLogger("engine").info({"event": "placed", "ticker": "KXBTC"})
    record = installed.only
    assert record["message"] == "placed"
    assert record["details"] == {"logger": "engine", "ticker": "KXBTC"}


CONSOLES: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"},
        "err": {"class": "logging.StreamHandler"},
    },
    "root": {"handlers": ["err"], "level": "INFO"},
    "loggers": {
        "library": {"handlers": ["out", "err"], "level": "INFO", "propagate": False},
        "library.part": {"level": "DEBUG"},
    },
}


def test_consoles_stay_silent_whoever_sets_them_up(
    installed: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.config.dictConfig(CONSOLES)
    logging.getLogger("library").info("one")
    logging.getLogger("library.part").debug("two")
    logging.getLogger("elsewhere").info("three")
    logging.root.handlers.clear()
    logging.basicConfig(force=True)
    logging.info("four")
    assert nothing_printed(capsys)
    assert [record["message"] for record in installed.records] == [
        "one",
        "two",
        "three",
        "four",
    ]
    assert installed.records[-1]["component"] == "root"


def test_the_last_resort_stays_silent(
    installed: Recorded, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    logger = logging.getLogger("library")
    logger.propagate = False
    logger.warning("one")
    monkeypatch.setattr(logging, "lastResort", None)
    logger.warning("two")
    assert nothing_printed(capsys)
    assert [record["message"] for record in installed.records] == ["one", "two"]


def test_consoles_are_known_by_their_descriptor(
    installed: Recorded, capfd: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("library")
    logger.propagate = False
    with open(2, "w", closefd=False) as stream:
        logger.addHandler(logging.StreamHandler(stream))
        logger.warning("one")
    assert capfd.readouterr().err == ""
    assert installed.only["message"] == "one"


class ConsoleHandler(logging.Handler):
    """Prints as rich's handler does."""

    def __init__(self, file: TextIO) -> None:
        super().__init__()
        self.console = SimpleNamespace(file=file)

    def emit(self, record: logging.LogRecord) -> None:
        print(record.getMessage(), file=self.console.file)


def test_consoles_of_others_are_known(
    installed: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("library")
    logger.propagate = False
    elsewhere = io.StringIO()
    logger.addHandler(ConsoleHandler(sys.stdout))
    logger.addHandler(ConsoleHandler(elsewhere))
    logger.warning("one")
    assert nothing_printed(capsys)
    assert elsewhere.getvalue() == "one\n"
    assert installed.only["message"] == "one"


def test_other_handlers_go_on(
    installed: Recorded, caplog: pytest.LogCaptureFixture, tmp_path: Any
) -> None:
    logger = logging.getLogger("library")
    stream = io.StringIO()
    in_memory = logging.StreamHandler(stream)
    in_file = logging.FileHandler(tmp_path / "log")
    logger.addHandler(in_memory)
    logger.addHandler(in_file)
    with caplog.at_level(logging.INFO):
        logger.info("one")
    in_file.close()
    assert stream.getvalue() == "one\n"
    assert (tmp_path / "log").read_text() == "one\n"
    assert caplog.messages == ["one"]
    assert installed.only["message"] == "one"


def test_a_handler_that_fails_is_told_as_a_record(
    installed: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger("library")
    logger.propagate = False
    logger.addHandler(logging.StreamHandler(io.StringIO()))
    logger.info("%d", "seven")
    assert nothing_printed(capsys)
    taken, failure = installed.records
    assert taken["message"] == "%d"
    assert failure["component"] == "logging"
    assert failure["level"] == "WARN"
    assert failure["details"]["failed_logger"] == "library"
    assert failure["details"]["exception"]["type"] == "TypeError"


def test_a_queue_is_written_once(
    installed: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    records: queue.Queue[Any] = queue.Queue()
    logger = logging.getLogger("library")
    logger.propagate = False
    logger.addHandler(logging.handlers.QueueHandler(records))
    logger.warning("here")
    # As if from a process in which nobody has taken over.
    there = {"name": "worker", "levelno": logging.INFO, "msg": "there"}
    records.put(logging.makeLogRecord(there))
    listener = logging.handlers.QueueListener(records, logging.StreamHandler())
    listener.start()
    listener.stop()
    assert nothing_printed(capsys)
    assert [record["message"] for record in installed.records] == ["here", "there"]


def test_a_broken_record_is_told(installed: Recorded) -> None:
    odd = logging.makeLogRecord({"levelno": "high", "msg": "x"})
    logging.StreamHandler().handle(odd)
    assert installed.only["message"] == "What a library said could not be taken over"
    assert installed.only["details"]["error"] == "TypeError"


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
