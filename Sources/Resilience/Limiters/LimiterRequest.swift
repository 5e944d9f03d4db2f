/// A request that is not over.
public struct LimiterRequest: Hashable, Sendable {
  /// Its ID; for an order its client order ID.
  public let id: String

  /// Its lane, by its place in the policy.
  public let lane: Int

  /// Whether it may be carried out twice.
  public let isSafe: Bool

  /// Its number among all requests of the limiter.
  public let sequence: Int64

  /// When it was handed over.
  public let submitted: Int64

  /// How often it was sent.
  public internal(set) var sends = 0

  /// The number of its last send; 0 before.
  public internal(set) var send: Int64 = 0

  /// How many limits were known when it was last sent.
  public internal(set) var generation: Int64 = 0

  /// What its last retry took of the budget; 0 before.
  public internal(set) var paid: Int64 = 0

  /// Where it stands.
  public internal(set) var state = RequestState.queued

  /// When it is sent again, or fails; 0 where it waits for no time.
  public internal(set) var due: Int64 = 0

  /// What it fails with, where it does.
  public internal(set) var kind: FailureKind?

  init(id: String, lane: Int, isSafe: Bool, sequence: Int64, submitted: Int64) {
    self.id = id
    self.lane = lane
    self.isSafe = isSafe
    self.sequence = sequence
    self.submitted = submitted
  }

  /// It is sent once more; how often it was then.
  mutating func countSend(_ number: Int64, generation: Int64) -> Int {
    sends += 1
    send = number
    self.generation = generation
    return sends
  }
}

/// Where a request stands.
public enum RequestState: String, Sendable {
  /// It waits for its turn.
  case queued

  /// It is sent, and not answered.
  case flying

  /// It waits until it is queued again.
  case delayed

  /// It waits until it fails.
  case failing
}

/// What a request fails with.
public enum FailureKind: String, Sendable {
  /// A limit.
  case limited

  /// No answer, or a failure of the other side.
  case failed
}
