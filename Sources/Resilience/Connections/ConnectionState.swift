/// A connection: where it stands, and what it counts. Times are in milliseconds of one clock.
public struct ConnectionState: Hashable, Sendable {
  /// Where it stands.
  public internal(set) var phase = ConnectionPhase.idle

  /// The run of the process, from 1 on.
  public internal(set) var epoch: Int64

  /// The number of the last dial, or of the one that is waited for.
  public internal(set) var serial: Int64 = 0

  /// The attempt, counted from the last time that it was stable; 0 before any failed.
  public internal(set) var attempt: Int64 = 0

  /// The attempts of that which count: those while the machine has a network.
  public internal(set) var spent: Int64 = 0

  /// Whether any dial was answered since it was stable.
  public internal(set) var hasOpened = false

  /// Until when the server wants no dial; 0 where it did not say.
  public internal(set) var heldUntil: Int64 = 0

  /// Whether the machine has no network.
  public internal(set) var pathIsDown = false

  /// Whether it dropped too often, and was not stable since.
  public internal(set) var isDegraded = false

  /// Whether it has used up its attempts, and was not stable since.
  public internal(set) var isExhausted = false

  /// The code of the terminal record, where it is exhausted.
  public internal(set) var terminal: String?

  /// Whether it is in a time of trouble.
  public internal(set) var isInRun = false

  /// How many times of trouble it had.
  public internal(set) var run: Int64 = 0

  /// When something last came in.
  public internal(set) var lastMessage: Int64 = 0

  /// When it last dropped, the oldest first; at most as many as the policy counts.
  public internal(set) var drops: [Int64] = []

  /// What its timers are due.
  public internal(set) var timers = ConnectionTimers()

  /// What it has counted. They never fall.
  public internal(set) var counters = ConnectionCounters()

  /// A connection that nobody wants yet.
  ///
  /// - Parameters:
  ///   - epoch: The run of the process, from 1 on.
  ///   - heldUntil: Until when the server wants no dial, from the epoch before; 0 for nothing.
  public init(epoch: Int64 = 1, heldUntil: Int64 = 0) {
    self.epoch = epoch
    self.heldUntil = heldUntil
  }

  /// What callbacks of the present dial carry.
  public var ticket: Ticket { Ticket(epoch: epoch, serial: serial) }

  /// What its records belong to now.
  var correlation: Correlation { isInRun ? .connection(run: run) : .process }
}

/// Where a connection stands.
public enum ConnectionPhase: String, CaseIterable, Sendable {
  /// Nobody wants it.
  case idle

  /// A dial is on its way.
  case dialing

  /// It is open, and nothing has come in.
  case unstable

  /// Something has come in.
  case live

  /// The next dial is waited for.
  case waiting

  /// Its attempts are used up; a dial now and then looks whether it is back.
  case exhausted
}

/// What a connection counts.
public struct ConnectionCounters: Hashable, Sendable {
  /// Dials.
  public internal(set) var dials: Int64 = 0

  /// Dials that were answered.
  public internal(set) var opens: Int64 = 0

  /// Times that it was open and broke off.
  public internal(set) var drops: Int64 = 0

  /// Dials that were put off.
  public internal(set) var retries: Int64 = 0

  /// Times that something came in again after trouble.
  public internal(set) var successes: Int64 = 0

  /// What came too late to count.
  public internal(set) var stales: Int64 = 0

  /// How long the last dial was put off, in milliseconds.
  public internal(set) var lastBackoffMS: Int64 = 0
}
