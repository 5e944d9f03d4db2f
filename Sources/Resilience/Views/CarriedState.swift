public import CodebookRuntime

/// What a run of the process is held to, for the run after it: a restart is no way around what a
/// server asked for.
public struct CarriedState: Hashable, Sendable {
  /// The run that it comes from.
  public let epoch: Int64

  /// The scopes that are held to something: connections, then limiters, in the description's order.
  public let held: [Held]

  /// The requests of which nobody would know what became of them: not safe, and in the air.
  public let unknown: [Unknown]

  /// What a run of the process is held to.
  public init(epoch: Int64, held: [Held] = [], unknown: [Unknown] = []) {
    self.epoch = epoch
    self.held = held
    self.unknown = unknown
  }

  /// What a scope is held to.
  public struct Held: Hashable, Sendable {
    /// The scope.
    public let scope: String

    /// How long it is still held back, in milliseconds; 0 for no longer.
    public let remainingMS: Int64

    /// How many limits it met one after the other.
    public let strikes: Int64

    /// Whether it waits for somebody to unpark it.
    public let isParked: Bool

    /// A hundred years: longer is nobody held back, whatever a parent gives back.
    private static let longestMS: Int64 = 100 * 365 * 86_400_000

    /// What a scope is held to. Numbers that no limiter can have become the nearest that it can.
    public init(scope: String, remainingMS: Int64, strikes: Int64 = 0, isParked: Bool = false) {
      self.scope = scope
      self.remainingMS = min(max(remainingMS, 0), Self.longestMS)
      self.strikes = min(max(strikes, 0), .max / 2)
      self.isParked = isParked
    }
  }

  /// The requests of a scope of which nobody would know what became of them.
  public struct Unknown: Hashable, Sendable {
    /// The scope.
    public let scope: String

    /// Their IDs, in the order in which they were handed over.
    public let ids: [String]

    /// The requests of a scope of which nobody would know what became of them.
    public init(scope: String, ids: [String]) {
      self.scope = scope
      self.ids = ids
    }
  }
}

extension CarriedState {
  /// What the machines are held to now.
  public init(_ state: ResilienceState, description: ResilienceDescription, now: Int64) {
    let connections = zip(description.connections, state.connections).map {
      Held(scope: $0.scope, remainingMS: max($1.heldUntil - now, 0))
    }
    let limiters = zip(description.limiters, state.limiters).map {
      Held(
        scope: $0.scope, remainingMS: max($1.until - now, 0), strikes: $1.strikes,
        isParked: $1.phase == .parked)
    }
    self.init(
      epoch: state.epoch, held: (connections + limiters).filter(\.isAny),
      unknown: zip(description.limiters, state.limiters).compactMap(Unknown.init))
  }
}

extension CarriedState.Held {
  /// Whether there is anything that the next run must know.
  var isAny: Bool { remainingMS > 0 || strikes > 0 || isParked }
}

extension CarriedState.Unknown {
  fileprivate init?(_ policy: LimiterPolicy, _ state: LimiterState) {
    let ids = state.inOrder.filter { $0.state == .flying && !$0.isSafe }.map(\.id)
    guard !ids.isEmpty else { return nil }
    self.init(scope: policy.scope, ids: ids)
  }
}
