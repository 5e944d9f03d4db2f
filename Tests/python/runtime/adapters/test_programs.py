"""Whole programs write records and nothing else, with the real frameworks."""

from __future__ import annotations

import signal

import pytest
from runtime.adapters.tools import Finished, run_program


def test_an_exception_that_ends_a_program() -> None:
    done = run_program("uncaught.py")
    assert done.status == 1
    (record,) = done.records
    assert record["event"] == "unexpected_error"
    frames = record["details"]["exception"]["frames"]
    assert frames[0].startswith("__main__.fail uncaught.py:")
    assert frames[1].startswith("__main__.<module> uncaught.py:")


@pytest.mark.parametrize(
    ("argument", "status"), [("0", 0), ("3", 3), ("interrupt", -signal.SIGINT)]
)
def test_endings_keep_their_status(argument: str, status: int) -> None:
    assert run_program("ending.py", argument) == Finished(status, [], "")


def test_nothing_is_imported_that_the_program_does_not_use() -> None:
    done = run_program("imports.py")
    assert done.output.splitlines() == ["", "True", "1"]
    assert [record["details"]["reason"] for record in done.records] == ["odd"]


def test_everything_that_goes_wrong_is_a_record() -> None:
    done = run_program("everything.py")
    assert (done.status, done.output) == (0, "done\n")
    sources = [r["details"]["source"] for r in done.named("unexpected_error")]
    assert sorted(sources) == sorted(
        ["thread", "unraisable", "asyncio", "asyncio", "unraisable"]
    )
    assert [record["message"] for record in done.of("warnings")] == [
        "old",
        "coroutine 'fail_later' was never awaited",
    ]
    assert [record["message"] for record in done.of("root")] == ["through the root"]
    assert [record["message"] for record in done.of("library")] == ["%d"]


def test_child_processes_fail_as_records() -> None:
    done = run_program("processes.py")
    assert done.output.split() == ["1", "1", "1", "3", "1"]
    details = [record["details"] for record in done.named("unexpected_error")]
    assert [one["process"] for one in details] == ["forked", "spawned", "own"]
    for one in details:
        assert one["source"] == "process"
        assert ".fail processes.py:" in one["exception"]["frames"][0]
    assert len(done.records) == 3


def test_uvicorn_as_it_configures_itself() -> None:
    done = run_program("uvicorn_server.py")
    assert done.status == 0
    lines = dict(line.split(" ", 1) for line in done.output.splitlines())
    sent = lines["sent"]
    assert lines["/ok"] == f"200 {sent}"
    assert lines["/boom"].startswith("500 ")

    evil = lines["/evil"].removeprefix("200 ")
    (replaced,) = done.named("correlation_replaced")
    assert replaced["correlation_id"] == evil != sent
    assert replaced["details"] == {"carrier": "http", "reason": "malformed"}

    application = {r["message"]: r["correlation_id"] for r in done.of("engine_orders")}
    assert application == {
        "asked for /ok": sent,
        "asked for /boom": sent,
        "asked for /ws": sent,
        "asked for /evil": evil,
    }
    access = {
        record["message"].split('"')[1].split()[1]: record["correlation_id"]
        for record in done.of("uvicorn_access")
    }
    assert access == {"/ok": sent, "/boom": sent, "/evil": evil}
    assert not any("color_message" in r["details"] for r in done.of("uvicorn_error"))
    (failed,) = (r for r in done.of("uvicorn_error") if r["level"] == "ERROR")
    assert failed["correlation_id"] == sent
    assert failed["details"]["exception"]["message"] == "lost"
    assert any("server process" in r["message"] for r in done.of("uvicorn_error"))


def test_aiohttp_and_httpx() -> None:
    done = run_program("aiohttp_and_httpx.py")
    assert done.status == 0
    asked = {}
    for line in done.output.splitlines():
        path, status, correlation = line.split()
        assert status == {"/boom": "500", "/none": "404"}.get(path, "200")
        asked[path] = correlation
    assert len(set(asked.values())) == 5

    def by_path(component: str) -> dict[str, str]:
        return {
            path: record["correlation_id"]
            for record in done.of(component)
            for path in asked
            if path in record["message"]
        }

    assert by_path("engine_orders") == asked
    assert by_path("aiohttp_access") == asked
    assert by_path("httpx") == {path: asked[path] for path in ("/httpx", "/sync")}
    (failed,) = done.of("aiohttp_server")
    assert failed["correlation_id"] == asked["/boom"]
    assert failed["details"]["exception"]["message"] == "lost"
    (replaced,) = done.named("correlation_replaced")
    assert replaced["correlation_id"] == asked["/none"]
    assert replaced["details"] == {"carrier": "http", "reason": "malformed"}
    (span,) = {record["span_id"] for record in done.of("httpx") if "span_id" in record}
    (seen,) = (r for r in done.of("engine_orders") if "/httpx" in r["message"])
    assert seen["span_id"] == span
