/// What came back for a request.
public struct RequestAnswer<Value: Sendable>: Sendable {
  /// What the sender gets, where the answer is final.
  public var value: Value

  /// The HTTP status: 200 to 299 has succeeded, 429 is limited, 418 a ban, 500 to 599 is tried
  /// again where the request is safe, and any other is final, too.
  public var status: Int

  /// The header `Retry-After`, as it came.
  public var retryAfter: String?

  /// The header `Date`, as it came.
  public var date: String?

  /// What came back for a request.
  public init(_ value: Value, status: Int, retryAfter: String? = nil, date: String? = nil) {
    self.value = value
    self.status = status
    self.retryAfter = retryAfter
    self.date = date
  }
}

/// Thrown by the body of a request of which nothing has left this machine: a refused connection, a
/// name that is not found. It may be sent again, safe or not.
///
/// Any other error counts as broken off: the request may have been carried out.
public struct RequestNotSent: Error {
  /// Why not.
  public var underlying: (any Error)?

  /// Nothing has left this machine.
  public init(_ underlying: (any Error)? = nil) {
    self.underlying = underlying
  }
}

/// One send of a request.
public struct RequestAttempt: Hashable, Sendable {
  /// The limiter.
  public let scope: String

  /// The request's ID, the same for each send.
  public let id: String

  /// How often it was sent, this one included: from 1 on.
  public let number: Int

  /// One send of a request.
  public init(scope: String, id: String, number: Int) {
    self.scope = scope
    self.id = id
    self.number = number
  }
}

/// A request of which nobody knows whether it was carried out.
public struct UnknownRequest: Hashable, Sendable {
  /// The limiter.
  public let scope: String

  /// The request's ID; for an order its client order ID.
  public let id: String

  /// A request of which nobody knows whether it was carried out.
  public init(scope: String, id: String) {
    self.scope = scope
    self.id = id
  }
}
