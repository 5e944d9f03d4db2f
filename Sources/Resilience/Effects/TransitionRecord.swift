public import CodebookRuntime

/// A transition with what its record has, whatever the catalog takes of it.
public struct TransitionRecord: Hashable, Sendable {
  /// The transition.
  public let transition: Transition

  /// How often it was tried.
  public let attempt: Int64?

  /// How long it waits from now on, in milliseconds.
  public let backoffMS: Int64?

  /// The failure's code.
  public let code: String?

  /// The epoch of what came too late.
  public let staleEpoch: Int64?

  /// Why a request was not taken.
  public let reason: Rejection?

  /// What the record belongs to.
  public let correlation: Correlation

  /// A transition with what its record has.
  public init(
    _ transition: Transition, attempt: Int64? = nil, backoffMS: Int64? = nil, code: String? = nil,
    staleEpoch: Int64? = nil, reason: Rejection? = nil, correlation: Correlation
  ) {
    self.transition = transition
    self.attempt = attempt
    self.backoffMS = backoffMS
    self.code = code
    self.staleEpoch = staleEpoch
    self.reason = reason
    self.correlation = correlation
  }
}

/// What a record belongs to: which ones have one correlation ID.
public enum Correlation: Hashable, Sendable {
  /// The process.
  case process

  /// An outage, by its number.
  case network(run: Int64)

  /// A connection's time of trouble, by its number in the machine's scope.
  case connection(run: Int64)

  /// What the sender of a request did when it handed it over.
  case request(id: String)
}
