/// How connections and limiters give way.
package struct ResilienceSection: Sendable {
  package let description: String
  package let network: ResilienceNetwork
  /// The events of transitions, unless a scope has its own.
  package let events: [TransitionEvent]
  package let connections: [ConnectionEntry]
  package let limiters: [LimiterEntry]
  /// The section as it was written.
  package let node: Node
}

/// What stands in the records of an outage.
package struct ResilienceNetwork: Sendable {
  package let component: String
  package let error: String
}

/// The event that a transition is logged as.
package struct TransitionEvent: Sendable {
  package let transition: Transition
  package let event: String
  /// Where the event is named.
  package let range: SourceRange
}

/// A step of a machine that may be logged.
package enum Transition: String, Sendable, CaseIterable {
  case scheduled, live, degraded, recovered, exhausted, stale
  case unreachable, reachable
  case blocked, released, parked, retrying, throttled, failed, unknown, rejected
}

/// How a connection is kept; times are in ms.
package struct ConnectionEntry: Sendable {
  package let info: EntryInfo
  package let component: String
  package let critical: Bool
  package let base: Int
  package let cap: Int
  package let stable: Int
  package let dial: Int
  /// 0 for ever.
  package let idle: Int
  /// 0 for never degraded.
  package let drops: Int
  package let window: Int
  /// 0 for no end.
  package let attempts: Int
  package let probe: Int
  /// The code of one that never opened.
  package let unreachable: String
  /// The code of one that broke off.
  package let interrupted: String
  package let events: [TransitionEvent]

  /// The key among the catalog's scopes.
  package var scope: String { info.id }
}

/// How a limiter sends requests; times are in ms.
package struct LimiterEntry: Sendable {
  package let info: EntryInfo
  package let component: String
  package let venue: String?
  package let base: Int
  package let cap: Int
  package let stable: Int
  package let attempts: Int
  package let timeout: Int
  package let concurrency: Int
  package let tokens: Int
  package let throttlingCost: Int
  package let transientCost: Int
  /// In the catalog's order, which is the order of their turns.
  package let lanes: [LaneEntry]
  package let rateLimited: String
  package let failed: String
  package let events: [TransitionEvent]

  /// The key among the catalog's scopes.
  package var scope: String { info.id }
}

/// A queue of a limiter.
package struct LaneEntry: Sendable {
  package let name: String
  package let nameRange: SourceRange
  package let capacity: Int
  package let share: Int
  package let gated: Bool
}
