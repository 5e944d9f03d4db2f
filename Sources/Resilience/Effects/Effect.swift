/// What a machine wants done; `docs/resilience-semantics.md` says when.
public enum Effect: Hashable, Sendable {
  /// A timer is set; it replaces that of the same name.
  case arm(TimerName, serial: Int64, due: Int64)

  /// A timer is taken out.
  case disarm(TimerName)

  /// The connection is dialed.
  case dial(Ticket)

  /// The connection, or the dial, is given up.
  case close(Ticket)

  /// A request is sent: the number of this send in its limiter, and how often it is sent with it.
  case send(id: String, send: Int64, sends: Int)

  /// A send is given up; its answer does not count any more.
  case abort(id: String, send: Int64)

  /// Nobody knows whether a request was carried out: somebody has to find out.
  case reconcile(id: String)

  /// A request is over.
  case finish(id: String, Ending)

  /// An operator may want to see this.
  indirect case record(TransitionRecord)

  /// Whether the other side can be reached, for the whole.
  case report(Reach)

  /// The other limiters of the venue are parked, too; for the whole.
  case parkVenue
}

/// Whether the other side can be reached.
public enum Reach: String, Sendable {
  /// Something came back from it.
  case reached

  /// Nothing left this machine.
  case unreachable
}

/// How a request is over.
public enum Ending: Hashable, Sendable {
  /// It was carried out.
  case succeeded

  /// It has a final answer that is none of success.
  case refused

  /// It was given up because of a limit.
  case throttled

  /// It was given up because of failures.
  case failed

  /// Nobody knows whether it was carried out; it is not sent again.
  case unknown

  /// Its sender wants it no more, and it was not carried out or need not be known.
  case cancelled

  /// It was not taken.
  case rejected(Rejection)
}

/// Why a request was not taken.
public enum Rejection: String, Sendable {
  /// There is one of that ID, or no such lane.
  case duplicate

  /// The limiter is parked.
  case parked

  /// A critical connection is exhausted.
  case gated

  /// Too many wait in its lane.
  case full

  /// Another epoch began before it was over.
  case restarted
}
