/// How a connection is kept: when it dials again, and when it gives up.
///
/// Durations are in milliseconds, at most 604,800,000 (7 days). (Specification, 4.1.)
public struct ConnectionPolicy: Hashable, Sendable {
  /// The scope, such as `ws.market_data`.
  public let scope: String

  /// The subsystem that logs, unless the event has its own.
  public let component: String

  /// Whether orders stop once this connection is exhausted.
  public let isCritical: Bool

  /// What the first delay grows from, from 2 on.
  public let baseMS: Int64

  /// The longest delay, at least `baseMS`.
  public let capMS: Int64

  /// How long a connection is live until its attempts start over.
  public let stableMS: Int64

  /// How long a dial may take.
  public let dialMS: Int64

  /// How long nothing may come in; 0 for ever.
  public let idleMS: Int64

  /// How many drops within `windowMS` make it degraded; 0 for never.
  public let drops: Int

  /// How long a drop counts.
  public let windowMS: Int64

  /// How many attempts a run has; 0 for no end.
  public let attempts: Int64

  /// How long an exhausted connection waits between two dials.
  public let probeMS: Int64

  /// The code where no dial has reached the other side.
  public let unreachable: String

  /// The code where a connection was there and broke off.
  public let interrupted: String

  /// Events of this scope's own, before those of the description.
  public let events: [Transition: String]

  /// How a connection is kept.
  public init(
    _ scope: String, component: String, isCritical: Bool = false, baseMS: Int64 = 500,
    capMS: Int64 = 30_000, stableMS: Int64 = 30_000, dialMS: Int64 = 10_000, idleMS: Int64 = 0,
    drops: Int = 0, windowMS: Int64 = 0, attempts: Int64 = 0, probeMS: Int64 = 300_000,
    unreachable: String, interrupted: String, events: [Transition: String] = [:]
  ) {
    self.scope = scope
    self.component = component
    self.isCritical = isCritical
    self.baseMS = baseMS
    self.capMS = capMS
    self.stableMS = stableMS
    self.dialMS = dialMS
    self.idleMS = idleMS
    self.drops = drops
    self.windowMS = windowMS
    self.attempts = attempts
    self.probeMS = probeMS
    self.unreachable = unreachable
    self.interrupted = interrupted
    self.events = events
  }
}
