/// How requests of a scope are held back: how many fly, how often they are sent, and what waits.
///
/// Durations are in milliseconds, at most 604,800,000 (7 days). (Specification, 4.2.)
public struct LimiterPolicy: Hashable, Sendable {
  /// The scope, such as `rest.orders`.
  public let scope: String

  /// The subsystem that logs, unless the event has its own.
  public let component: String

  /// Who is asked; limiters of one venue are parked together where it bans.
  public let venue: String?

  /// What the first delay grows from, from 2 on.
  public let baseMS: Int64

  /// The longest delay of the backoff, at least `baseMS`.
  public let capMS: Int64

  /// How long a limiter is open until its strikes start over.
  public let stableMS: Int64

  /// How often one request is sent at most, from 1 on.
  public let attempts: Int

  /// How long an answer may take.
  public let timeoutMS: Int64

  /// How many requests fly at once, from 1 on.
  public let concurrency: Int

  /// How much the retry budget holds.
  public let tokens: Int64

  /// What a retry after a limit takes of the budget.
  public let throttlingCost: Int64

  /// What a retry after a failure takes of the budget.
  public let transientCost: Int64

  /// Where requests wait, in the catalog's order; at least one.
  public let lanes: [LanePolicy]

  /// The code of a limit.
  public let rateLimited: String

  /// The code of a failure.
  public let failed: String

  /// Events of this scope's own, before those of the description.
  public let events: [Transition: String]

  /// How requests of a scope are held back.
  public init(
    _ scope: String, component: String, venue: String? = nil, baseMS: Int64 = 500,
    capMS: Int64 = 30_000, stableMS: Int64 = 60_000, attempts: Int = 4, timeoutMS: Int64 = 10_000,
    concurrency: Int = 4, tokens: Int64 = 500, throttlingCost: Int64 = 5,
    transientCost: Int64 = 14, lanes: [LanePolicy] = [LanePolicy("requests")],
    rateLimited: String, failed: String, events: [Transition: String] = [:]
  ) {
    self.scope = scope
    self.component = component
    self.venue = venue
    self.baseMS = baseMS
    self.capMS = capMS
    self.stableMS = stableMS
    self.attempts = attempts
    self.timeoutMS = timeoutMS
    self.concurrency = concurrency
    self.tokens = tokens
    self.throttlingCost = throttlingCost
    self.transientCost = transientCost
    self.lanes = lanes
    self.rateLimited = rateLimited
    self.failed = failed
    self.events = events
  }
}

/// Where requests of one kind wait.
public struct LanePolicy: Hashable, Sendable {
  /// The lane's name, such as `orders`.
  public let name: String

  /// How many requests wait at most.
  public let capacity: Int

  /// How many requests it may send before the next lane's turn, from 1 on.
  public let share: Int

  /// Whether it is closed while a critical connection is exhausted.
  public let isGated: Bool

  /// Where requests of one kind wait.
  public init(_ name: String, capacity: Int = 64, share: Int = 1, isGated: Bool = false) {
    self.name = name
    self.capacity = capacity
    self.share = share
    self.isGated = isGated
  }
}
