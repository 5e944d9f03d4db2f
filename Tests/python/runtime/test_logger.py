"""What a logger lets through, leaves out, counts and survives."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest
from predictiontrader_catalog import CatalogError, ErrorCode, Level, events
from predictiontrader_catalog._runtime import writer_table
from runtime.recording import (
    CORRELATION,
    ROOT,
    SESSION,
    TIMESTAMP,
    Lines,
    Recording,
    checked,
)

SECOND = 1_000_000_000


def write(recording: Recording, count: int = 1, attempt: int = 3) -> None:
    """Writes records of one event."""
    for _ in range(count):
        recording.logger.writers["reconnect_scheduled"](attempt, 5000, None, None)


def test_the_examples_of_the_specification(recording: Recording) -> None:
    examples = json.loads((ROOT / "Generated/catalog.json").read_text("utf-8"))
    line = recording.fast("reconnect_scheduled", 3, 5000, None, None).decode()
    assert line.replace(TIMESTAMP, "2026-01-09T18:07:25.019Z") == (
        examples["examples"][1] + "\n"
    )


def test_levels_by_component_change_at_run_time(recording: Recording) -> None:
    logger = recording.logger
    logger.set_level("ERROR", "ws_client")
    write(recording)
    assert not logger.enabled(13, "ws_client")
    assert logger.enabled(13, "risk")
    logger.set_level("ERROR")
    assert not logger.enabled(13, "risk")
    logger.set_level("TRACE", "ws_client")
    logger.set_level("ERROR")
    write(recording)
    logger.set_level("WARN", "Some Library")
    logger.record("INFO", component="some_library", event="a", message="")
    logger.record("WARN", component="some library", event="b", message="")
    logger.record("WARN", component="another", event="c", message="")
    assert [record["event"] for record in recording.records()] == [
        "reconnect_scheduled",
        "b",
    ]


def test_information_is_written_by_default() -> None:
    recording = Recording()
    recording.logger.set_level("INFO")
    assert recording.logger.enabled(9, "anything")
    assert not recording.logger.enabled(5, "anything")


def test_unknown_names_are_refused_where_it_is_configured(
    recording: Recording,
) -> None:
    with pytest.raises(ValueError, match="no service 'x'"):
        recording.logger.configure(service="x")
    with pytest.raises(ValueError, match="no level 'x'"):
        recording.logger.set_level("x")
    assert recording.logger.service == "engine"
    not_a_sink: Any = print
    with pytest.raises(TypeError, match="no method write"):
        recording.logger.configure(sink=not_a_sink)


@pytest.mark.parametrize("process", ["desktop", "engine"])
def test_the_service_is_the_events_own_or_the_process(process: str) -> None:
    recording = Recording(process)
    ready = recording.both("engine_ready_received", 1, None)
    assert ready["service"] == "desktop"
    recording.logger.record("INFO", component="x", event="y", message="z")
    assert recording.records()[-1]["service"] == process


def test_sampling_writes_the_first_and_then_every_so_many(
    recording: Recording,
) -> None:
    recording.logger.sample("reconnect_scheduled", first=3, thereafter=10)
    write(recording, 3 + 9)
    assert len(recording.sink.lines) == 3
    write(recording, 21)
    assert len(recording.sink.lines) == 3 + 3
    recording.time += SECOND
    write(recording)
    told, record = recording.records()[-2:]
    assert record["event"] == "reconnect_scheduled"
    assert told["event"] == "records_dropped"
    assert told["level"] == "WARN"
    assert told["details"] == {
        "count": 27,
        "reason": "sampling",
        "dropped_event": "reconnect_scheduled",
    }


def test_sampling_tells_at_a_flush_and_never_holds_errors_back(
    recording: Recording,
) -> None:
    recording.logger.sample("reconnect_scheduled", first=0, thereafter=0)
    recording.logger.sample("request_failed", first=0, thereafter=0)
    # The general way asks once, too: an invalid argument leads to it.
    write(recording, 2)
    write(recording, 3, attempt=0)
    failed = recording.logger.writers["request_failed"]
    failed(ErrorCode.PT_HTTP_429, None, None, None, None)
    failed(CatalogError(ErrorCode.PT_HTTP_429), None, None, None, None)
    recording.logger.flush()
    recording.logger.flush()
    written = [record["event"] for record in recording.records()]
    assert written == ["request_failed", "request_failed", "records_dropped"]
    assert recording.records()[-1]["details"]["count"] == 5


def test_a_record_is_sampled_once_whichever_way_it_takes(recording: Recording) -> None:
    recording.logger.sample("reconnect_scheduled", first=4, thereafter=0)
    write(recording, 2)
    write(recording, 2, attempt=0)
    assert len(recording.sink.lines) == 4


def test_sampling_of_events_that_are_not_declared(recording: Recording) -> None:
    def log() -> None:
        recording.logger.writers["*"](
            "INFO", "a", "b", "c", None, None, None, None, None
        )

    log()
    recording.logger.sample("b", first=1, thereafter=0)
    log()
    log()
    assert len(recording.sink.lines) == 2
    recording.logger.flush()
    assert recording.records()[-1]["details"]["dropped_event"] == "b"


def test_a_clock_that_is_set_back_begins_an_interval(recording: Recording) -> None:
    recording.logger.sample("reconnect_scheduled", first=1, thereafter=0)
    write(recording, 2)
    recording.time -= 3600 * SECOND
    write(recording, 2)
    written = [record["event"] for record in recording.records()]
    assert written == ["reconnect_scheduled", "records_dropped", "reconnect_scheduled"]


def test_what_a_sink_dropped_is_told_once_it_works(recording: Recording) -> None:
    recording.sink.works = False
    write(recording, 5)
    recording.sink.works = True
    write(recording)
    write(recording)
    first, told, last = recording.records()
    assert first["event"] == last["event"] == "reconnect_scheduled"
    assert told["details"] == {"count": 5, "reason": "sink"}


class DropsTheSecond(Lines):
    """A sink that has dropped five records, and drops the second that it gets."""

    calls = 0

    def write(self, line: bytes, severity: int) -> None:
        """Keeps all but the second."""
        self.calls += 1
        self.works = self.calls != 2
        super().write(line, severity)
        self.works = True


def test_a_report_that_is_dropped_is_made_again(recording: Recording) -> None:
    sink = DropsTheSecond()
    sink.dropped = 5
    recording.logger.configure(sink=sink)
    write(recording)
    assert len(sink.lines) == 1
    write(recording)
    # Nobody misses the report of five that was dropped: five are told, not six.
    assert checked(sink.lines[-1])["details"] == {"count": 5, "reason": "sink"}
    assert len(sink.lines) == 3


class Raising(Lines):
    """A sink that breaks its contract."""

    def write(self, line: bytes, severity: int) -> None:
        """Raises while it does not work."""
        if not self.works:
            raise OSError("planted")
        super().write(line, severity)

    def flush(self) -> None:
        """Raises."""
        raise OSError("planted")

    def close(self) -> None:
        """Raises."""
        raise OSError("planted")


def test_a_sink_that_raises_stops_nobody(recording: Recording) -> None:
    sink = Raising()
    recording.logger.configure(sink=sink)
    sink.works = False
    write(recording, 2)
    write(recording, 2, attempt=0)
    sink.works = True
    write(recording)
    assert checked(sink.lines[-1])["details"] == {"count": 4, "reason": "sink"}
    recording.logger.flush()
    recording.logger.close()


def test_closing_closes_the_sink(
    recording: Recording, capfd: pytest.CaptureFixture[str]
) -> None:
    recording.logger.close()
    assert recording.sink.closed
    write(recording)
    assert not recording.sink.lines
    checked(capfd.readouterr().err.encode())


def test_another_session_is_adopted_and_told(recording: Recording) -> None:
    other = "11111111-2222-4333-8444-555555555555"
    assert recording.logger.adopt_session(other)
    (record,) = recording.records()
    assert record["event"] == "session_adopted"
    assert record["session_id"] == other
    assert record["details"] == {"provisional_session_id": SESSION}
    assert recording.logger.adopt_session(other)
    assert not recording.logger.adopt_session("junk")
    assert len(recording.sink.lines) == 1
    write(recording)
    assert recording.records()[-1]["session_id"] == other


def test_a_writer_that_is_made_amid_a_change_is_not_kept(
    recording: Recording,
) -> None:
    other = "11111111-2222-4333-8444-555555555555"
    table = recording.logger.writers
    make = table._make

    def slow(name: str) -> Callable[..., None]:
        made = make(name)
        recording.logger.adopt_session(other)
        return made

    table._make = slow
    write(recording)
    table._make = make
    write(recording)
    assert recording.records()[-1]["session_id"] == other


@pytest.mark.parametrize(
    ("event", "severity", "message"),
    [
        ("session_adopted", 9, "Session taken over"),
        ("correlation_replaced", 13, "Incoming correlation ID replaced"),
        ("records_dropped", 13, "Records dropped"),
        ("unexpected_error", 17, "Unhandled error"),
    ],
)
def test_what_the_runtime_says_where_nothing_is_declared(
    event: str, severity: int, message: str
) -> None:
    description = events.LOGGER.description._replace(event=lambda _: None)
    recording = Recording("desktop", description)
    recording.logger.well_known(event, severity=severity, details={"a": 1})
    record = json.loads(recording.sink.lines[-1])
    assert record["component"] == "runtime"
    assert record["service"] == "desktop"
    assert record["level"] == {9: "INFO", 13: "WARN", 17: "ERROR"}[severity]
    assert record["message"] == message
    assert record["details"] == {"a": 1}


def test_an_unexpected_error_has_its_code(recording: Recording) -> None:
    recording.logger.well_known(
        "unexpected_error", severity=17, details={"exception": {"type": "OSError"}}
    )
    (record,) = recording.records()
    assert record["error_code"] == "PT-INT-001"
    assert record["level"] == "ERROR"
    assert record["details"]["exception"] == {"type": "OSError"}
    assert record["details"]["operator_message"] == (
        ErrorCode.PT_INT_001.operator_message
    )


def test_the_general_call_puts_names_into_form(recording: Recording) -> None:
    recording.logger.record(
        "INFO",
        component="Some Library",
        event="It Happened",
        message="m",
        fields={
            "error_code": CatalogError(ErrorCode.PT_DB_001),
            "rate_limit_scope": "Rest.Orders EU",
            "attempt": 0,
        },
        details={"a": 1},
    )
    (record,) = recording.records()
    assert record["component"] == "some_library"
    assert record["event"] == "it_happened"
    assert record["rate_limit_scope"] == "rest.orders_eu"
    assert record["attempt"] == 1
    assert list(record["details"]) == ["operator_message", "_invalid", "a"]
    assert record["details"]["_invalid"] == ["attempt"]


def test_the_general_call_survives_everything(recording: Recording) -> None:
    class Loud:
        def __str__(self) -> str:
            raise RuntimeError("planted")

    anything: Any = Loud()
    recording.logger.record(
        anything,
        component=anything,
        event=anything,
        message=anything,
        fields={"error_code": anything, "attempt": anything},
        details=anything,
    )
    (record,) = recording.records()
    assert record["level"] == "INFO"
    assert record["details"]["_invalid"] == [
        "level",
        "error_code",
        "attempt",
        "details",
    ]


def test_an_exception_may_fail_to_tell_its_code(recording: Recording) -> None:
    class SilentError(Exception):
        @property
        def code(self) -> str:
            raise RuntimeError("planted")

    class Disguised:
        @property  # type: ignore[misc]
        def __class__(self) -> type:
            raise RuntimeError("planted")

    for value in (SilentError(), Disguised()):
        record = recording.both("request_failed", value, 3, None, None, None)
        assert record["attempt"] == 3
        assert record["details"]["_invalid"] == ["error_code"]


def test_the_general_call_does_not_ask_whether_a_mapping_is_empty(
    recording: Recording,
) -> None:
    class Undecided(dict[str, object]):
        def __bool__(self) -> bool:
            raise RuntimeError("planted")

    given = Undecided(attempt=3)
    recording.logger.record(
        "INFO", component="risk", event="one", message="", fields=given, details=given
    )
    recording.logger.well_known("framework_log", severity=9, details=given)
    first, second = recording.records()
    assert first["attempt"] == 3
    assert first["details"] == {"attempt_": 3}
    assert second["details"] == {"attempt_": 3}


def test_a_failure_in_the_runtime_still_makes_a_record(
    recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("predictiontrader_catalog._runtime.calls.plain", fail)
    recording.logger.writers["reconnect_scheduled"](3, 5, None, {"token": [1]})
    (record,) = recording.records()
    assert record["attempt"] == 1
    assert record["details"] == {"_invalid": ["attempt", "backoff_ms"]}
    monkeypatch.setattr("predictiontrader_catalog._runtime.record.STEPS", None)
    recording.logger.writers["reconnect_scheduled"](3, 5, None, {"token": [1]})
    assert len(recording.sink.lines) == 1
    assert recording.recorder.process.delivery.lost == 1


def test_what_writes_an_event_may_fail_to_be_made(
    recording: Recording, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RecursionError

    table = recording.logger.writers
    with monkeypatch.context() as patch:
        patch.setattr(table, "_make", fail)
        write(recording, 2)
    recording.logger.flush()
    (told,) = recording.records()
    assert told["details"] == {"count": 2, "reason": "sink"}
    write(recording)
    assert len(recording.sink.lines) == 2


def test_the_stacks_end_is_survived(recording: Recording) -> None:
    def deep() -> None:
        try:
            deep()
        except RecursionError:
            pass
        else:
            return
        write(recording)
        recording.logger.record("INFO", component="a", event="b", message="c")
        recording.logger.writers["reconnect_scheduled"](0, 5, None, {"a": [[1]]})
        raise RecursionError

    with pytest.raises(RecursionError):
        deep()
    assert recording.records()


def test_an_object_that_logs_while_it_is_written(recording: Recording) -> None:
    class Logs:
        def __str__(self) -> str:
            write_with(self)
            return "text"

    def write_with(value: object) -> None:
        recording.logger.writers["reconnect_scheduled"](3, 5, None, {"value": value})

    thread = threading.Thread(target=write_with, args=(Logs(),), daemon=True)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()
    inner, outer = recording.records()
    assert inner["details"]["value"] == "…[unprintable Logs]"
    assert outer["details"]["value"] == "text"


@pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="needs signals")
def test_a_signal_handler_may_log_amid_a_write(recording: Recording) -> None:
    class Interrupted(Lines):
        """A sink in which a signal arrives once."""

        def write(self, line: bytes, severity: int) -> None:
            """Is interrupted before it has written."""
            if not self.lines:
                super().write(b"", severity)
                signal.raise_signal(signal.SIGUSR1)
            super().write(line, severity)

    sink = Interrupted()
    recording.logger.configure(sink=sink)
    before = signal.signal(signal.SIGUSR1, lambda *_: write(recording, attempt=7))
    try:
        write(recording)
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert [checked(line)["attempt"] for line in sink.lines[1:]] == [7, 3]


def test_threads_lose_nothing(recording: Recording) -> None:
    threads = [threading.Thread(target=write, args=(recording, 500)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(recording.sink.lines) == 4000


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_child_has_a_correlation_of_its_own(recording: Recording) -> None:
    reading, writing = os.pipe()
    recording.logger.sample("reconnect_scheduled", first=1, thereafter=0)
    write(recording, 3)
    locks = (recording.recorder.process.delivery._lock, writer_table.lock())
    acquired = threading.Event()
    release = threading.Event()

    def hold() -> None:
        with locks[0], locks[1]:
            acquired.set()
            release.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    acquired.wait(10)
    process = os.fork()
    if process == 0:
        # A child that waits for a lock of its parent's ends, and the test fails.
        signal.alarm(10)
        recording.sink.lines.clear()
        recording.recorder.process.delivery.lose(0)
        recording.logger.writers["engine_ready_received"](1, None)
        recording.logger.flush()
        os.write(writing, b"".join(recording.sink.lines))
        os._exit(0)
    release.set()
    thread.join()
    os.close(writing)
    os.waitpid(process, 0)
    with os.fdopen(reading, "rb") as stream:
        (line,) = stream.readlines()
    child = checked(line)
    assert child["correlation_id"] != CORRELATION
    assert child["session_id"] == SESSION
    assert recording.logger.current().correlation_id == CORRELATION


PROGRAM = """
import sys
from predictiontrader_catalog import Level, events, log
events.reconnect_scheduled(attempt=3, backoff_ms=5000)
log.sample("engine_ready_received", 1)
for port in range(5):
    events.engine_ready_received(port=port)
heavy = {"logging", "asyncio", "json", "uuid", "datetime"}
print(sorted(set(sys.modules) & heavy))
# A text that somebody gives is looked at, which the rules are needed for.
log.record(Level.INFO, component="main", event="started", message="Started")
print(sorted(set(sys.modules) & (heavy - {"json"})))
"""


def test_standard_error_is_the_sink_before_configure_and_exit_tells() -> None:
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, env=path, check=True
    )
    records = [checked(line) for line in done.stderr.splitlines(keepends=True)]
    assert [record["event"] for record in records] == [
        "reconnect_scheduled",
        "engine_ready_received",
        "started",
        "records_dropped",
    ]
    assert records[-1]["details"]["count"] == 4
    assert done.stdout.decode().split() == ["[]", "[]"]
    assert records[0]["level"] == Level.WARN


CHILD = """
import logging
from predictiontrader_catalog import Service, events, log
from predictiontrader_catalog._runtime.handshake import Bootstrap, CatalogIdentity
log.configure(service=Service.ENGINE)
log.install()
logging.getLogger("uvicorn.error").warning("text of %s", "another")
identity = CatalogIdentity.of(log.LOGGER)
session = "11111111-2222-4333-8444-555555555555"
correlation = "66666666-7777-4888-9999-000000000000"
print(log.adopt(Bootstrap(identity, session, correlation)).value, log.session_id())
with log.span():
    events.reconnect_scheduled(attempt=1, backoff_ms=2)
log.close()
"""


def test_the_log_of_a_child_process() -> None:
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, env=path, check=True
    )
    session = "11111111-2222-4333-8444-555555555555"
    assert done.stdout.decode().split() == ["identical", session]
    taken, adopted, own = map(checked, done.stderr.splitlines(keepends=True))
    assert taken["event"] == "framework_log"
    assert taken["message"] == "text of another"
    assert adopted["event"] == "session_adopted"
    assert adopted["details"]["provisional_session_id"] == taken["session_id"]
    assert own["session_id"] == adopted["session_id"] == session
    assert own["correlation_id"] == "66666666-7777-4888-9999-000000000000"
    assert "span_id" in own
