"""Holds what the example lived through against the pass conditions of RR-01 to RR-08.

Called as `example_scenarios.py FOLDER SEED OUTPUT`, after `run.sh --scenario all
FOLDER`, which was run with that seed and printed that output. Waits are held against
their floors, by the exchange's own clock; how much longer they took does not matter.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

Line = dict[str, Any]

# The catalog's policies at the scale of the scenarios.
BASE_MS = 500 // 20
CAP_MS = 30_000 // 20
FEED = "ws.market_data"
ORDERS = "rest.orders"
CANDLES = "rest.market_data"
# What stands of the exchange in the orders' limiter.
OF_ORDERS = ("orders", "cancels", "lookups")
# What an engine logs before it does anything, with its epoch.
LISTENS = "engine_listening"
WORD = (1 << 64) - 1


class Run:
    """What is left of one scenario."""

    def __init__(self, name: str, folder: Path, seed: int, screen: list[str]) -> None:
        self.name = name
        self.seed = seed
        self.screen = screen
        self.desktop = lines(folder / "desktop.log.jsonl")
        self.engine = lines(folder / "engine.log.jsonl")
        self.exchange = lines(folder / "exchange.log.jsonl")
        (bundle,) = folder.glob("predictiontrader-diagnostics-*.zip")
        with zipfile.ZipFile(bundle) as archive:
            state = archive.read("state/reconnect-rate-limit-counters.json")
            lifecycle = archive.read("state/process-lifecycle.json")
        self.counters: dict[str, Any] = json.loads(state)
        self.lifecycle: dict[str, Any] = json.loads(lifecycle)

    def records(self, event: str, scope: str | None = None) -> list[Line]:
        """The engine's records of an event."""
        found = [one for one in self.engine if one["event"] == event]
        if scope is not None:
            found = [one for one in found if one.get("rate_limit_scope") == scope]
        return found

    def journal(self, *kinds: str) -> list[Line]:
        """What the exchange wrote down."""
        return [one for one in self.exchange if one["kind"] in kinds]

    def requests(self, *of: str) -> list[Line]:
        """What was asked, each with its answer's time and status if it had one."""
        answers = {one["number"]: one for one in self.journal("answer")}
        found = []
        for request in self.journal("request"):
            answer = answers.get(request["number"], {})
            told = {"at": answer.get("at_ms"), "status": answer.get("status")}
            wait = answer.get("wait_s", 0)
            if request["of"] in of:
                found.append({**request, "answer": {**told, "wait_s": wait}})
        return found

    def count(self, kind: str, scope: str, member: str) -> int:
        """A counter of the bundle."""
        found = [one for one in self.counters[kind] if one["scope"] == scope]
        return sum(one[member] for one in found)

    def same(self, what: str, found: object, wanted: object) -> None:
        if found != wanted:
            text = f"integration: FAILED: {self.name}: {what}"
            raise SystemExit(f"{text}\nwanted: {wanted}\nfound:  {found}")

    def holds(self, what: str, truth: bool, *told: object) -> None:
        if not truth:
            raise SystemExit(f"integration: FAILED: {self.name}: {what}: {told}")


def main() -> int:
    """Runs the checks; the first that fails ends the program."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    screens = screens_of(Path(sys.argv[3]).read_text(encoding="utf-8"))
    for name, check in CHECKS.items():
        run = Run(name, folder / name, seed, screens[name])
        check_always(run)
        check(run)
    print("integration: the example lives through the eight scenarios")
    return 0


def screens_of(output: str) -> dict[str, list[str]]:
    """What the user saw, by scenario."""
    screens: dict[str, list[str]] = {}
    seen: list[str] = []
    for line in output.splitlines():
        if line.startswith("== "):
            seen = screens[line[3:]] = []
        elif line.startswith("[screen] "):
            seen.append(line.removeprefix("[screen] "))
    return screens


# What holds in each scenario.


def check_always(run: Run) -> None:
    for name, records in (("desktop", run.desktop), ("engine", run.engine)):
        run.same(f"services of {name}", {one["service"] for one in records}, {name})
        bad = [one for one in records if one["event"] == "unexpected_error"]
        run.same(f"exceptions in {name}", bad, [])
    run.same("orders placed twice", run.journal("duplicate"), [])
    accepted = Counter(one["id"] for one in run.journal("accepted"))
    run.same("orders accepted twice", [id_ for id_, n in accepted.items() if n > 1], [])
    check_draws(run)
    check_waits_of_the_feed(run)
    check_runs(run)
    count = run.count("rate_limits", ORDERS, "count")
    refused = [
        one for one in run.requests(*OF_ORDERS) if one["answer"]["status"] == 429
    ]
    if run.name != "RR-06":  # An engine that is replaced takes its counters with it.
        run.same("429s in the bundle", count, len(refused))


def check_draws(run: Run) -> None:
    """Each wait of the feed is the one that seed, scope, epoch and attempt give."""
    epoch = 0
    is_path_up = False
    for record in run.engine:
        if record["event"] == LISTENS:
            epoch = record["details"]["epoch"]
        elif record["event"] in ("reconnected", "degraded_mode_left"):
            is_path_up = False
        elif record["message"] == "Asked to path":
            is_path_up = True
        elif record["event"] == "reconnect_scheduled":
            found, attempt = record["backoff_ms"], record["attempt"]
            key = f"{FEED}|{epoch}|{attempt}"
            wanted = {delay(run.seed, BASE_MS, CAP_MS, attempt, key)}
            if is_path_up:
                wanted.add(delay(run.seed, BASE_MS, BASE_MS, 1, key))
            run.holds(f"the wait of attempt {attempt}", found in wanted, found, wanted)


def check_waits_of_the_feed(run: Run) -> None:
    """No handshake comes earlier after a failure than the wait that it began."""
    scheduled = [one["backoff_ms"] for one in run.records("reconnect_scheduled", FEED)]
    failures = [
        one for one in run.journal("ended", "refused") if one.get("how") != "gone"
    ]
    handshakes = [one["at_ms"] for one in run.journal("handshake")]
    if len(handshakes) - 1 != len(scheduled):
        return  # The port was closed: what was dialed then is not in the journal.
    for failure, wait, dial in zip(failures, scheduled, handshakes[1:], strict=True):
        gap = dial - failure["at_ms"]
        run.holds("a dial came too early", gap >= wait - 1, gap, wait)


def check_runs(run: Run) -> None:
    """All records of one time of trouble have one correlation, and no other has it."""
    correlations: list[str] = []
    for record in run.engine:
        if record["event"] == "reconnect_scheduled":
            correlation = record["correlation_id"]
            is_same = bool(correlations) and correlation == correlations[-1]
            known = correlation in correlations
            run.holds("the correlation of a run", is_same or not known, record)
            correlations.append(correlation)
        elif record["event"] == "reconnected":
            run.same("its end", record["correlation_id"], correlations[-1])


# The scenarios.


def rr_01(run: Run) -> None:
    scheduled = run.records("reconnect_scheduled", FEED)
    run.same("attempts", [one["attempt"] for one in scheduled], [1, 2, 3])
    correlations = {one["correlation_id"] for one in scheduled}
    run.same("correlations", len(correlations), 1)
    (back,) = run.records("reconnected", FEED)
    run.same("the attempt that came back", back["attempt"], 3)
    run.same("reconnects", run.count("reconnects", FEED, "attempts"), 3)
    run.same("successes", run.count("reconnects", FEED, "successes"), 1)
    run.same("starts of the engine", len(run.records("engine_starting")), 1)
    check_status(run, ["reconnecting", "normal"])
    run.same("orders afterwards", len(run.journal("accepted")), 1)


def rr_02(run: Run) -> None:
    (entered,) = run.records("degraded_mode_entered")
    run.same("its code", entered["error_code"], "PT-DATA-001")
    (left,) = run.records("degraded_mode_left")
    attempts = [one["attempt"] for one in run.records("reconnect_scheduled", FEED)]
    wanted = [*range(1, 5), *range(1, 7)]
    run.same("attempts: four drops, then six", attempts, wanted)
    told = [
        one["event"]
        for one in run.engine
        if one["event"] in ("reconnect_scheduled", entered["event"], left["event"])
    ]
    run.same("where it was entered", told.index(entered["event"]), 8)
    run.same("where it was left", told.index(left["event"]), 11)
    text = "Market data feed interrupted. Reconnecting. (PT-DATA-001)"
    run.same("what the user sees", run.screen.count(f"Status: degraded. {text}"), 1)
    run.same("what the user sees last", statuses(run)[-1], "normal")


def rr_03(run: Run) -> None:
    asked = run.requests("orders")
    answers = [one["answer"] for one in asked]
    wanted = [429] * 4 + [201] * 6 + [429, 429, 201] + [429] * 3 + [201]
    run.same("statuses", [one["status"] for one in answers], wanted)
    burst = max(one["at"] for one in answers[:4])
    run.holds("the burst", asked[3]["at_ms"] < answers[0]["at"], asked[:4])
    begins = {
        4: burst + 1000,
        11: answers[10]["at"] + 2000,
        12: answers[11]["at"] + 1000,
    }
    for probe, earliest in begins.items():
        arrival = asked[probe]["at_ms"]
        run.holds("sent before `until`", arrival >= earliest, arrival, earliest)
    for probe in (4, 11, 12, 14, 15, 16):
        rest = [one["at_ms"] for one in asked[probe + 1 :]]
        is_alone = all(at >= answers[probe]["at"] for at in rest)
        run.holds("exactly one probe", is_alone, asked[probe], rest)
    check_scoped_backoff(run, asked[13:])
    limited = run.records("rate_limited")
    run.same("scopes", {one["rate_limit_scope"] for one in limited}, {ORDERS})
    run.same("codes", {one["error_code"] for one in limited}, {"PT-HTTP-429"})
    ids = [one["id"] for one in asked[10:13]]
    run.same("the client order ID of a retry", len(set(ids)), 1)
    run.same("orders", len(run.journal("accepted")), 8)
    run.same("what users are told", run.screen.count("Order placed."), 8)


def check_scoped_backoff(run: Run, asked: Sequence[Line]) -> None:
    """429 without a wait that counts: the scope's own backoff, never shorter."""
    waits = [one["backoff_ms"] for one in run.records("rate_limited")[-3:]]
    epoch = run.records(LISTENS)[-1]["details"]["epoch"]
    for wait, refused, again in zip(waits, asked, asked[1:], strict=False):
        known = [
            delay(run.seed, BASE_MS, CAP_MS, strikes, f"{ORDERS}|{epoch}|{strikes}")
            for strikes in range(1, 12)
        ]
        run.holds("a wait of the scope's own", wait in known, wait, known)
        gap = again["at_ms"] - refused["answer"]["at"]
        run.holds("sent before `until`", gap >= wait - 1, gap, wait)


def rr_04(run: Run) -> None:
    scopes = {one["rate_limit_scope"] for one in run.records("rate_limited")}
    run.same("limited scopes", scopes, {CANDLES})
    candles = run.requests("candles")
    refused = [one for one in candles if one["answer"]["status"] == 429]
    run.same("429s", run.count("rate_limits", CANDLES, "count"), len(refused))
    run.same("429s of orders", run.count("rate_limits", ORDERS, "count"), 0)
    blocked = max(one["answer"]["at"] for one in refused[:2])
    probe = refused[2]
    for begin, end in (
        (blocked, blocked + 1000),
        (probe["at_ms"], probe["answer"]["at"] + 1000),
    ):
        early = [one for one in candles if begin < one["at_ms"] < end]
        run.same("candles asked for meanwhile", early, [])
    orders = run.requests("orders")
    trace = [(one["method"], one["path"], one["answer"]["status"]) for one in orders]
    run.same("orders with 429s and without", trace[3:], trace[:3])
    meanwhile = [one for one in orders if blocked < one["at_ms"] < blocked + 1000]
    run.holds("orders while candles are held back", len(meanwhile) > 0, orders, blocked)


def rr_05(run: Run) -> None:
    turns = [
        one["event"]
        for one in run.engine
        if one["event"] in ("network_unreachable", "network_recovered")
    ]
    run.same("outages", turns, ["network_unreachable", "network_recovered"] * 2)
    codes = [one["error_code"] for one in run.engine if "error_code" in one]
    run.same("codes, one an outage", codes, ["PT-NET-001"] * 2)
    run.same("starts of the engine", len(run.records("engine_starting")), 1)
    outages = [one["correlation_id"] for one in run.records("network_unreachable")]
    back = [one["correlation_id"] for one in run.records("network_recovered")]
    run.same("correlations", back, outages)
    run.same("correlations of their own", len(set(outages)), 2)
    ports = [one for one in run.journal("listener") if one["port"] == "feed"]
    run.same("the port", [one["open"] for one in ports][:5], [True, False] * 2 + [True])
    for opened in (ports[2], ports[4]):
        later = [one for one in run.exchange if one["at_ms"] > opened["at_ms"]]
        dials = [one["kind"] for one in later if one["kind"] in ("handshake", "opened")]
        run.same("dials until it is back", dials[:2], ["handshake", "opened"])
    asked = [n for n, one in enumerate(run.engine) if one["message"] == "Asked to path"]
    soon = run.engine[asked[1] + 1]
    run.same("what comes of the path", soon["event"], "reconnect_scheduled")
    run.holds("the dial is soon", soon["backoff_ms"] <= BASE_MS, soon)
    text = "Status: offline. Cannot reach exchange services right now. (PT-NET-001)"
    run.same("what the user sees", run.screen.count(text), 2)
    run.same("orders afterwards", len(run.journal("accepted")), 2)


def rr_06(run: Run) -> None:
    ready = [one for one in run.desktop if one["event"] == "engine_ready_received"]
    run.same("epochs", [one["details"]["epoch"] for one in ready], [1, 2, 3])
    (launch,) = run.lifecycle["launch"]
    run.same("the engine", (launch["status"], launch["attempts"]), ("running", 3))
    run.same("the one before", run.lifecycle["shutdown"][0]["result"], "crashed")
    check_restarts(run)
    starts = [n for n, one in enumerate(run.engine) if one["event"] == LISTENS]
    after = run.engine[starts[1] :]
    retries = [one["attempt"] for one in after if one["event"] == "reconnect_scheduled"]
    run.same("attempts begin anew", retries[:1], [1])
    check_until_is_kept(run)
    accepted = [one["id"] for one in run.journal("accepted")]
    asked = run.requests("orders")
    run.same("the order that was out", accepted[0], asked[0]["id"])
    run.same("the one that was held back", asked[1]["id"] in accepted, False)
    found = [one["details"]["outcome"] for one in run.records("request_reconciled")]
    run.same("what was found out", found, ["accepted"])
    told = [line for line in run.screen if line.startswith(("Order", "Whether"))]
    unclear = "Whether the order was placed is not known yet."
    run.same("what the user sees at first", told[:2], [unclear] * 2)
    run.same("then", sorted(told[2:4]), ["Order not placed.", "Order placed."])
    run.same("and in the end", told[4:], ["Order placed."] * 2)


def check_restarts(run: Run) -> None:
    """The desktop's side: one restart that was asked for, and one that was not."""
    events = [one["event"] for one in run.desktop]
    run.same("losses", events.count("engine_connection_lost"), 2)
    waits = [one for one in run.desktop if one["event"] == "engine_restart_scheduled"]
    base = 2000
    wanted = [
        (1, delay(run.seed, base, 30_000, 1, f"process.engine|{epoch}|1"))
        for epoch in (1, 2)
    ]
    run.same("waits", [(one["attempt"], one["backoff_ms"]) for one in waits], wanted)
    stale = [one for one in run.desktop if one["event"] == "stale_retry_discarded"]
    run.holds("the wait of before is discarded", len(stale) > 0)
    run.same("its epoch", {one["details"]["stale_epoch"] for one in stale}, {1})
    (restored,) = (one for one in run.desktop if one["event"] == "engine_restored")
    run.same("the attempt", restored["attempt"], 1)
    correlation = waits[1]["correlation_id"]
    run.same("one time of trouble", restored["correlation_id"], correlation)
    text = "Engine connection was interrupted. (PT-PROC-002)"
    run.same("what the user sees", run.screen.count(text), 2)


def check_until_is_kept(run: Run) -> None:
    asked = run.requests(*OF_ORDERS)
    refused = next(one for one in asked if one["answer"]["status"] == 429)
    until = refused["answer"]["at"] + refused["answer"]["wait_s"] * 1000
    later = [one for one in asked if one["at_ms"] > refused["answer"]["at"]]
    early = [one for one in later if one["at_ms"] < until]
    run.same("asked before `until`, across the restart", early, [])
    others = [one for one in later[1:] if one["at_ms"] < later[0]["answer"]["at"]]
    run.same("exactly one probe", others, [])


def rr_07(run: Run) -> None:
    run.same("orders", len(run.journal("accepted")), 13)
    run.same("what users are told", run.screen.count("Order placed."), 13)
    run.same("the cancellation", run.screen.count("Order cancelled."), 1)
    run.same("abandoned", run.records("request_abandoned"), [])
    run.same("without an answer", len(run.records("request_outcome_unknown")), 1)
    (cut,) = run.journal("cut")
    (lost,) = (one for one in run.requests("orders") if one["number"] == cut["number"])
    sends = [one for one in run.requests("orders") if one["id"] == lost["id"]]
    run.same(
        "sent again after that",
        [one for one in sends if one["number"] > lost["number"]],
        [],
    )
    found = [one["details"]["outcome"] for one in run.records("request_reconciled")]
    run.same("what was found out", found, ["accepted"])
    run.same("rejected", run.records("request_rejected"), [])
    asked = run.requests(*OF_ORDERS)
    burst = [one for one in asked if one["answer"]["status"] == 429][:4]
    until = max(one["answer"]["at"] for one in burst) + 1000
    later = [one for one in asked if one["at_ms"] > burst[-1]["at_ms"]]
    run.holds("sent before `until`", later[0]["at_ms"] >= until, later[0], until)
    run.same("a cancellation goes first", later[0]["of"], "cancels")
    queues = [
        one["details"]["queues"] for one in run.desktop if "queues" in one["event"]
    ]
    waiting, empty = (one[ORDERS]["orders"] for one in queues)
    run.holds("orders that wait", waiting["depth"] > 0, waiting)
    run.holds("for how long", waiting["oldest_wait_ms"] > 0, waiting)
    run.same("orders that wait in the end", (empty["depth"], empty["flying"]), (0, 0))
    attempts = [one["attempt"] for one in run.records("reconnect_scheduled", FEED)]
    run.same("attempts of the feed", attempts[:4], [1, 2, 3, 4])
    run.same("how it ends", statuses(run)[-1], "normal")


def rr_08(run: Run) -> None:
    (terminal,) = run.records("retry_budget_exhausted")
    code = terminal["error_code"]
    run.holds("an actionable code", code in ("PT-NET-001", "PT-DATA-001"), code)
    run.same("attempts", terminal["attempt"], 6)
    place = run.engine.index(terminal)
    rest = [one["event"] for one in run.engine[place:]]
    run.same("attempts after the last one", rest.count("reconnect_scheduled"), 0)
    run.same("the gate", rest.count("request_rejected"), 1)
    (rejected,) = run.records("request_rejected", ORDERS)
    told = (rejected["error_code"], rejected["details"]["reason"])
    run.same("why", told, (code, "gated"))
    (line,) = [line for line in run.screen if line.startswith("Status: suspended.")]
    run.holds("what the user sees", code in line and "Orders are closed." in line, line)
    closed = [one for one in run.screen if one.startswith("Orders are closed.")]
    run.holds("what order entry says", len(closed) == 1 and code in closed[0], closed)
    run.same("orders: before, and after", len(run.requests("orders")), 2)
    run.same("the cancellation", run.screen.count("Order cancelled."), 1)
    dials = [one["kind"] for one in run.journal("handshake", "opened")]
    run.same("dials: the first, and a probe", dials, ["handshake", "opened"] * 2)
    run.same("the way back", rest.count("degraded_mode_left"), 1)
    run.same("how it ends", statuses(run)[-1], "normal")
    run.same("what the user is told last", run.screen[-2], "Order placed.")


def check_status(run: Run, wanted: list[str]) -> None:
    found = [state for state in statuses(run) if state in wanted]
    # It was normal before.
    run.same("statuses", found[-len(wanted) :], wanted)


def statuses(run: Run) -> list[str]:
    """What the user saw as the status, in its order."""
    found = [line for line in run.screen if line.startswith("Status: ")]
    return [line.removeprefix("Status: ").partition(".")[0] for line in found]


CHECKS: dict[str, Callable[[Run], None]] = {
    "RR-01": rr_01,
    "RR-02": rr_02,
    "RR-03": rr_03,
    "RR-04": rr_04,
    "RR-05": rr_05,
    "RR-06": rr_06,
    "RR-07": rr_07,
    "RR-08": rr_08,
}

# The delays of docs/resilience-semantics.md, by their description there.


def delay(seed: int, base: int, cap: int, attempt: int, key: str) -> int:
    """How long an attempt waits, in milliseconds."""
    ceiling = min(base << min(attempt - 1, 62), cap)
    half = ceiling // 2
    return half + (draw(seed, key) * (ceiling - half + 1) >> 64)


def draw(seed: int, key: str) -> int:
    """The first output of SplitMix64, seeded with the key."""
    state = (seed ^ fnv1a(key.encode())) + 0x9E3779B97F4A7C15 & WORD
    state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & WORD
    state = (state ^ state >> 27) * 0x94D049BB133111EB & WORD
    return state ^ state >> 31


def fnv1a(data: Iterable[int]) -> int:
    state = 0xCBF29CE484222325
    for byte in data:
        state = (state ^ byte) * 0x100000001B3 & WORD
    return state


def lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


if __name__ == "__main__":
    sys.exit(main())
