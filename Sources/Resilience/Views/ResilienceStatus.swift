public import CodebookRuntime

/// What a user sees of connections and limits.
public struct ResilienceStatus: Hashable, Sendable {
  /// The one word for all.
  public let condition: Condition

  /// The codes of what is wrong, each once.
  public let codes: [String]

  /// Whether orders are taken.
  public let ordersAreOpen: Bool

  /// The one word for all, from worse to better.
  public enum Condition: String, CaseIterable, Sendable {
    /// A critical connection is exhausted.
    case suspended

    /// The other side is out of reach.
    case offline

    /// A connection drops too often or is given up, or a limiter is parked.
    case degraded

    /// A connection is in trouble.
    case reconnecting

    /// A limiter holds requests back.
    case limited

    /// Nothing is wrong.
    case normal
  }

  /// What a user sees.
  public init(condition: Condition, codes: [String] = [], ordersAreOpen: Bool = true) {
    self.condition = condition
    self.codes = codes
    self.ordersAreOpen = ordersAreOpen
  }
}

extension ResilienceStatus {
  /// What a user sees of the machines now.
  public init(_ state: ResilienceState, description: ResilienceDescription, now: Int64) {
    self.init(
      condition: Self.condition(state, now: now),
      codes: Self.codes(state, description, now: now),
      ordersAreOpen: !zip(description.limiters, state.limiters).contains {
        $1.gate != nil || $1.phase == .parked && $0.lanes.contains(where: \.isGated)
      })
  }

  private static func condition(_ state: ResilienceState, now: Int64) -> Condition {
    if state.exhaustedCritical > 0 { return .suspended }
    if state.hasOutage { return .offline }
    if state.connections.contains(where: { $0.isDegraded || $0.isExhausted })
      || state.limiters.contains(where: { $0.phase == .parked })
    {
      return .degraded
    }
    if state.connections.contains(where: { $0.isInRun && $0.phase != .live }) {
      return .reconnecting
    }
    return state.limiters.contains { isHolding($0, now: now) } ? .limited : .normal
  }

  private static func codes(
    _ state: ResilienceState, _ description: ResilienceDescription, now: Int64
  ) -> [String] {
    var codes: [String] = []
    func add(_ code: String) {
      if !codes.contains(code) { codes.append(code) }
    }
    if state.hasOutage { add(description.network.error) }
    for (policy, connection) in zip(description.connections, state.connections) {
      if let terminal = connection.terminal {
        add(terminal)
      } else if connection.isDegraded {
        add(policy.interrupted)
      }
    }
    for (policy, limiter) in zip(description.limiters, state.limiters)
    where limiter.phase == .parked || isHolding(limiter, now: now) {
      add(policy.rateLimited)
    }
    return codes
  }

  /// Whether a limiter holds requests back until a time that is not past.
  private static func isHolding(_ limiter: LimiterState, now: Int64) -> Bool {
    (limiter.phase == .blocked || limiter.phase == .probe) && now < limiter.until
  }
}
