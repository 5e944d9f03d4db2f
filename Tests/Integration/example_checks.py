"""Holds what Examples/trader logged and showed against its story.

Called as `example_checks.py FOLDER README`, with the program's output on standard
input.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]

SHOWN = [
    "Status: normal.",
    "Status: limited. Too many requests sent. Retrying automatically. (PT-HTTP-429)",
    "Status: normal.",
    "Order placed.",
    "Status: reconnecting.",
    "Status: normal.",
    "Market data is live.",
    "Engine connection was interrupted. (PT-PROC-002)",
    "Engine failed to start. Please restart the app. (PT-PROC-001)",
    "Diagnostics are saved:",
]

# Of each action, in order: what it is for, and what the two processes log under its
# correlation.
ACTIONS = [
    (
        "start the engine",
        ["action_started", "engine_ready_received"],
        ["session_adopted", "engine_listening"],
    ),
    (
        "place an order",
        ["action_started", "order_acknowledged"],
        ["rate_limited", "rate_limit_lifted", "order_accepted", "framework_log"],
    ),
    (
        "reconnect market data",
        ["action_started", "market_data_shown"],
        ["control_message_received"],
    ),
    (
        "settle positions",
        ["action_started", "engine_connection_lost"],
        ["control_message_received", "unexpected_error"],
    ),
    (
        "start the engine",
        ["action_started", "framework_log", "engine_start_failed"],
        [],
    ),
    ("export diagnostics", ["action_started"], []),
]


RECONNECT = ["reconnect_scheduled", "reconnect_scheduled", "reconnected"]


def main() -> int:
    """Runs the checks; the first that fails ends the program."""
    folder = Path(sys.argv[1])
    desktop = records(folder / "desktop.log.jsonl")
    engine = records(folder / "engine.log.jsonl")
    output = sys.stdin.read()
    check_screen(output)
    check_actions(desktop, engine)
    check_sessions(desktop, engine)
    check_spans(engine)
    check_crash_of_a_logging_engine(desktop, engine)
    check_crash_before_logging(desktop, engine)
    check_readme(output, Path(sys.argv[2]))
    print("integration: both log files tell one story")
    return 0


def records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def check_screen(output: str) -> None:
    mark = "[screen] "
    lines = [line for line in output.splitlines() if line.startswith(mark)]
    # The last line ends with a path that has a time in it.
    seen = [line[len(mark) :].partition(" /")[0] for line in lines]
    same("what the user sees", seen, SHOWN)


def check_actions(desktop: list[Record], engine: list[Record]) -> None:
    for name, records in (("desktop", desktop), ("engine", engine)):
        same(f"services of {name}", {record["service"] for record in records}, {name})
    started = [record for record in desktop if record["event"] == "action_started"]
    same("number of actions", len(started), len(ACTIONS))
    correlations = [record["correlation_id"] for record in started]
    same("actions with an ID of their own", len(set(correlations)), len(ACTIONS))
    for record, (name, in_desktop, in_engine) in zip(started, ACTIONS, strict=True):
        same("what is asked for", record["message"], f"The user asks to {name}")
        correlation = record["correlation_id"]
        same(f"desktop: {name}", events(desktop, correlation), in_desktop)
        same(f"engine: {name}", events(engine, correlation), in_engine)
    # Nothing stands outside an action but what the engine says before its bootstrap,
    # and how the feed comes back.
    rest = [
        record
        for record in desktop + engine
        if record["correlation_id"] not in correlations
    ]
    found = [record["event"] for record in rest]
    same("outside any action", found, ["engine_starting", *RECONNECT])
    same("runs of the feed", len({one["correlation_id"] for one in rest[1:]}), 1)


def check_sessions(desktop: list[Record], engine: list[Record]) -> None:
    (session,) = {record["session_id"] for record in desktop}
    provisional = engine[0]["session_id"]
    same("a provisional session", provisional != session, True)
    adopted = one(engine, "session_adopted")
    same("its link", adopted["details"], {"provisional_session_id": provisional})
    same(
        "sessions",
        [record["session_id"] for record in engine[1:]],
        [session] * (len(engine) - 1),
    )


def check_spans(engine: list[Record]) -> None:
    spans = [
        record.get("span_id")
        for record in engine
        if record["component"] in ("rest_client", "aiohttp_access")
    ]
    # The desktop's: one for the order, as often as it is sent.
    same("spans of requests", [span is not None for span in spans], [True] * 4)
    same("number of requests", len(set(spans)), 1)


def check_crash_of_a_logging_engine(
    desktop: list[Record], engine: list[Record]
) -> None:
    crash = engine[-1]
    same("the last record", crash["event"], "unexpected_error")
    same("its code", crash["error_code"], "PT-INT-001")
    exception = crash["details"]["exception"]
    same("its exception", exception["type"], "RuntimeError")
    same("its cause", exception["cause"]["type"], "KeyError")
    lost = one(desktop, "engine_connection_lost")
    same("code of the loss", lost["error_code"], "PT-PROC-002")
    same("exit status", lost["details"]["exit_status"], 1)


def check_crash_before_logging(desktop: list[Record], engine: list[Record]) -> None:
    # The only text on an engine's standard error: the first one wrote nothing there.
    captured = one(desktop, "framework_log")
    same("captured from", captured["component"], "engine")
    same("level", captured["level"], "ERROR")
    same(
        "message",
        captured["message"],
        "RuntimeError: the engine's settings cannot be read",
    )
    failed = one(desktop, "engine_start_failed")
    same("code of the failed start", failed["error_code"], "PT-PROC-001")
    same("exit status", failed["details"]["exit_status"], 1)
    same(
        "starts that log",
        len([record for record in engine if record["event"] == "engine_starting"]),
        1,
    )


def check_readme(output: str, readme: Path) -> None:
    """What it shows is this output, but for times and IDs."""
    shown = readme.read_text(encoding="utf-8").partition("```text\n")[2]
    rows, shown_rows = story(output), story(shown)
    for row, shown_row in zip(rows, shown_rows, strict=False):
        same("a row of the story in the README", shown_row, row)
    same("rows of the story in the README", len(shown_rows), len(rows))


def story(text: str) -> list[str]:
    """The rows of the table without their times and IDs."""
    lines = [line.split() for line in text.splitlines() if line[2:3] == ":"]
    return [" ".join((*line[1:4], *line[5:])) for line in lines]


def events(records: Iterable[Record], correlation: str) -> list[str]:
    return [
        record["event"] for record in records if record["correlation_id"] == correlation
    ]


def one(records: Iterable[Record], event: str) -> Record:
    found = [record for record in records if record["event"] == event]
    same(f"number of {event}", len(found), 1)
    return found[0]


def same(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise SystemExit(
            f"integration: FAILED: {what}\nwanted: {wanted}\nfound:  {found}"
        )


if __name__ == "__main__":
    sys.exit(main())
