/// What came back for a send, without its value.
enum RequestReply: Sendable {
  case status(Int, retryAfter: String?, date: String?)
  /// It broke off.
  case broken
  /// Nothing left this machine.
  case unsent

  init<Value>(_ answer: RequestAnswer<Value>) {
    self = .status(answer.status, retryAfter: answer.retryAfter, date: answer.date)
  }
}

extension Outcome {
  /// What an HTTP status is to a limiter.
  init(status: Int, _ retryAfter: RetryAfter) {
    switch status {
    case 200..<300: self = .succeeded
    case 418: self = .banned
    case 429: self = retryAfter == .beyond ? .beyond : .limited
    case 500..<600: self = .failed
    default: self = .refused
    }
  }
}
