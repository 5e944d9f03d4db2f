/// One run of a timeline on a virtual clock, and what it has seen so far.
public struct TimelineRun: Sendable {
  /// All machines.
  public internal(set) var state: ResilienceState

  /// The virtual clock, in milliseconds.
  public internal(set) var now: Int64 = 0

  /// What was not as it was expected: the step, where in the state, what is there, and what was
  /// expected.
  public internal(set) var findings: [String] = []

  /// The records as they were written, without their line feeds.
  public internal(set) var lines: [String] = []

  /// When connections were dialed, by the place of the connection.
  public internal(set) var dials: [[Int64]]

  /// When what was sent, by the place of the limiter.
  public internal(set) var sends: [[Send]]

  /// When connections were closed from here, by the place of the connection.
  public internal(set) var closes: [[Int64]]

  /// When what was broken off, by the place of the limiter.
  public internal(set) var aborts: [[Send]]

  /// When it was asked what became of a request, by the place of the limiter.
  public internal(set) var reconciles: [[Send]]

  /// What became of requests, by the place of the limiter: their results by ID.
  public internal(set) var finished: [[String: String]]

  /// A request, and when it was sent, broken off or asked about.
  public struct Send: Hashable, Sendable {
    /// When, in milliseconds.
    public let time: Int64

    /// Its ID.
    public let id: String
  }

  init(_ state: ResilienceState) {
    self.state = state
    dials = state.connections.map { _ in [] }
    closes = state.connections.map { _ in [] }
    sends = state.limiters.map { _ in [] }
    aborts = sends
    reconciles = sends
    finished = state.limiters.map { _ in [:] }
  }
}
