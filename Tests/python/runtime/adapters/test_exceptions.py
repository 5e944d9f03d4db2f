"""Exceptions become values that say where and why, and nothing that is secret."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from predictiontrader_catalog import CatalogError, ErrorCode
from predictiontrader_catalog._runtime.adapters._exceptions import describe_exception
from predictiontrader_catalog._runtime.adapters._paths import (
    forget_paths,
    safe_text,
    short_path,
)


def caught(function: Callable[[], object]) -> BaseException:
    try:
        function()
    except BaseException as exception:  # noqa: BLE001 - whichever it is
        return exception
    raise AssertionError("nothing was raised")


def described(function: Callable[[], object]) -> dict[str, Any]:
    return describe_exception(caught(function))


def divide(by: int = 0) -> float:
    secret = "hunter2"
    return len(secret) / by


def test_it_says_type_message_and_frames_innermost_first() -> None:
    found = described(divide)
    line = divide.__code__.co_firstlineno + 2
    assert found["type"] == "ZeroDivisionError"
    assert found["message"] == "division by zero"
    assert found["frames"][0] == (
        f"{__name__}.divide runtime/adapters/test_exceptions.py:{line}"
    )
    assert "caught" in found["frames"][1]
    assert "hunter2" not in str(found)
    assert list(found) == ["type", "message", "frames"]


def test_one_of_the_catalogs_says_its_code_and_words_for_operators() -> None:
    found = describe_exception(CatalogError(ErrorCode.PT_DB_001))
    assert list(found) == ["type", "message", "code", "operator_message", "frames"]
    assert found["code"] == "PT-DB-001"
    assert found["operator_message"] == ErrorCode.PT_DB_001.operator_message
    # Neither has this one anything to do with the catalog.
    assert "code" not in describe_exception(SystemExit("text"))


def test_a_type_of_a_module_has_its_name() -> None:
    class RefusedError(Exception):
        pass

    def refuse() -> None:
        raise RefusedError("no")

    assert described(refuse)["type"].endswith(".RefusedError")
    assert described(refuse)["type"].startswith(f"{__name__}.")


def recurse(depth: int) -> None:
    if depth == 0:
        raise LookupError("deep")
    recurse(depth - 1)


def test_the_innermost_twenty_frames_are_kept() -> None:
    found = described(lambda: recurse(50))
    line = recurse.__code__.co_firstlineno + 2
    assert len(found["frames"]) == 21
    assert found["frames"][0].endswith(f":{line}")
    assert found["frames"][-1] == "…[+33]"


def test_causes_and_contexts_follow() -> None:
    def chained() -> None:
        try:
            divide()
        except ZeroDivisionError as error:
            try:
                raise LookupError("during")
            except LookupError:
                raise ValueError("from") from error

    def during() -> None:
        try:
            divide()
        except ZeroDivisionError:
            raise LookupError("during")  # noqa: B904 - that it has no cause is the point

    def hidden() -> None:
        try:
            divide()
        except ZeroDivisionError:
            raise LookupError("alone") from None

    found = described(chained)
    assert found["cause"]["type"] == "ZeroDivisionError"
    assert "divide" in found["cause"]["frames"][0]
    assert "context" not in found
    assert described(during)["context"]["message"] == "division by zero"
    assert described(hidden).keys() == {"type", "message", "frames"}


def test_cycles_end() -> None:
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    found: Any = describe_exception(first)
    assert found["cause"]["message"] == "second"
    assert found["cause"]["cause"] == "…[cycle]"


def test_a_long_chain_is_cut() -> None:
    exception = ValueError("0")
    for number in range(1, 10_000):
        outer = ValueError(str(number))
        outer.__context__ = exception
        exception = outer
    found: Any = describe_exception(exception)
    depth = 0
    while "context" in found:
        found, depth = found["context"], depth + 1
    assert depth == 9
    assert found == {"type": "ValueError", "message": "9990"}


class GroupError(Exception):
    """An exception group as it was before Python 3.11."""

    def __init__(self, exceptions: tuple[BaseException, ...]) -> None:
        super().__init__("several")
        self.exceptions = exceptions


GroupError.__name__ = "BaseExceptionGroup"


def test_groups_have_their_members_within_bounds() -> None:
    found: Any = describe_exception(GroupError((ValueError("a"), caught(divide))))
    assert [one["message"] for one in found["exceptions"]] == ["a", "division by zero"]
    many: Any = describe_exception(GroupError((ValueError("x"),) * 11))
    assert len(many["exceptions"]) == 8
    assert many["more_exceptions"] == 3

    group = GroupError((ValueError("leaf"),) * 8)
    for _ in range(8):
        group = GroupError((group,) * 8)
    # Without a bound for all of them these would be 8 ** 9.
    assert str(describe_exception(group)).count("leaf") < 1000


@pytest.mark.skipif(sys.version_info < (3, 11), reason="they came with Python 3.11")
def test_real_groups_and_notes() -> None:
    group_type = vars(__import__("builtins"))["ExceptionGroup"]
    group = group_type("several", [ValueError("a")])
    group.add_note("while closing")
    found: Any = describe_exception(group)
    assert found["type"] == "ExceptionGroup"
    assert found["exceptions"][0]["message"] == "a"
    assert found["notes"] == ["while closing"]


def test_an_exception_that_cannot_tell_what_it_is() -> None:
    class RudeError(Exception):
        def __str__(self) -> str:
            raise RuntimeError("no")

    assert (
        describe_exception(RudeError())["message"]
        == "<RudeError: RuntimeError in __str__>"
    )


@pytest.fixture
def _home(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    monkeypatch.setattr(sys, "path", ["/home", "/home/ada/app", "/opt/lib", ""])
    forget_paths()
    yield
    forget_paths()


@pytest.mark.usefixtures("_home")
@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("/home/ada/app/engine/orders.py", "engine/orders.py"),
        ("/home/ada/other/orders.py", "orders.py"),
        ("/home/bob/orders.py", "orders.py"),
        ("/opt/lib/asyncio/events.py", "asyncio/events.py"),
        ("/opt/library/x.py", "x.py"),
        ("relative/x.py", "relative/x.py"),
        ("../ada/x.py", "x.py"),
        ("<string>", "<string>"),
        ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap>"),
        ("", "."),
    ],
)
def test_paths_do_not_tell_who_works_here(path: str, short: str) -> None:
    assert short_path(path) == short


def test_a_folder_of_homes_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/srv/homes/ada"))
    monkeypatch.setattr(sys, "path", ["/srv", "/srv/homes"])
    forget_paths()
    assert short_path("/srv/homes/ada/orders.py") == "orders.py"
    forget_paths()


@pytest.mark.usefixtures("_home")
def test_a_deleted_folder_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert short_path("/opt/lib/a.py") == "a.py"


@pytest.mark.usefixtures("_home")
def test_texts_do_not_tell_who_works_here() -> None:
    assert safe_text("no file '/home/ada/x'") == "no file '~/x'"
    assert safe_text("in /home/ada") == "in ~"
    assert safe_text("at /home/ada/app/a/b.py:16") == "at a/b.py:16"
    assert safe_text("from 'b' (/home/bob/b.py)") == "from 'b' (b.py)"
    assert safe_text("http://x/home/bob/b.py") == "http://x/home/bob/b.py"
    assert safe_text("/home/adam and /home/ada.old") == "/home/adam and /home/ada.old"
