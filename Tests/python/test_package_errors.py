"""Catalog errors as an application raises, shows, logs and copies them."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from collections.abc import Callable

import pytest
from predictiontrader_catalog import CatalogError, ErrorCode, ErrorDomain

CODE = ErrorCode.PT_HTTP_429
DISPLAYED = "Too many requests sent. Retrying automatically. (PT-HTTP-429)"


def pickled(error: CatalogError) -> CatalogError:
    """The error as another process gets it."""
    copied = pickle.loads(pickle.dumps(error))
    assert isinstance(copied, CatalogError)
    return copied


def test_a_code_speaks_to_users_and_operators() -> None:
    assert CODE.user_message == "Too many requests sent. Retrying automatically."
    assert CODE.operator_message == (
        "HTTP 429 received; inspect throttle policy and backoff behavior for scope."
    )
    assert CODE.display_text == DISPLAYED
    assert (CODE.domain, CODE.category) == (ErrorDomain.HTTP, "Rate limit")
    assert ErrorDomain.HTTP.category == "Rate limit"


def test_an_error_is_raised_with_its_cause() -> None:
    cause = TimeoutError("no answer")
    with pytest.raises(CatalogError) as caught:
        raise CatalogError(CODE) from cause
    assert caught.value.code is CODE
    assert caught.value.__cause__ is cause


def test_nothing_for_operators_is_shown_by_accident() -> None:
    error = CatalogError(CODE)
    shown = [str(error), f"{error}", repr(error), *traceback.format_exception(error)]
    assert shown[0] == shown[1] == DISPLAYED
    assert DISPLAYED in shown[-1]
    assert not any(error.operator_message in text for text in shown)


def test_an_error_is_logged_as_it_is_shown(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("test").error("%s", CatalogError(CODE))
    assert caplog.messages == [DISPLAYED]


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, pickled])
def test_a_copy_says_the_same(
    duplicate: Callable[[CatalogError], CatalogError],
) -> None:
    error = CatalogError(CODE)
    # `add_note`, as of Python 3.11, by the name under which it keeps notes.
    vars(error)["__notes__"] = ["a note"]
    copied = duplicate(error)
    assert copied is not error
    assert (copied.code, str(copied)) == (CODE, DISPLAYED)
    assert copied.operator_message == error.operator_message
    assert vars(copied)["__notes__"] == ["a note"]


def test_a_subclass_keeps_its_class() -> None:
    class OrderError(CatalogError):
        """An application's own."""

    error = OrderError(CODE)
    assert isinstance(copy.copy(error), OrderError)
    assert str(error) == DISPLAYED


def test_codes_of_other_versions_stay_text() -> None:
    raw, known = "PT-HTTP-999", str(CODE)
    with pytest.raises(ValueError, match=raw):
        ErrorCode(raw)
    assert raw not in {code.value for code in ErrorCode}
    assert known == CODE != raw
