import CodebookRuntime
import Resilience

/// A connection on its own, with a clock.
struct ConnectionRig {
  static let policy = ConnectionPolicy(
    "ws.market_data", component: "ws_client", isCritical: true, idleMS: 15_000, drops: 5,
    windowMS: 60_000, attempts: 20, unreachable: "PT-NET-001", interrupted: "PT-DATA-001")

  var policy = Self.policy
  var state = ConnectionState()
  var seed: UInt64 = 42
  var now: Int64 = 0
  /// When it was dialed.
  var dials: [Int64] = []

  @discardableResult
  mutating func tell(_ event: ConnectionEvent) -> [Effect] {
    let (next, effects) = ConnectionReducer.reduced(
      state, event, policy: policy, seed: seed, now: now)
    state = next
    for case .dial in effects { dials.append(now) }
    return effects
  }

  /// Tells of something with the ticket of now.
  @discardableResult
  mutating func tell(_ event: (Ticket) -> ConnectionEvent) -> [Effect] {
    tell(event(state.ticket))
  }

  /// Goes to when a timer is due, and fires it.
  @discardableResult
  mutating func fire(_ kind: TimerKind) -> [Effect] {
    guard let due = state.timers[kind] else { return [] }
    now = due
    return tell(.timer(TimerName(kind, epoch: state.epoch), serial: state.serial))
  }

  /// Brings it to where messages come in.
  mutating func goLive() {
    tell { .opened($0) }
    tell { .message($0) }
  }
}

extension [Effect] {
  /// What is recorded.
  var records: [TransitionRecord] {
    compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  /// The transitions that are recorded.
  var transitions: [Transition] { records.map(\.transition) }

  /// How often what was sent with it, by ID.
  var sent: [String] {
    compactMap { if case .send(let id, _, _) = $0 { id } else { nil } }
  }

  /// How requests end.
  var endings: [Ending] {
    compactMap { if case .finish(_, let ending) = $0 { ending } else { nil } }
  }
}
