"""What users of the generated package see of the driver beside its cases."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import subprocess
import sys
from http.client import parse_headers
from io import BytesIO
from urllib.error import HTTPError

import pytest
from predictiontrader_catalog import ErrorCode, resilience
from predictiontrader_catalog._runtime.resilience.driver.causes import (
    Failure,
    failure_of,
    is_unsent,
)
from resilience.driver.cases.harness import World


def test_a_catalog_without_the_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resilience, "RESILIENCE", None)

    async def main() -> None:
        with pytest.raises(ValueError, match="no section `resilience`"):
            resilience.ResilienceRuntime()

    asyncio.run(main())


def test_policies_are_those_of_the_catalog() -> None:
    async def main() -> None:
        async with resilience.ResilienceRuntime() as runtime:
            assert list(runtime.counters()) == [
                "ws.market_data",
                "process.engine",
                "rest.orders",
                "rest.market_data",
            ]

    asyncio.run(main())


def test_an_event_that_the_catalog_does_not_have() -> None:
    description = resilience.ResilienceDescription(
        resilience.NetworkPolicy("network", "PT-NET-001"), {"live": "no_such_event"}
    )

    async def main() -> None:
        with pytest.raises(ValueError, match="no event 'no_such_event'"):
            World(description)

    asyncio.run(main())


def test_nothing_else_imports_it() -> None:
    program = """
import sys
from http.client import parse_headers
from io import BytesIO
from urllib.error import HTTPError
from predictiontrader_catalog import Level, bundle, log
log.configure(level=Level.ERROR)
log.record(Level.INFO, component="ui", event="asked", message="Now")
bundle.part()
print([name for name in sys.modules if "resilience" in name or name == "asyncio"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


class HandshakeError(Exception):
    """As clients of websockets raise it."""

    class Response:
        """What was answered."""

        status_code = 429
        headers = {"Retry-After": "9", "Date": "today"}  # noqa: RUF012

    response = Response()


class StatusError(Exception):
    """As aiohttp raises it."""

    status = 503
    headers = None


def raised(error: Exception, cause: Exception) -> Exception:
    """An exception of a library, with what it was raised from."""
    try:
        raise error from cause
    except Exception as caught:  # noqa: BLE001 - whatever was given
        return caught


@pytest.mark.parametrize(
    ("error", "before", "after"),
    [
        (TimeoutError(), "timeout", "timeout"),
        (asyncio.TimeoutError(), "timeout", "timeout"),
        (TimeoutError(110, "timed out"), "unreachable", "unreachable"),
        (ConnectionRefusedError(), "unreachable", "unreachable"),
        (ConnectionResetError(), "unreachable", "closed"),
        (BrokenPipeError(), "unreachable", "closed"),
        (OSError(101, "no route"), "unreachable", "unreachable"),
        (socket.gaierror(), "unreachable", "unreachable"),
        (OSError(28, "no space left"), "unreachable", "closed"),
        (ssl.SSLError(1, "bad record"), "unreachable", "closed"),
        (EOFError(), "closed", "closed"),
        (ValueError(), "closed", "closed"),
        (raised(ValueError(), ConnectionRefusedError()), "unreachable", "unreachable"),
        (raised(ValueError(), TimeoutError()), "timeout", "timeout"),
        (StatusError(), "refused", "refused"),
    ],
    ids=repr,
)
def test_causes_follow_from_exceptions(
    error: Exception, before: str, after: str
) -> None:
    assert failure_of(error, opened=False).cause == before
    assert failure_of(error, opened=True).cause == after


def test_an_answered_handshake_tells_for_how_long() -> None:
    expected = Failure("rate_limited", "9", "today")
    assert failure_of(HandshakeError(), opened=False) == expected
    assert failure_of(raised(ValueError(), HandshakeError()), opened=False) == expected


def test_an_answer_in_a_group_of_tasks_tells_for_how_long() -> None:
    group = GroupError(ConnectionResetError(), raised(ValueError(), HandshakeError()))
    expected = Failure("rate_limited", "9", "today")
    assert failure_of(group, opened=False) == expected
    assert failure_of(GroupError(TimeoutError(), OSError()), opened=False) == Failure(
        "timeout"
    )


def test_headers_of_the_standard_library() -> None:
    message = parse_headers(BytesIO(b"Retry-After: 9\r\nDate: today\r\n\r\n"))
    error = HTTPError("https://exchange", 429, "Too Many", message, None)
    expected = Failure("rate_limited", "9", "today")
    assert failure_of(error, opened=False) == expected


class WarningError(Exception):
    """As websockets has it, whose `code` warns that it is old."""

    @property
    def code(self) -> int:
        """Warns."""
        raise DeprecationWarning

    @property
    def response(self) -> object:
        """As httpx has its `request`."""
        raise RuntimeError("there is none")


def test_members_that_fail_tell_nothing() -> None:
    assert failure_of(WarningError(), opened=True) == Failure("closed")


def test_exceptions_that_go_in_circles() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert failure_of(first, opened=True) == Failure("closed")
    assert not is_unsent(first, safe=True)


@pytest.mark.parametrize(
    ("error", "certain", "likely"),
    [
        (ConnectionRefusedError(), True, True),
        (raised(ValueError(), ConnectionRefusedError()), True, True),
        (OSError("Multiple exceptions: [Errno 111] a, [Errno 111] b"), True, True),
        (OSError(101, "no route"), False, True),
        (ConnectionResetError(), False, False),
        (TimeoutError(), False, False),
        (OSError(), False, False),
        (ValueError(), False, False),
    ],
    ids=repr,
)
def test_what_was_not_sent(error: Exception, certain: bool, likely: bool) -> None:
    assert is_unsent(error, safe=False) == certain
    assert is_unsent(error, safe=True) == likely


class GroupError(Exception):
    """As Python 3.11 and a backport have it."""

    def __init__(self, *exceptions: Exception) -> None:
        """Holds exceptions."""
        super().__init__()
        self.exceptions = exceptions


def test_groups_of_attempts_were_not_sent_where_none_was() -> None:
    refused = GroupError(ConnectionRefusedError(), ConnectionRefusedError())
    assert is_unsent(raised(OSError("all failed"), refused), safe=False)
    mixed = GroupError(ConnectionRefusedError(), ConnectionResetError())
    assert not is_unsent(raised(OSError("all failed"), mixed), safe=False)


def test_errors_show_what_users_read() -> None:
    error = resilience.RequestRejectedError(ErrorCode.PT_NET_001, "rest.orders", "full")
    assert str(error) == error.display_text
    assert error.display_text == (
        "Cannot reach exchange services right now. (PT-NET-001)"
    )
