extension Outcome {
  /// What an HTTP status says of a send.
  ///
  /// - Parameters:
  ///   - status: The status, such as 429.
  ///   - retryAfter: What the server asked for.
  public init(status: Int, retryAfter: RetryAfter = .none) {
    switch status {
    case 200..<300: self = .succeeded
    case 418: self = .banned
    case 429: self = retryAfter == .beyond ? .beyond : .limited
    case 500..<600: self = .failed
    default: self = .refused
    }
  }
}
