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
