"""A parent and its child agree on session, correlation and catalog."""

from __future__ import annotations

import json
from typing import Any

import pytest
from predictiontrader_catalog._runtime.handshake import (
    Bootstrap,
    CarrierError,
    CatalogIdentity,
    Compatibility,
    Ready,
    adopt,
)
from predictiontrader_catalog._runtime.incoming import Replacement
from runtime.adapters.sample import DESCRIPTION
from runtime.adapters.tools import Recorded

CORRELATION = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
SESSION = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
SPAN = "00f067aa0ba902b7"
IDENTITY = CatalogIdentity("1.0.0", "a" * 64)

LINE: dict[str, Any] = {
    "codebook_bootstrap": 1,
    "catalog_version": "1.0.0",
    "catalog_digest": "a" * 64,
    "session_id": SESSION,
    "correlation_id": CORRELATION,
    "span_id": SPAN,
    "payload": {"port": 0, "name": "Zoë 🦊"},
}
BOOTSTRAP = Bootstrap(IDENTITY, SESSION, CORRELATION, SPAN, LINE["payload"])


def line(**changes: Any) -> bytes:
    """The line with other members; `...` leaves one out."""
    members = {**LINE, **changes}
    text = json.dumps({k: v for k, v in members.items() if v is not ...})
    return f"{text}\n".encode()


def test_a_line_is_taken_in() -> None:
    assert Bootstrap.parse(line()) == BOOTSTRAP
    assert Bootstrap.parse(line().decode()) == BOOTSTRAP
    assert Bootstrap.parse(line(novelty=[1])) == BOOTSTRAP
    utf_8 = json.dumps(LINE, ensure_ascii=False).encode()
    assert Bootstrap.parse(utf_8) == BOOTSTRAP


def test_a_line_is_made() -> None:
    text = BOOTSTRAP.to_line()
    assert text.isascii()
    assert text.endswith("\n")
    assert text.count("\n") == 1
    assert json.loads(text) == LINE
    assert list(json.loads(text)) == list(LINE)
    least = Bootstrap(IDENTITY, SESSION, CORRELATION).to_line()
    assert json.loads(least).keys() == LINE.keys() - {"span_id", "payload"}
    assert Bootstrap.parse(least) == Bootstrap(IDENTITY, SESSION, CORRELATION)


def test_the_answer_goes_both_ways() -> None:
    ready = Ready(IDENTITY, SESSION, CORRELATION, {"port": 43125})
    assert Ready.parse(ready.to_line()) == ready
    assert json.loads(ready.to_line()) == {
        "codebook_ready": 1,
        "catalog_version": "1.0.0",
        "catalog_digest": "a" * 64,
        "session_id": SESSION,
        "correlation_id": CORRELATION,
        "payload": {"port": 43125},
    }
    with pytest.raises(CarrierError, match="no member codebook_ready"):
        Ready.parse(line())


@pytest.mark.parametrize(
    "value", ["", SESSION.upper(), f"{SESSION}\n", "a" * 60_000, 7, True, [SESSION], {}]
)
@pytest.mark.parametrize("name", ["session_id", "correlation_id"])
def test_a_malformed_id_is_replaced(name: str, value: object) -> None:
    found = Bootstrap.parse(line(**{name: value}))
    assert found.replaced == (Replacement("bootstrap", "malformed"),)
    assert getattr(found, name) not in (value, SESSION, CORRELATION)
    assert found.span_id == (SPAN if name == "session_id" else None)


@pytest.mark.parametrize("value", [..., None])
def test_a_missing_id_is_replaced(value: object) -> None:
    found = Bootstrap.parse(line(session_id=value, correlation_id=value))
    assert found.replaced == (Replacement("bootstrap", "missing"),) * 2
    assert found.session_id != found.correlation_id


HOSTILE: list[tuple[bytes, str]] = [
    (b"", "not JSON"),
    (b"Traceback (most recent call last):", "not JSON"),
    (b"null", "not a JSON object"),
    (b"[]", "not a JSON object"),
    (b"{}", "no member codebook_bootstrap"),
    (b"\xff\xfe{}", "not UTF-8"),
    (b'{"codebook_bootstrap":1,"codebook_bootstrap":1}', "key twice"),
    (line(payload=...).replace(b"}\n", b',"payload":{"a":1,"a":2}}'), "key twice"),
    (line(codebook_bootstrap=True), "not 1"),
    (line(codebook_bootstrap=1.0), "not 1"),
    (line(codebook_bootstrap="1"), "not 1"),
    (line(codebook_bootstrap=2), "not 1"),
    (line(catalog_version=...), "catalog_version is not a text"),
    (line(catalog_digest=False), "catalog_digest is not a text"),
    (line(payload=[1]), "payload is not an object"),
    (line(payload="x"), "payload is not an object"),
    (line(payload={"x": float("nan")}), "number that JSON does not know"),
    (line(payload={"x": "y" * 65_536}), "longer than 65536 bytes"),
    (b"[" * 65_000, "nested too deeply"),
    (b'{"a":' * 10_000, "nested too deeply"),
    (line(payload=...)[:-2] + b',"payload":{"x":' + b"[" * 70 + b"]" * 70 + b"}}",
     "nested too deeply"),
    (b'{"a":' + b"9" * 60_000 + b"}", "not JSON|no member"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_such_line_is_refused_with_a_reason(
    text: bytes, reason: str
) -> None:
    with pytest.raises(CarrierError, match=reason) as caught:
        Bootstrap.parse(text)
    # A reason for a person never repeats what came.
    assert len(str(caught.value)) < 60


def test_a_line_has_a_limit_in_both_directions() -> None:
    overhead = len(line(payload={"x": ""}))
    fits = line(payload={"x": "y" * (65_536 - overhead)})
    assert len(fits) == 65_536
    assert Bootstrap.parse(fits).payload == {"x": "y" * (65_536 - overhead)}
    least = BOOTSTRAP._replace(payload={"x": ""}).to_line()
    made = BOOTSTRAP._replace(payload={"x": "y" * (65_536 - len(least))})
    assert len(made.to_line()) == 65_536
    assert Bootstrap.parse(made.to_line()) == made
    with pytest.raises(CarrierError, match="longer than 65536"):
        made._replace(payload={"x": "y" * (65_537 - len(least))}).to_line()
    # Counted in bytes, not in characters.
    text = json.dumps({**LINE, "payload": {"x": "é" * 40_000}}, ensure_ascii=False)
    with pytest.raises(CarrierError, match="longer"):
        Bootstrap.parse(text)


@pytest.mark.parametrize("payload", [{"x": object()}, {"x": float("inf")}, {(1,): 2}])
def test_a_payload_that_is_not_json_is_refused(payload: Any) -> None:
    with pytest.raises(CarrierError, match="the payload is not JSON"):
        BOOTSTRAP._replace(payload=payload).to_line()


@pytest.mark.parametrize(("depth", "fits"), [(64, True), (65, False)])
def test_a_payload_has_a_depth(depth: int, fits: bool) -> None:
    # The line is the outermost container, and the payload the next.
    inner: Any = []
    for _ in range(depth - 3):
        inner = [inner]
    bootstrap = BOOTSTRAP._replace(payload={"x": inner})
    if fits:
        assert Bootstrap.parse(bootstrap.to_line()) == bootstrap
        return
    with pytest.raises(CarrierError, match="nested too deeply"):
        bootstrap.to_line()
    with pytest.raises(CarrierError, match="nested too deeply"):
        Bootstrap.parse(line(payload=bootstrap.payload))


def test_a_lone_surrogate_is_sent_as_the_replacement_character() -> None:
    text = BOOTSTRAP._replace(payload={"x": "a\ud800b", "y": "🦊"}).to_line()
    assert Bootstrap.parse(text).payload == {"x": "a\ufffdb", "y": "🦊"}


def test_a_bootstrap_is_made_in_the_current_context(recorded: Recorded) -> None:
    logger = recorded.logger
    with logger.new_correlation() as context, logger.span() as span:
        made = Bootstrap.of(logger, {"port": 1})
    assert made == Bootstrap(
        CatalogIdentity(DESCRIPTION.version, DESCRIPTION.digest),
        logger.session_id,
        context.correlation_id,
        span.span_id,
        {"port": 1},
    )


def test_a_bootstrap_is_adopted(recorded: Recorded) -> None:
    logger = recorded.logger
    provisional = logger.session_id
    assert adopt(logger, BOOTSTRAP) is Compatibility.COMPATIBLE
    assert logger.session_id == SESSION
    record = recorded.only
    assert record["event"] == "session_adopted"
    assert record["session_id"] == SESSION
    assert record["correlation_id"] == CORRELATION
    assert record["span_id"] == SPAN
    assert record["details"] == {"provisional_session_id": provisional}
    assert Ready.of(logger) == Ready(
        CatalogIdentity.of(logger), SESSION, CORRELATION, None
    )


def test_what_was_replaced_is_told_once_the_session_is_adopted(
    recorded: Recorded,
) -> None:
    hostile = Bootstrap.parse(line(correlation_id="evil", session_id=None))
    adopt(recorded.logger, hostile)
    adopted, *replaced = recorded.records
    assert adopted["event"] == "session_adopted"
    assert [record["event"] for record in replaced] == ["correlation_replaced"] * 2
    assert [record["details"]["reason"] for record in replaced] == [
        "missing",
        "malformed",
    ]
    assert {record["correlation_id"] for record in recorded.records} == {
        hostile.correlation_id
    }
    assert b"evil" not in b"".join(recorded.sink.lines)


@pytest.mark.parametrize(
    ("version", "digest", "verdict"),
    [
        (DESCRIPTION.version, DESCRIPTION.digest, Compatibility.IDENTICAL),
        (DESCRIPTION.version, "e" * 64, Compatibility.INCOMPATIBLE),
        ("2.0.0", "e" * 64, Compatibility.INCOMPATIBLE),
    ],
)
def test_adopting_gives_the_verdict(
    recorded: Recorded, version: str, digest: str, verdict: Compatibility
) -> None:
    identity = CatalogIdentity(version, digest)
    assert adopt(recorded.logger, BOOTSTRAP._replace(identity=identity)) is verdict
