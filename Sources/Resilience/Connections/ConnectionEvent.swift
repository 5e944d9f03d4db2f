/// What happens to a connection.
public enum ConnectionEvent: Hashable, Sendable {
  /// It is wanted.
  case start

  /// Its dial was answered, and the handshake is over.
  case opened(Ticket)

  /// Something came in.
  case message(Ticket)

  /// It broke off, or its dial failed. `hold` is what the server asked for, in milliseconds, 0 where
  /// it asked for nothing.
  case failed(Ticket, FailureCause, hold: Int64 = 0)

  /// A timer is due.
  case timer(TimerName, serial: Int64)

  /// The machine has no network any more.
  case pathDown

  /// The machine has a network again.
  case pathUp

  /// The process starts anew, in an epoch that is greater than the one before.
  case restart(epoch: Int64)

  /// It is not wanted any more.
  case stop
}

/// Why a connection broke off, or a dial failed.
public enum FailureCause: String, CaseIterable, Sendable {
  /// It was closed.
  case closed

  /// Nothing came in for too long.
  case stalled

  /// The dial took too long.
  case timeout

  /// There was no answer: no route, no name, a refused connection, no TLS.
  case unreachable

  /// The handshake was answered with an error.
  case refused

  /// The handshake was answered with status 429.
  case rateLimited = "rate_limited"
}
