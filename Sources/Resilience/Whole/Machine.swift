/// A machine of the whole, by its place in the description.
public enum Machine: Hashable, Sendable {
  /// The whole itself: outages.
  case network

  /// A connection.
  case connection(Int)

  /// A limiter.
  case limiter(Int)
}

/// What a machine of the whole wants done.
public struct ScopedEffect: Hashable, Sendable {
  /// The machine.
  public let machine: Machine

  /// What it wants done; never `report` or `parkVenue`.
  public let effect: Effect

  /// What a machine of the whole wants done.
  public init(_ machine: Machine, _ effect: Effect) {
    self.machine = machine
    self.effect = effect
  }
}
