/// What happens to the whole.
public enum ResilienceEvent: Hashable, Sendable {
  /// Something happens to a connection, by its place in the description.
  case connection(Int, ConnectionEvent)

  /// Something happens to a limiter, by its place in the description.
  case limiter(Int, LimiterEvent)

  /// The machine has no network any more.
  case pathDown

  /// The machine has a network again.
  case pathUp

  /// The process starts anew, in an epoch that is greater than the one before.
  case restart(epoch: Int64)
}
