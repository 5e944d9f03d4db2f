public import CodebookRuntime

/// A limiter: where it stands, what waits, and what it counts. Times are in milliseconds of one
/// clock.
public struct LimiterState: Hashable, Sendable {
  /// Where it stands.
  public internal(set) var phase = LimiterPhase.open

  /// The run of the process, from 1 on.
  public internal(set) var epoch: Int64

  /// Until when it holds requests back.
  public internal(set) var until: Int64 = 0

  /// How many limits it met one after the other.
  public internal(set) var strikes: Int64 = 0

  /// How many limits it met that it did not know of.
  public internal(set) var generation: Int64 = 0

  /// When it was last opened.
  public internal(set) var openedAt: Int64 = 0

  /// What is left of the retry budget.
  public internal(set) var tokens: Int64

  /// The one request that looks whether the limit is over.
  public internal(set) var probe: String?

  /// The number of the next request.
  public internal(set) var nextSequence: Int64 = 0

  /// The number of the last send.
  public internal(set) var nextSend: Int64 = 0

  /// The lane whose turn it is.
  public internal(set) var lane = 0

  /// How many requests that lane may still send in its turn.
  public internal(set) var credit: Int

  /// The code for which gated lanes are closed.
  public internal(set) var gate: String?

  /// Whether the timer is set that lets requests through again.
  public internal(set) var hasRelease = false

  /// What waits and flies.
  var table: RequestTable

  /// What it has counted. They never fall.
  public internal(set) var counters = LimiterCounters()

  /// A limiter that has met no limit.
  ///
  /// - Parameters:
  ///   - policy: How requests are held back.
  ///   - epoch: The run of the process, from 1 on.
  public init(policy: LimiterPolicy, epoch: Int64 = 1) {
    self.epoch = epoch
    tokens = policy.tokens
    credit = policy.lanes.first?.share ?? 0
    table = RequestTable(lanes: policy.lanes.count)
  }

  /// The requests that are not over, by their IDs.
  public var requests: [String: LimiterRequest] { table.requests }

  /// A request that is not over.
  public func request(_ id: String) -> LimiterRequest? { table.request(id) }

  /// The requests that are not over, in the order in which they were handed over.
  public var inOrder: [LimiterRequest] { table.inOrder }
}

/// Where a limiter stands.
public enum LimiterPhase: String, CaseIterable, Sendable {
  /// It lets requests through.
  case open

  /// It holds them back.
  case blocked

  /// One request looks whether the limit is over.
  case probe

  /// It takes none until somebody unparks it.
  case parked
}

/// What a limiter counts.
public struct LimiterCounters: Hashable, Sendable {
  /// Sends.
  public internal(set) var sent: Int64 = 0

  /// Requests that were carried out.
  public internal(set) var succeeded: Int64 = 0

  /// Answers that told of a limit.
  public internal(set) var limited: Int64 = 0

  /// Requests put back to be sent again.
  public internal(set) var retried: Int64 = 0

  /// Requests that were given up.
  public internal(set) var failed: Int64 = 0

  /// Requests that were not taken.
  public internal(set) var rejected: Int64 = 0

  /// Requests of which nobody knows whether they were carried out.
  public internal(set) var unknown: Int64 = 0

  /// What came too late to count.
  public internal(set) var stales: Int64 = 0

  /// How long it last held requests back, in milliseconds.
  public internal(set) var lastBackoffMS: Int64 = 0

  /// The longest that a request waited for its first send, in milliseconds.
  public internal(set) var longestWaitMS: Int64 = 0
}
