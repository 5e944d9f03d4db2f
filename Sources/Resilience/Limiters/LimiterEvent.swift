/// What happens to a limiter.
public enum LimiterEvent: Hashable, Sendable {
  /// A request is handed over: its ID, its lane by its place in the policy, and whether it may be
  /// carried out twice.
  case submit(id: String, lane: Int, isSafe: Bool)

  /// A send was answered, or broke off. `hold` is what the server asked for, in milliseconds, 0
  /// where it asked for nothing.
  case answer(id: String, epoch: Int64, send: Int64, Outcome, hold: Int64 = 0)

  /// A timer is due.
  case timer(TimerName, serial: Int64)

  /// A request is not wanted any more.
  case cancel(id: String)

  /// Gated lanes are closed with a code, or opened.
  case gate(code: String?)

  /// The venue has banned another scope.
  case park

  /// Somebody says that it may go on.
  case unpark

  /// The process starts anew, in an epoch that is greater than the one before.
  case restart(epoch: Int64)
}

/// What became of a send.
public enum Outcome: String, CaseIterable, Sendable {
  /// Status 200 to 299.
  case succeeded

  /// Another final answer.
  case refused

  /// Status 429.
  case limited

  /// Status 429 with a hold of more than 7 days.
  case beyond

  /// Status 418: the venue has banned this machine.
  case banned

  /// Status 500 to 599.
  case failed

  /// It broke off, and nobody knows what became of it.
  case broken

  /// Nothing left this machine.
  case unsent
}
