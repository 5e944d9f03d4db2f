/// What tells the callbacks of one dial from those of all others.
public struct Ticket: Hashable, Sendable {
  /// The run of the process, as its parent counts them, from 1 on.
  public let epoch: Int64

  /// The number of the dial in that epoch.
  public let serial: Int64

  /// The ticket of a dial.
  public init(epoch: Int64, serial: Int64) {
    self.epoch = epoch
    self.serial = serial
  }
}

/// What a timer is for. Connections have the first five, limiters the others.
public enum TimerKind: String, CaseIterable, Hashable, Sendable {
  /// The next dial.
  case backoff

  /// A dial takes too long.
  case dial

  /// Nothing came in for too long.
  case idle

  /// An exhausted connection's next dial.
  case probe

  /// A connection was live long enough.
  case stable

  /// A limiter's requests are held back no longer.
  case release

  /// An answer takes too long.
  case timeout

  /// A request's next send.
  case retry
}

/// What tells one timer of a machine from its others: of one name there is one at most.
public struct TimerName: Hashable, Sendable {
  /// What it is for.
  public let kind: TimerKind

  /// The request that it belongs to, if it belongs to one.
  public let id: String?

  /// The epoch in which it was set.
  public let epoch: Int64

  /// The name of a timer.
  public init(_ kind: TimerKind, id: String? = nil, epoch: Int64) {
    self.kind = kind
    self.id = id
    self.epoch = epoch
  }
}
