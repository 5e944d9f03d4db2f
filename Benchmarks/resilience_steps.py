"""What a step of a reducer costs in Python, in microseconds of its own time.

Each is the pure step: it copies the state, and gives the new one and its effects. The
last rows are the same through `Machines`, which pass on what scopes tell each other.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Generated" / "python"))

from predictiontrader_catalog._runtime.resilience.connection import reduce_connection
from predictiontrader_catalog._runtime.resilience.connection_state import (
    ConnectionState,
)
from predictiontrader_catalog._runtime.resilience.description import (
    ConnectionPolicy,
    LanePolicy,
    LimiterPolicy,
    NetworkPolicy,
    ResilienceDescription,
)
from predictiontrader_catalog._runtime.resilience.events import (
    Answer,
    Failed,
    Message,
    Opened,
    Start,
    Submit,
    Timer,
)
from predictiontrader_catalog._runtime.resilience.limiter import reduce_limiter
from predictiontrader_catalog._runtime.resilience.limiter_state import LimiterState
from predictiontrader_catalog._runtime.resilience.machines import Machines

FEED = ConnectionPolicy(
    "ws.market_data", "ws_client", "PT-NET-001", "PT-DATA-001", drops=5, idle_ms=15_000
)
ORDERS = LimiterPolicy(
    "rest.orders",
    "rest_client",
    "PT-HTTP-429",
    "PT-NET-001",
    lanes=(LanePolicy("cancels", 64, 3), LanePolicy("orders", 32, 1, True)),
)
COUNT = 20_000
ROUNDS = 7
SEED = 42


def cost(name: str, step: Callable[[], object]) -> None:
    """Prints the median of several rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time_ns()
        for _ in range(COUNT):
            step()
        times.append((time.process_time_ns() - begin) / COUNT / 1000)
    print(f"{name:<44}{statistics.median(times):8.2f} µs")


def feed(*events: Start | Opened | Message | Failed | Timer) -> ConnectionState:
    """A connection after some events."""
    state = ConnectionState(1)
    for event in events:
        state, _ = reduce_connection(state, event, FEED, SEED, 0)
    return state


def orders(count: int) -> LimiterState:
    """A limiter with so many requests in it."""
    state = LimiterState.initial(ORDERS, 1)
    for number in range(count):
        event = Submit("rest.orders", f"o{number}", "orders")
        state, _ = reduce_limiter(state, event, ORDERS, SEED, 0)
    return state


def main() -> None:
    """Prints what each step costs."""
    scope = FEED.scope
    opened = feed(Start(scope), Opened(scope, 1, 1))
    live = feed(Start(scope), Opened(scope, 1, 1), Message(scope, 1, 1))
    message, failed = Message(scope, 1, 1), Failed(scope, 1, 1)
    cost("a message", lambda: reduce_connection(live, message, FEED, SEED, 9))
    cost("the first message", lambda: reduce_connection(opened, message, FEED, SEED, 9))
    cost("a drop", lambda: reduce_connection(live, failed, FEED, SEED, 9))
    stale = Opened(scope, 1, 7)
    cost("a stale callback", lambda: reduce_connection(live, stale, FEED, SEED, 9))
    for count in (1, 30):
        state = orders(count)
        submit = Submit("rest.orders", "new", "cancels")
        answer = Answer("rest.orders", 1, "o0", 1, "succeeded")
        limited = Answer("rest.orders", 1, "o0", 1, "limited", 3000)
        print(f"with {count} in the limiter")
        for name, event in (("submit", submit), ("answer", answer), ("429", limited)):
            cost(
                f"  {name}",
                lambda event=event, state=state: reduce_limiter(  # type: ignore[misc]
                    state, event, ORDERS, SEED, 9
                ),
            )
    network = NetworkPolicy("network", "PT-NET-001")
    description = ResilienceDescription(network, {}, (FEED,), (ORDERS,))
    machines = Machines(description, SEED)
    for event in (Start(scope), Opened(scope, 1, 1), message):
        machines.handle(event, 0)
    cost("a message, through the whole", lambda: machines.handle(message, 9))


if __name__ == "__main__":
    main()
