import CodebookRuntime
import Resilience

/// The small model of `docs/resilience-semantics.md`, All interleavings: a connection and a limiter
/// with two lanes, and what may happen to them.
enum SmallModel {
  static let seed: UInt64 = 42
  /// No timer fires later, in milliseconds.
  static let end: Int64 = 2
  /// How many states there are, in each language.
  static let states = 12_427
  /// How long a request that was taken waits at most, in milliseconds.
  static let longestWait: Int64 = 4

  static let description = ResilienceDescription(
    network: ResilienceDescription.Network(component: "network", error: "PT-NET-001"),
    connections: [
      ConnectionPolicy(
        "ws.market_data", component: "ws_client", baseMS: 2, capMS: 4, stableMS: 4, dialMS: 3,
        drops: 2, windowMS: 100, unreachable: "PT-NET-001", interrupted: "PT-DATA-001")
    ],
    limiters: [
      LimiterPolicy(
        "rest.orders", component: "rest_client", baseMS: 2, capMS: 4, stableMS: 4, timeoutMS: 5,
        concurrency: 2,
        lanes: [
          LanePolicy("cancels", capacity: 2, share: 2),
          LanePolicy("orders", capacity: 2, share: 1, isGated: true),
        ], rateLimited: "PT-HTTP-429", failed: "PT-NET-001")
    ])

  /// What is submitted, once each, in this order.
  static let submissions: [LimiterEvent] = [
    .submit(id: "o1", lane: 1, isSafe: false), .submit(id: "o2", lane: 1, isSafe: false),
    .submit(id: "c1", lane: 0, isSafe: true),
  ]
}

/// How often something may still happen.
struct Budget: Hashable {
  var limited = 2
  var broken = 1
  var opened = 1
  var closed = 1
}

/// A timer that is set.
struct ModelTimer: Hashable {
  let machine: Machine
  let name: TimerName
  let serial: Int64
  let due: Int64

  var event: ResilienceEvent? {
    switch machine {
    case .connection(let index): .connection(index, .timer(name, serial: serial))
    case .limiter(let index): .limiter(index, .timer(name, serial: serial))
    case .network: nil
    }
  }
}

/// A state of the model.
struct ModelState: Hashable {
  var state = ResilienceState(description: SmallModel.description)
  var now: Int64 = 0
  /// In the order in which they fire.
  var timers: [ModelTimer] = []
  var submitted = 0
  var left = Budget()

  /// Where all begins.
  static var first: ModelState {
    ModelState().after(.connection(0, .start))
  }

  var limiter: LimiterState { state.limiters[0] }

  var flying: [LimiterRequest] { limiter.inOrder.filter { $0.state == .flying } }

  func after(_ event: ResilienceEvent?) -> ModelState {
    var next = self
    guard let event else { return next }
    var effects: [ScopedEffect] = []
    ResilienceReducer.reduce(
      &next.state, event, description: SmallModel.description, seed: SmallModel.seed, now: now,
      into: &effects)
    for scoped in effects {
      switch scoped.effect {
      case .arm(let name, let serial, let due):
        next.timers.removeAll { $0.machine == scoped.machine && $0.name == name }
        let place = next.timers.firstIndex { $0.due > due } ?? next.timers.count
        next.timers.insert(
          ModelTimer(machine: scoped.machine, name: name, serial: serial, due: due), at: place)
      case .disarm(let name):
        next.timers.removeAll { $0.machine == scoped.machine && $0.name == name }
      default: break
      }
    }
    return next
  }

  /// The next timer fires.
  func fired() -> ModelState {
    var next = self
    let timer = next.timers.removeFirst()
    next.now = timer.due
    return next.after(timer.event)
  }

  func answered(_ request: LimiterRequest, _ outcome: Outcome) -> ModelState {
    after(
      .limiter(0, .answer(id: request.id, epoch: 1, send: request.send, outcome, hold: 0)))
  }
}
