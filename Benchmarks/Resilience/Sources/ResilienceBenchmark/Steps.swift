import CodebookRuntime
import Resilience

/// Nanoseconds that each of some steps takes.
func nanoseconds(_ count: Int, _ body: () -> Void) -> Double {
  let time = ContinuousClock().measure(body)
  let (seconds, attoseconds) = time.components
  return (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(count)
}

func connectionPolicy(_ scope: String, dialMS: Int64 = 10_000) -> ConnectionPolicy {
  ConnectionPolicy(
    scope, component: "ws_client", dialMS: dialMS, idleMS: 15_000, drops: 5, windowMS: 60_000,
    unreachable: "PT-NET-001", interrupted: "PT-DATA-001")
}

let limiterPolicy = LimiterPolicy(
  "rest.orders", component: "rest_client",
  lanes: [
    LanePolicy("cancels", capacity: 64, share: 3), LanePolicy("orders", capacity: 32, isGated: true),
  ], rateLimited: "PT-HTTP-429", failed: "PT-NET-001")

/// A connection that drops again and again: four steps a round.
func connectionSteps(_ count: Int) -> Double {
  let policy = connectionPolicy("ws.market_data")
  var state = ConnectionState()
  var effects: [Effect] = []
  var now: Int64 = 0
  func tell(_ event: ConnectionEvent) {
    effects.removeAll(keepingCapacity: true)
    ConnectionReducer.reduce(&state, event, policy: policy, seed: 42, now: now, into: &effects)
  }
  tell(.start)
  return nanoseconds(count) {
    for _ in 0..<count / 4 {
      tell(.opened(state.ticket))
      tell(.message(state.ticket))
      tell(.failed(state.ticket, .closed))
      now = state.timers[.backoff] ?? now
      tell(.timer(TimerName(.backoff, epoch: 1), serial: state.serial))
    }
  }
}

/// Client order IDs, as exchanges give them.
private let ids = (0..<1024).map { "order-\($0)" }

/// Requests that are answered with success: two steps a round.
func limiterSteps(_ count: Int) -> Double {
  requests(count) { _ in .succeeded }
}

/// The same, but every tenth answer tells of a limit, and its block ends by a timer.
func limitedSteps(_ count: Int) -> Double {
  requests(count) { $0 % 10 == 9 ? .limited : .succeeded }
}

private func requests(_ count: Int, _ outcome: (Int) -> Outcome) -> Double {
  var state = LimiterState(policy: limiterPolicy)
  var effects: [Effect] = []
  var now: Int64 = 0
  var steps = 0
  func tell(_ event: LimiterEvent) {
    steps += 1
    effects.removeAll(keepingCapacity: true)
    LimiterReducer.reduce(
      &state, event, policy: limiterPolicy, seed: 42, now: now, into: &effects)
  }
  func answer(_ id: String, _ outcome: Outcome) {
    tell(.answer(id: id, epoch: 1, send: state.nextSend, outcome))
  }
  let time = nanoseconds(1) {
    for round in 0..<count / 2 {
      let id = ids[round % ids.count]
      now += 1
      tell(.submit(id: id, lane: round & 1, isSafe: false))
      answer(id, outcome(round))
      guard state.phase == .blocked else { continue }
      now = state.until
      tell(.timer(TimerName(.release, epoch: 1), serial: state.generation))
      answer(id, .succeeded)
    }
  }
  return time / Double(steps)
}

/// Messages and drops of one connection in the whole of 10,000.
func wholeSteps(_ count: Int) -> Double {
  let description = ResilienceDescription(
    network: ResilienceDescription.Network(component: "network", error: "PT-NET-001"),
    connections: (0..<10_000).map { connectionPolicy("ws.feed_\($0)") })
  var state = ResilienceState(description: description)
  var effects: [ScopedEffect] = []
  var now: Int64 = 0
  func tell(_ index: Int, _ event: ConnectionEvent) {
    effects.removeAll(keepingCapacity: true)
    ResilienceReducer.reduce(
      &state, .connection(index, event), description: description, seed: 42, now: now,
      into: &effects)
  }
  return nanoseconds(count) {
    for round in 0..<count / 4 {
      let index = round % 10_000
      now += 1
      tell(index, .start)
      tell(index, .opened(state.connections[index].ticket))
      tell(index, .message(state.connections[index].ticket))
      tell(index, .stop)
    }
  }
}
