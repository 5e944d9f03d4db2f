import CodebookRuntime
import Resilience

/// A limiter on its own, with a clock and its timers.
struct LimiterRig {
  static func policy(
    tokens: Int64 = 500, attempts: Int = 4, concurrency: Int = 4, capacity: Int = 32
  ) -> LimiterPolicy {
    LimiterPolicy(
      "rest.orders", component: "rest_client", attempts: attempts, concurrency: concurrency,
      tokens: tokens,
      lanes: [
        LanePolicy("cancels", capacity: 64, share: 3),
        LanePolicy("orders", capacity: capacity, isGated: true),
      ], rateLimited: "PT-HTTP-429", failed: "PT-NET-001")
  }

  let policy: LimiterPolicy
  var state: LimiterState
  var now: Int64 = 0
  /// What was sent, in order.
  var sent: [String] = []
  private var timers: [(name: TimerName, serial: Int64, due: Int64)] = []

  init(_ policy: LimiterPolicy = Self.policy()) {
    self.policy = policy
    state = LimiterState(policy: policy)
  }

  @discardableResult
  mutating func tell(_ event: LimiterEvent) -> [Effect] {
    let (next, effects) = LimiterReducer.reduced(state, event, policy: policy, seed: 42, now: now)
    state = next
    sent += effects.sent
    for effect in effects {
      switch effect {
      case .arm(let name, let serial, let due):
        timers.removeAll { $0.name == name }
        timers.append((name, serial, due))
      case .disarm(let name): timers.removeAll { $0.name == name }
      default: break
      }
    }
    return effects
  }

  @discardableResult
  mutating func submit(_ id: String, lane: Int = 1, isSafe: Bool = false) -> [Effect] {
    tell(.submit(id: id, lane: lane, isSafe: isSafe))
  }

  @discardableResult
  mutating func answer(_ id: String, _ outcome: Outcome, hold: Int64 = 0) -> [Effect] {
    let send = state.request(id)?.send ?? 0
    return tell(.answer(id: id, epoch: state.epoch, send: send, outcome, hold: hold))
  }

  /// Goes to when the next timer is due, and fires it; nothing where there is none.
  @discardableResult
  mutating func fire() -> [Effect]? {
    guard let place = timers.indices.min(by: { timers[$0].due < timers[$1].due }) else {
      return nil
    }
    let timer = timers.remove(at: place)
    now = max(now, timer.due)
    return tell(.timer(timer.name, serial: timer.serial))
  }
}
