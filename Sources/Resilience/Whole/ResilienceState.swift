public import CodebookRuntime

/// All connections and limiters of a process.
public struct ResilienceState: Hashable, Sendable {
  /// The run of the process, from 1 on.
  public internal(set) var epoch: Int64

  /// Whether the machine has no network.
  public internal(set) var pathIsDown = false

  /// Whether the other side is out of reach.
  public internal(set) var hasOutage = false

  /// How many outages there were.
  public internal(set) var outageRun: Int64 = 0

  /// The connections, in the description's order.
  public internal(set) var connections: [ConnectionState]

  /// The limiters, in the description's order.
  public internal(set) var limiters: [LimiterState]

  /// The code for which gated lanes are closed.
  var gate: String?
  /// How many critical connections are exhausted.
  var exhaustedCritical = 0
  /// Memory that is used again.
  var scratch = EffectScratch()

  /// The machines of a description, before anything has happened.
  ///
  /// - Parameters:
  ///   - description: The connections and limiters.
  ///   - epoch: The run of the process as its parent counts them, from 1 on.
  ///   - carried: What the run before was held to; scopes that are not in the description are left
  ///     out.
  ///   - now: The time in milliseconds.
  public init(
    description: ResilienceDescription, epoch: Int64 = 1, carried: CarriedState? = nil,
    now: Int64 = 0
  ) {
    self.epoch = epoch
    let held = Dictionary(
      (carried?.held ?? []).map { ($0.scope, $0) }, uniquingKeysWith: { first, _ in first })
    connections = description.connections.map {
      let remaining = held[$0.scope]?.remainingMS ?? 0
      return ConnectionState(epoch: epoch, heldUntil: remaining > 0 ? now + remaining : 0)
    }
    limiters = description.limiters.map {
      LimiterState(policy: $0, epoch: epoch, held: held[$0.scope], now: now)
    }
  }
}

extension LimiterState {
  /// A limiter that begins as after a restart.
  init(policy: LimiterPolicy, epoch: Int64, held: CarriedState.Held?, now: Int64) {
    self.init(policy: policy, epoch: epoch)
    openedAt = now
    guard let held else { return }
    if held.remainingMS > 0 { until = now + held.remainingMS }
    strikes = held.strikes
    phase = held.isParked ? .parked : held.remainingMS > 0 ? .blocked : .open
  }
}

/// Effects of one machine, before the whole has seen them. Two states differ in nothing by it.
struct EffectScratch: Hashable, Sendable {
  var effects: [Effect] = []

  static func == (left: EffectScratch, right: EffectScratch) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
