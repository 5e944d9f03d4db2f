/// What a catalog says of reconnects and rate limits: who connects, who asks, and how both give way.
///
/// Generated code has one as a constant, where the catalog has a section `resilience`.
/// `docs/resilience-semantics.md` says to the byte what follows from it. (Specification, 4.)
public struct ResilienceDescription: Hashable, Sendable {
  /// What stands in the records of an outage.
  public let network: Network

  /// The events of transitions; those without one are not logged.
  public let events: [Transition: String]

  /// The connections, in the catalog's order.
  public let connections: [ConnectionPolicy]

  /// The limiters, in the catalog's order.
  public let limiters: [LimiterPolicy]

  /// What a catalog says of reconnects and rate limits.
  public init(
    network: Network, events: [Transition: String] = [:], connections: [ConnectionPolicy] = [],
    limiters: [LimiterPolicy] = []
  ) {
    self.network = network
    self.events = events
    self.connections = connections
    self.limiters = limiters
  }
}

extension ResilienceDescription {
  /// What stands in the records of an outage: the exchange is out of reach, or in reach again.
  public struct Network: Hashable, Sendable {
    /// The subsystem that logs it, unless the event has its own.
    public let component: String

    /// The code of an outage.
    public let error: String

    /// What stands in the records of an outage.
    public init(component: String, error: String) {
      self.component = component
      self.error = error
    }
  }
}

/// A step of a machine that an operator may want to see; the catalog names an event for it.
public enum Transition: String, CaseIterable, Hashable, Sendable {
  /// A dial was put off.
  case scheduled

  /// A connection brings messages again.
  case live

  /// A connection drops too often.
  case degraded

  /// A degraded or exhausted connection is stable again.
  case recovered

  /// A connection has used up its attempts.
  case exhausted

  /// Something came too late to count.
  case stale

  /// The exchange is out of reach.
  case unreachable

  /// The exchange is in reach again.
  case reachable

  /// A limiter holds its requests back.
  case blocked

  /// A limiter lets requests through again.
  case released

  /// A limiter stops until somebody unparks it.
  case parked

  /// A request will be sent again.
  case retrying

  /// A request was given up because of a limit.
  case throttled

  /// A request was given up because of failures.
  case failed

  /// Nobody knows whether a request was carried out.
  case unknown

  /// A request was not taken.
  case rejected
}
