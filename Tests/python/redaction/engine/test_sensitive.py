"""A sensitive value is in nothing that can be written."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
import traceback

import pytest
from predictiontrader_catalog._runtime.redaction import SENSITIVE, Sensitive
from redaction.engine.small_rules import made

SECRET = made("<alnum:24>")


@dataclasses.dataclass
class Login:
    name: str
    password: Sensitive[str]


def test_texts_of_it_say_nothing() -> None:
    value = Sensitive(SECRET)
    login = Login("bob", value)
    texts = [
        str(value),
        repr(value),
        f"{value}",
        f"{value!r:>40}",
        f"{value:.5}",
        "%s" % value,  # noqa: UP031 - loggers still do it
        str([value]),
        repr(login),
        str(dataclasses.asdict(login)),
        json.dumps({"a": value}, default=str),
    ]
    for text in texts:
        assert not any(SECRET[at : at + 4] in text for at in range(20))
    assert str(value) == SENSITIVE


def test_only_reveal_gives_it_back() -> None:
    value = Sensitive(SECRET)
    assert value.reveal() is SECRET
    assert copy.deepcopy(value).reveal() is SECRET
    assert not hasattr(value, "__dict__")
    with pytest.raises(TypeError):
        json.dumps(value)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_is_not_pickled(protocol: int) -> None:
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(Sensitive(SECRET), protocol)


def test_errors_about_it_do_not_name_it() -> None:
    with pytest.raises(TypeError) as raised:
        hash(Sensitive(SECRET))
    assert SECRET not in "".join(traceback.format_exception(raised.value))


def test_equality_is_of_values() -> None:
    assert Sensitive(SECRET) == Sensitive(SECRET)
    assert Sensitive(SECRET) != Sensitive(SECRET[1:])
    assert Sensitive(b"a") == Sensitive(b"a")
    assert Sensitive(1) == Sensitive(1)
    assert Sensitive(SECRET) != SECRET
