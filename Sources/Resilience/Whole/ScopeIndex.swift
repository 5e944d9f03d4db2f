public import CodebookRuntime

/// Where the scopes of a description stand.
public struct ScopeIndex: Sendable {
  private let connections: [String: Int]
  private let limiters: [String: Int]
  private let lanes: [[String: Int]]

  /// The scopes of a description; of a name given twice the first one counts.
  public init(_ description: ResilienceDescription) {
    connections = Self.places(description.connections.map(\.scope))
    limiters = Self.places(description.limiters.map(\.scope))
    lanes = description.limiters.map { Self.places($0.lanes.map(\.name)) }
  }

  /// A connection's place; `nil` where there is none of that scope.
  public func connection(_ scope: String) -> Int? { connections[scope] }

  /// A limiter's place; `nil` where there is none of that scope.
  public func limiter(_ scope: String) -> Int? { limiters[scope] }

  /// The place of a lane of a limiter; `nil` where it has none of that name.
  public func lane(_ name: String, ofLimiter index: Int) -> Int? { lanes[index][name] }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}
