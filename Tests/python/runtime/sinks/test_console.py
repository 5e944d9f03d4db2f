"""What people see on a terminal, and what never gets there."""

from __future__ import annotations

import json
import os
import pty
import re
import unicodedata

import pytest
from predictiontrader_catalog import events, log, sinks
from predictiontrader_catalog._runtime.sinks import ConsoleSink, console_if_terminal
from runtime.sinks.sink_tools import INFO

NAMES = {
    "timestamp": "at",
    "level": "lvl",
    "service": "svc",
    "component": "part",
    "event": "what",
    "message": "msg",
    "correlation": "corr",
    "session": "sess",
    "details": "more",
}
RECORD = {
    "at": "2026-01-09T18:07:25.019Z",
    "lvl": "WARN",
    "svc": "engine",
    "part": "ws_client",
    "what": "reconnect_scheduled",
    "msg": "WebSocket disconnected; scheduling reconnect",
    "corr": "4e18bf6a-94c8-4ce7-a4e9-151f5f573263",
    "sess": "fefea8d9-0a09-422d-baf6-4f69970fa9ea",
    "attempt": 3,
    "more": {"host": "a b", "port": None, "list": [1, "x"], "plain": "Zürich"},
}


def shown(record: object, severity: int = 13, color: bool = False) -> str:
    """What a console writes for a record."""
    line = json.dumps(record).encode() + b"\n"
    return written(line, severity, color)


def written(line: bytes, severity: int = INFO, color: bool = False) -> str:
    reader, writer = os.pipe()
    sink = ConsoleSink(writer, NAMES, color)
    sink.write(line, severity)
    sink.close()
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as file:
        return file.read()


def test_a_record_is_one_line() -> None:
    assert shown(RECORD) == (
        "18:07:25.019Z WARN  ws_client reconnect_scheduled"
        " WebSocket disconnected; scheduling reconnect"
        ' attempt=3 host="a b" port=null list=[1,"x"] plain=Zürich 4e18bf6a\n'
    )


@pytest.mark.parametrize(
    ("severity", "code"), [(1, "2"), (5, "36"), (9, "32"), (13, "33"), (17, "1;31")]
)
def test_levels_have_colors(severity: int, code: str) -> None:
    text = shown(RECORD, severity, color=True)
    assert f" \x1b[{code}mWARN \x1b[0m " in text
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == shown(RECORD)


def test_exceptions_and_tracebacks_can_be_read() -> None:
    cause = {"type": "OSError", "message": "gone", "frames": ["c.d d.py:2"]}
    error = {"type": "ValueError", "message": "bad\nvalue", "frames": ["a.b b.py:1"]}
    details = {
        "exception": {**error, "cause": cause},
        "traceback": 'Traceback:\n  File "x.py"\n',
        "attempt": 1,
    }
    assert shown({"lvl": "ERROR", "msg": "Failed", "more": details}) == (
        "ERROR Failed attempt=1\n"
        "  exception:\n"
        "    type: ValueError\n"
        "    message:\n"
        "      bad\n"
        "      value\n"
        "    frames:\n"
        "      a.b b.py:1\n"
        "    cause:\n"
        "      type: OSError\n"
        "      message: gone\n"
        "      frames:\n"
        "        c.d d.py:2\n"
        "  traceback:\n"
        "    Traceback:\n"
        '      File "x.py"\n'
    )


HOSTILE = (
    "".join(
        char
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) in {"Cc", "Zl", "Zp"}
        or unicodedata.bidirectional(char)
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )
    + "\u061c\u200e\u200f"
)


@pytest.mark.parametrize("color", [True, False])
def test_nothing_in_a_record_reaches_the_terminal_as_a_control(color: bool) -> None:
    word = HOSTILE.replace("\n", "")
    exception = {HOSTILE: HOSTILE, "type": word, "frames": [HOSTILE, word, [HOSTILE]]}
    record = {
        **dict.fromkeys(NAMES.values(), HOSTILE),
        HOSTILE: HOSTILE,
        word: word,
        "more": {HOSTILE: [HOSTILE], "a": {"b": HOSTILE}, "exception": exception},
    }
    text = shown(record, color=color)
    text = re.sub(r"\x1b\[([0-9]+;)?[0-9]+m", "", text) if color else text
    assert not set(HOSTILE) & set(text.replace("\n", ""))
    assert "\\x1b" in text
    assert "\\u202e" in text
    # Lines of the text's own are inside of blocks.
    assert all(line.startswith("  ") for line in text.splitlines()[1:])


@pytest.mark.parametrize(
    "line", [b"\x1b[2J\xff\x9b no JSON\n", b"[1]\n", b"[" * 50_000]
)
def test_what_is_no_record_is_shown_as_it_is_but_escaped(line: bytes) -> None:
    text = written(line)
    assert "\x1b" not in text
    assert text.endswith("\n")
    assert text.count("\n") == 1


def test_a_lone_surrogate_can_be_shown() -> None:
    assert "\\ud800" in shown({"msg": "a\ud800b"})


def test_a_console_is_made_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    assert console_if_terminal(writer, NAMES) is None
    os.close(reader)
    os.close(writer)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    main, terminal = pty.openpty()
    console = console_if_terminal(terminal, NAMES)
    assert console
    console.write(json.dumps(RECORD).encode(), 13)
    assert b"\x1b[33mWARN" in os.read(main, 4096)
    os.close(terminal)
    os.close(main)
    assert console_if_terminal(terminal, NAMES) is None


@pytest.mark.parametrize(
    ("variables", "color"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
    ],
)
def test_the_environment_says_whether_there_are_colors(
    variables: dict[str, str], color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    main, terminal = pty.openpty()
    assert ConsoleSink(terminal, NAMES)._color == color
    os.close(terminal)
    os.close(main)


def test_the_catalogs_own_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    reader, writer = os.pipe()
    assert sinks.console_if_terminal(writer) is None
    with log.capture() as records:
        events.reconnect_scheduled(attempt=1, backoff_ms=2)
    sinks.console(writer).write(records[0].line, 13)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as file:
        text = file.read()
    # Where there is no terminal, there is no color either.
    assert "\x1b" not in text
    assert "WARN" in text
    assert "WebSocket disconnected; scheduling reconnect" in text
    main, terminal = pty.openpty()
    assert isinstance(sinks.console_if_terminal(terminal), sinks.ConsoleSink)
    os.close(terminal)
    os.close(main)


def test_a_terminal_that_shows_nothing_loses_nothing() -> None:
    reader, writer = os.pipe()
    sink = ConsoleSink(writer, NAMES)
    os.close(reader)
    sink.write(b"{}\n", INFO)
    os.close(writer)
    assert sink.take_dropped() == 0
