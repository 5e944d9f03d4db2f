"""Makes calls of a generated package, and prints the line that each gives.

Usage: python -m conformance.replay PACKAGE. Reads calls from standard input, a JSON
object a line, in the notation of `random_records`.
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any

from conformance import tagged_values
from conformance.tagged_values import value


class Lines:
    """A sink that keeps what it gets."""

    def __init__(self) -> None:
        """Holds nothing yet."""
        self.lines: list[bytes] = []

    def write(self, line: bytes, severity: int) -> None:
        """Keeps a line."""
        assert 1 <= severity <= 24
        self.lines.append(line)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """There is nothing to close."""

    def take_dropped(self) -> int:
        """Nothing is dropped."""
        return 0


class Replay:
    """Calls of one package."""

    def __init__(self, package: str) -> None:
        """Imports the package, and sends its records here."""
        tagged_values.package = package
        self._events = importlib.import_module(f"{package}.events")
        self._package = importlib.import_module(package)
        self._logger = self._events.LOGGER
        self._sink = Lines()
        least = min(self._package.Level, key=lambda level: level.severity_number)
        self._logger.configure(sink=self._sink, level=least)

    def lines(self, call: dict[str, Any]) -> bytes:
        """The lines that a call gives."""
        self._logger.configure(
            clock=lambda: call["time"] * 1_000_000,
            service=call.get("service", "engine"),
        )
        self._logger.adopt_session(call["session"])
        self._sink.lines.clear()
        with self._logger.context(call["correlation"], call["span"]):
            self._call(call)
        return b"".join(self._sink.lines)

    def _call(self, call: dict[str, Any]) -> None:
        arguments = {name: value(given) for name, given in call["arguments"].items()}
        details = value(call["details"])
        if call["call"] == "record":
            self._logger.record(
                call["level"],
                component=call["component"],
                event=call["event"],
                message=call["message"],
                fields=self._known(arguments),
                details=details,
            )
            return
        function = getattr(self._events, self._function_name(call["event"]))
        names = function.__annotations__
        given = {_name(name, names): item for name, item in arguments.items()}
        given = self._known(given)
        for name in ("level", "component", "message"):
            if name in names:
                given[name] = call[name]
        if "level" in names:
            given["level"] = self._package.Level(call["level"])
        if "details" in names:
            given["details"] = details
        function(**given)

    def _function_name(self, event: str) -> str:
        return event if hasattr(self._events, event) else event + "_"

    def _known(self, arguments: dict[str, Any]) -> dict[str, Any]:
        codes = self._package.ErrorCode
        known = {code.value for code in codes}
        return {
            name: codes(item) if isinstance(item, str) and item in known else item
            for name, item in arguments.items()
        }


def _name(name: str, names: dict[str, Any]) -> str:
    """The argument's name in Python: what is taken there has an underscore."""
    return f"{name}_" if f"{name}_" in names else name


def main() -> None:
    """Answers each line of standard input."""
    replay = Replay(sys.argv[1])
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(replay.lines(json.loads(line)))


if __name__ == "__main__":
    main()
