/// The attempts at a connection, one after the other, each when it is its turn.
///
/// The connection is kept while the loop runs. It is given up where the loop is left or its task is
/// cancelled: nothing is dialled after that. Of two loops over one scope the later one has it, and
/// the earlier one ends.
public struct ReconnectingAttempts: AsyncSequence, Sendable {
  let runtime: ResilienceRuntime
  let scope: String

  /// An iterator; the first call of `next` dials.
  public func makeAsyncIterator() -> Iterator {
    Iterator(loop: ConnectionLoop(runtime, scope: scope))
  }

  /// Goes from attempt to attempt.
  public struct Iterator: AsyncIteratorProtocol {
    let loop: ConnectionLoop

    /// The next attempt, as soon as it is its turn; `nil` where the task is cancelled, the runtime
    /// closed, or another loop has the connection.
    ///
    /// The attempt before it ends: where nothing else was said, its connection has been closed.
    public mutating func next() async -> ConnectionAttempt? {
      await loop.next()
    }

    /// The next attempt, as above.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(Never) -> ConnectionAttempt? {
      await loop.next()
    }
  }
}

/// What an iterator stands for; when it goes, the connection is given up.
final class ConnectionLoop: @unchecked Sendable {
  // Unchecked: `attempt` is the iterator's own, and an iterator is used by one task at a time.

  private let runtime: ResilienceRuntime
  private let consumer: ConnectionConsumer
  private var attempt: ConnectionAttempt?

  init(_ runtime: ResilienceRuntime, scope: String) {
    self.runtime = runtime
    consumer = ConnectionConsumer(scope: scope)
  }

  deinit {
    runtime.end(consumer)
  }

  func next() async -> ConnectionAttempt? {
    if !Task.isCancelled, let attempt {
      attempt.end()
      runtime.leave(attempt)
    }
    attempt = await withTaskCancellationHandler {
      runtime.begin(consumer)
      return await consumer.next()
    } onCancel: {
      runtime.end(consumer)
    }
    // Nothing is dialled after a cancellation: not what was handed over right before it, either.
    if Task.isCancelled { attempt = nil }
    return attempt
  }
}
