"""The exchange of the examples fails as its script says."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.sync.connection import Connection

EXCHANGE = Path(__file__).parents[2] / "Examples/exchange"
PATIENCE = 20.0


class Exchange:
    """A running exchange and its journal."""

    def __init__(self, folder: Path, script: dict[str, Any]) -> None:
        file = folder / "script.json"
        file.write_text(json.dumps({"scenario": "test", "exchange": script}), "utf-8")
        self.log = folder / "exchange.log.jsonl"
        command = [sys.executable, str(EXCHANGE / "exchange.py")]
        command += ["--script", str(file), "--log", str(self.log)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.at: dict[str, str] = json.loads(self.process.stdout.readline())

    def ask(
        self, path: str, method: str = "GET", body: object = None, of: str = "rest"
    ) -> tuple[int, Any, dict[str, str]]:
        """The status, the body and the headers of an answer."""
        request = urllib.request.Request(
            self.at[of] + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, json.load(answer), dict(answer.headers)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error), dict(error.headers)

    def place(self, order: str) -> int:
        """The status of an order."""
        return self.ask("/orders", "POST", {"client_order_id": order})[0]

    def change(self, **script: object) -> int:
        """Gives it another script while it runs."""
        return self.ask("/script", "POST", script, of="control")[0]

    def feed(self) -> ClientConnection:
        """A connection to the feed."""
        return connect(self.at["feed"], open_timeout=PATIENCE, close_timeout=0)

    def journal(self, kind: str) -> list[dict[str, Any]]:
        """What it wrote down of a kind."""
        lines = map(json.loads, self.log.read_text("utf-8").splitlines())
        return [line for line in lines if line["kind"] == kind]

    def end(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def exchange(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Exchange]:
    running = Exchange(tmp_path, getattr(request, "param", {}))
    yield running
    running.end()
    assert running.process.returncode == 0


def scripted(**script: object) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("exchange", [script], indirect=True)


def ticks_until_its_end(feed: Connection) -> int:
    """How many prices come before the connection ends."""
    seen = 0
    while True:
        try:
            feed.recv(PATIENCE)
        except ConnectionClosed:
            return seen
        seen += 1


def test_takes_orders_and_tells_of_them(exchange: Exchange) -> None:
    assert exchange.place("a") == 201
    assert exchange.ask("/orders/a")[:2] == (200, {"id": "a", "status": "accepted"})
    assert exchange.ask("/orders/b")[0] == 404
    assert exchange.ask("/orders/a", "DELETE")[1]["status"] == "cancelled"
    assert exchange.ask("/orders/b", "DELETE")[0] == 404
    assert len(exchange.ask("/candles?from=120000&count=3")[1]["candles"]) == 3


def test_an_order_is_taken_once(exchange: Exchange) -> None:
    assert [exchange.place(order) for order in "aba"] == [201, 201, 409]
    ledger = exchange.ask("/ledger", of="control")[1]
    wanted = {"a": "accepted", "b": "accepted"}
    assert ledger == {"orders": wanted, "duplicates": ["a"]}
    assert [line["id"] for line in exchange.journal("accepted")] == ["a", "b"]
    assert [line["id"] for line in exchange.journal("duplicate")] == ["a"]


@scripted(orders=[{"status": 503, "times": 2}, {"status": 418}, {}])
def test_statuses_are_those_of_the_script(exchange: Exchange) -> None:
    assert [exchange.place("a") for _ in range(4)] == [503, 503, 418, 201]
    assert exchange.ask("/orders/a")[0] == 200


@scripted(
    orders=[
        {"status": 429, "retry_after": 3},
        {"status": 429, "retry_after": "1_000"},
        {"status": 429, "retry_after": 0},
        {"status": 429},
    ]
)
def test_retry_after_in_seconds_and_as_it_should_not_be(exchange: Exchange) -> None:
    order = {"client_order_id": "a"}
    answers = [exchange.ask("/orders", "POST", order) for _ in range(4)]
    found = [(status, head.get("Retry-After")) for status, _, head in answers]
    assert found == [(429, "3"), (429, "1_000"), (429, "0"), (429, None)]
    wanted = ["3", "1_000", "0", None]
    assert [one.get("retry_after") for one in exchange.journal("answer")] == wanted


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("imf-fixdate", "%a, %d %b %Y %H:%M:%S GMT"),
        ("rfc850", "%A, %d-%b-%y %H:%M:%S GMT"),
        ("asctime", "%a %b %d %H:%M:%S %Y"),
    ],
)
@pytest.mark.parametrize("ahead", [0, -7200])
def test_retry_after_as_a_date(
    form: str, written: str, ahead: int, tmp_path: Path
) -> None:
    entry = {"seconds": 5, "form": form, "clock": ahead}
    script = {"candles": [{"status": 429, "retry_after": entry}]}
    exchange = Exchange(tmp_path, script)
    try:
        headers = exchange.ask("/candles")[2]
    finally:
        exchange.end()
    date = parsedate_to_datetime(headers["Date"])
    until = datetime.strptime(headers["Retry-After"], written).replace(
        tzinfo=timezone.utc
    )
    assert (until - date).total_seconds() == 5
    assert abs(date.timestamp() - time.time() - ahead) < PATIENCE
    assert len(headers["Retry-After"]) == len(date.strftime(written))


@scripted(orders=[{"cut": True}, {"cut": True, "carried_out": True}, {"hang": True}])
def test_what_the_client_does_not_hear_of(exchange: Exchange) -> None:
    for order, status in (("a", 404), ("b", 200)):
        with pytest.raises((ConnectionError, urllib.error.URLError)):
            exchange.place(order)
        assert exchange.ask(f"/orders/{order}")[0] == status
    request = urllib.request.Request(
        exchange.at["rest"] + "/orders", data=b'{"client_order_id":"c"}'
    )
    with pytest.raises(TimeoutError):
        urllib.request.urlopen(request, timeout=0.2)
    assert len(exchange.journal("cut")) == 2
    assert exchange.ask("/orders/c")[0] == 404


@scripted(feed=[{"ticks": 2, "then": "close"}, {"ticks": 0}, {}])
def test_the_feed_drops(exchange: Exchange) -> None:
    for ticks in (2, 0):
        with exchange.feed() as feed:
            assert ticks_until_its_end(feed) == ticks
    with exchange.feed() as feed:
        assert json.loads(feed.recv(PATIENCE))["type"] == "tick"
    ends = [line["how"] for line in exchange.journal("ended")]
    assert ends[:2] == ["close", "drop"]


@scripted(feed=[{"ticks": 1, "then": "stall"}])
def test_the_feed_stalls(exchange: Exchange) -> None:
    with exchange.feed() as feed:
        feed.recv(PATIENCE)
        with pytest.raises(TimeoutError):
            feed.recv(0.2)
        # Nobody has hung up.
        feed.ping().wait(PATIENCE)


@scripted(feed=[{"refuse": 503}, {"refuse": 429, "retry_after": 2}, {}])
def test_the_feed_refuses(exchange: Exchange) -> None:
    found = []
    for _ in range(2):
        with pytest.raises(InvalidStatus) as refusal:
            exchange.feed()
        answer = refusal.value.response
        found.append((answer.status_code, answer.headers.get("Retry-After")))
    assert found == [(503, None), (429, "2")]
    with exchange.feed() as feed:
        feed.recv(PATIENCE)


@scripted(feed=[{"hang": True}, {}])
def test_a_handshake_hangs(exchange: Exchange) -> None:
    with pytest.raises(TimeoutError):
        connect(exchange.at["feed"], open_timeout=0.2)
    with exchange.feed() as feed:
        feed.recv(PATIENCE)


@scripted(feed=[{"ticks": 1, "then": "vanish", "for_ms": 300}])
def test_the_feed_is_gone_for_a_while(exchange: Exchange) -> None:
    with exchange.feed() as feed:
        assert ticks_until_its_end(feed) == 1
    refused = 0
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            exchange.feed().close()
            break
        except ConnectionRefusedError:
            refused += 1
        except (ConnectionResetError, WebSocketException):
            pass  # It came while the port was being closed.
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert refused > 0
    assert exchange.place("a") == 201


def test_the_network_goes_and_comes_back_at_the_same_ports(exchange: Exchange) -> None:
    feed = exchange.feed()
    assert exchange.change(network="down") == 200
    ticks_until_its_end(feed)
    with pytest.raises(ConnectionRefusedError):
        exchange.feed()
    with pytest.raises(urllib.error.URLError):
        exchange.place("a")
    assert exchange.change(network="up") == 200
    assert exchange.place("a") == 201
    with exchange.feed() as again:
        again.recv(PATIENCE)


def test_a_script_is_changed_while_it_runs(exchange: Exchange) -> None:
    assert exchange.change(orders=[{"status": 429, "retry_after": 1}]) == 200
    assert [exchange.place("a") for _ in range(2)] == [429, 201]


@pytest.mark.parametrize(
    "script",
    [
        {"fees": []},
        {"orders": [{"stat": 429}]},
        {"orders": {}},
        {"feed": [{"then": "explode"}]},
        {"ports": {"rest": "ajar"}},
        {"ports": {"fees": "open"}},
        {"candles": [{"retry_after": {"form": "iso"}}]},
    ],
)
def test_a_script_with_a_mistake_is_refused(
    exchange: Exchange, script: dict[str, Any]
) -> None:
    assert exchange.change(**script) == 400
    assert exchange.place("a") == 201


def test_arrivals_have_their_time(exchange: Exchange) -> None:
    exchange.place("a")
    time.sleep(0.1)
    exchange.place("b")
    first, second = exchange.journal("request")
    assert second["at_ms"] - first["at_ms"] >= 100
    assert (first["method"], first["path"], first["id"]) == ("POST", "/orders", "a")
    answers = exchange.journal("answer")
    assert answers[0]["at_ms"] >= first["at_ms"]
    assert [one["number"] for one in answers] == [first["number"], second["number"]]


def test_runs_a_command_and_ends_with_it() -> None:
    program = "import json, os, sys; sys.exit(len(json.loads(os.environ['EXCHANGE'])))"
    command = [sys.executable, str(EXCHANGE / "exchange.py"), "--", sys.executable]
    done = subprocess.run([*command, "-c", program], timeout=PATIENCE, check=False)
    assert done.returncode == 3


def test_scenarios_are_scripts() -> None:
    files = sorted((EXCHANGE / "scenarios").glob("RR-*.json"))
    assert [file.stem for file in files] == [f"RR-{one:02}" for one in range(1, 9)]
    for file in files:
        assert json.loads(file.read_text("utf-8"))["scenario"] == file.stem
