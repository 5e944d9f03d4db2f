import CodebookRuntime
import Resilience

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Nanoseconds of this process's own time that some work takes.
func nanoseconds(_ body: () -> Void) -> Double {
  let begin = processTime()
  body()
  return processTime() - begin
}

private func processTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

func connectionPolicy(_ scope: String, dialMS: Int64 = 10_000) -> ConnectionPolicy {
  ConnectionPolicy(
    scope, component: "ws_client", dialMS: dialMS, idleMS: 15_000, drops: 5, windowMS: 60_000,
    unreachable: "PT-NET-001", interrupted: "PT-DATA-001")
}

/// A connection that drops again and again.
struct ConnectionLoop {
  private let policy = connectionPolicy("ws.market_data")
  private var state = ConnectionState()
  private var effects: [Effect] = []
  private var now: Int64 = 0

  private mutating func tell(_ event: ConnectionEvent) {
    effects.removeAll(keepingCapacity: true)
    ConnectionReducer.reduce(&state, event, policy: policy, seed: 42, now: now, into: &effects)
  }

  /// Four steps a round; nanoseconds of one.
  mutating func run(_ rounds: Int) -> Double {
    tell(.start)
    return nanoseconds {
      for _ in 0..<rounds {
        tell(.opened(state.ticket))
        tell(.message(state.ticket))
        tell(.failed(state.ticket, .closed))
        now = state.timers[.backoff] ?? now
        tell(.timer(TimerName(.backoff, epoch: 1), serial: state.serial))
      }
    } / Double(4 * rounds)
  }
}

/// Requests that are answered at once.
struct LimiterLoop {
  private let policy = LimiterPolicy(
    "rest.orders", component: "rest_client",
    lanes: [
      LanePolicy("cancels", capacity: 64, share: 3),
      LanePolicy("orders", capacity: 32, isGated: true),
    ], rateLimited: "PT-HTTP-429", failed: "PT-NET-001")
  /// Client order IDs, as exchanges give them.
  private let ids = (0..<1024).map { "order-\($0)" }
  private var state: LimiterState
  private var effects: [Effect] = []
  private var now: Int64 = 0
  private var steps = 0

  init() {
    state = LimiterState(policy: policy)
  }

  private mutating func tell(_ event: LimiterEvent) {
    steps += 1
    effects.removeAll(keepingCapacity: true)
    LimiterReducer.reduce(&state, event, policy: policy, seed: 42, now: now, into: &effects)
  }

  private mutating func answer(_ id: String, _ outcome: Outcome) {
    tell(.answer(id: id, epoch: 1, send: state.nextSend, outcome))
  }

  /// Two steps a round, and two more where it is limited; nanoseconds of one.
  mutating func run(_ rounds: Int, limitedEvery interval: Int) -> Double {
    let time = nanoseconds {
      for round in 0..<rounds {
        let id = ids[round % ids.count]
        now += 1
        tell(.submit(id: id, lane: round & 1, isSafe: false))
        answer(id, round % interval == interval - 1 ? .limited : .succeeded)
        guard state.phase == .blocked else { continue }
        now = state.until
        tell(.timer(TimerName(.release, epoch: 1), serial: state.generation))
        answer(id, .succeeded)
      }
    }
    return time / Double(steps)
  }
}

/// One after the other of ten thousand connections is started, lives, and is stopped.
struct WholeLoop {
  private let description = ResilienceDescription(
    network: ResilienceDescription.Network(component: "network", error: "PT-NET-001"),
    connections: (0..<10_000).map { connectionPolicy("ws.feed_\($0)") })
  private var state: ResilienceState
  private var effects: [ScopedEffect] = []
  private var now: Int64 = 0

  init() {
    state = ResilienceState(description: description)
  }

  private mutating func tell(_ index: Int, _ event: ConnectionEvent) {
    effects.removeAll(keepingCapacity: true)
    ResilienceReducer.reduce(
      &state, .connection(index, event), description: description, seed: 42, now: now,
      into: &effects)
  }

  /// Four steps a round; nanoseconds of one.
  mutating func run(_ rounds: Int) -> Double {
    nanoseconds {
      for round in 0..<rounds {
        let index = round % 10_000
        now += 1
        tell(index, .start)
        tell(index, .opened(state.connections[index].ticket))
        tell(index, .message(state.connections[index].ticket))
        tell(index, .stop)
      }
    } / Double(4 * rounds)
  }
}
