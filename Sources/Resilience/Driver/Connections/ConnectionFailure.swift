/// Why a connection's body ends, where it knows: thrown by the body of `ConnectionAttempt.run` or
/// `ResilienceRuntime.keepConnected`.
///
/// Any other error counts as `unreachable` before the connection was opened, and as `closed` after.
public struct ConnectionFailure: Error, Hashable, Sendable {
  /// Why it ends.
  public var cause: FailureCause

  /// The header `Retry-After` of the answer to the handshake, as it came.
  public var retryAfter: String?

  /// The header `Date` of that answer, as it came.
  public var date: String?

  /// Why a connection ends.
  public init(_ cause: FailureCause, retryAfter: String? = nil, date: String? = nil) {
    self.cause = cause
    self.retryAfter = retryAfter
    self.date = date
  }
}
