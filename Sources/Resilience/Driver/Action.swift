internal import CodebookRuntime

/// What a runtime does once it has let go of its lock, in this order.
enum Action: Sendable {
  /// A record is written; it belongs to a context.
  case record(Machine, TransitionRecord, CorrelationContext?)

  /// A loop gets its next attempt.
  case offer(ConnectionAttempt, ConnectionConsumer)

  /// An attempt is closed, as its machine wants it; a loop that has not taken it does not get it.
  case close(ConnectionAttempt, ConnectionConsumer?)

  /// An attempt of an epoch that is over is closed; a loop that has not taken it does not get it.
  case abandon(ConnectionAttempt, ConnectionConsumer?)

  /// A loop ends.
  case end(ConnectionConsumer)

  /// A request's task is told something.
  case tell(RequestChannel, RequestChannel.Instruction)

  /// A send is given up.
  case abort(RequestChannel, send: Int64)

  /// The app has to find out what became of a request.
  case reconcile(UnknownRequest, CorrelationContext?)

  /// What is carried over a restart is told.
  case carry(CarriedState)
}
