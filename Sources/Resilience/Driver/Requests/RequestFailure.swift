/// Why a request has no answer.
public enum RequestFailure: Error, Sendable {
  /// It was not taken, and not sent; or another epoch began. With the code that its record has.
  case rejected(Rejection, code: String)

  /// It was given up because of a limit.
  case throttled(code: String)

  /// It was given up because of failures; with the last error that left the body, if one did.
  case failed(code: String, (any Error)?)

  /// It may have been carried out, and is not sent again: `reconcile` was called with it. With the
  /// last error that left the body, if one did.
  case unknown(code: String, (any Error)?)

  /// Its task was cancelled or the runtime closed. It was not carried out, or need not be known.
  case cancelled

  /// The code of the failure; `nil` where it was cancelled.
  public var code: String? {
    switch self {
    case .rejected(_, let code), .throttled(let code), .failed(let code, _),
      .unknown(let code, _):
      code
    case .cancelled: nil
    }
  }
}
