"""Handlers that print stay silent, and all others go on."""

from __future__ import annotations

import io
import logging
import logging.config
import logging.handlers
import queue
import sys
from types import SimpleNamespace
from typing import Any, TextIO

import pytest
from runtime.adapters.tools import Recorded, nothing_printed

pytestmark = pytest.mark.usefixtures("own_logging")


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


class NoDescriptor(io.StringIO):
    """A stream that cannot tell its descriptor, and says so in its own way."""

    def fileno(self) -> int:
        raise NotImplementedError


def test_a_stream_may_fail_to_tell_its_descriptor(installed: Recorded) -> None:
    logger = logging.getLogger("library")
    logger.propagate = False
    stream = NoDescriptor()
    logger.addHandler(logging.StreamHandler(stream))
    logger.warning("one")
    assert stream.getvalue() == "one\n"
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
