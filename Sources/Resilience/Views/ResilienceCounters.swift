public import CodebookRuntime

/// What all machines have counted, in the description's order.
public struct ResilienceCounters: Hashable, Sendable {
  /// Of each connection's scope.
  public let connections: [(scope: String, counters: ConnectionCounters)]

  /// Of each limiter's scope.
  public let limiters: [(scope: String, counters: LimiterCounters)]

  /// What all machines have counted so far.
  public init(_ state: ResilienceState, description: ResilienceDescription) {
    connections = zip(description.connections, state.connections).map {
      ($0.scope, $1.counters)
    }
    limiters = zip(description.limiters, state.limiters).map { ($0.scope, $1.counters) }
  }

  /// Whether both have counted the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.connections.elementsEqual(right.connections) { $0 == $1 }
      && left.limiters.elementsEqual(right.limiters) { $0 == $1 }
  }

  /// Hashes what was counted.
  public func hash(into hasher: inout Hasher) {
    for (scope, counters) in connections {
      hasher.combine(scope)
      hasher.combine(counters)
    }
    for (scope, counters) in limiters {
      hasher.combine(scope)
      hasher.combine(counters)
    }
  }
}
