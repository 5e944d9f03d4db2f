internal import CodebookRuntime

extension ResilienceRuntime {
  /// The attempts at a connection, one after the other, each when it is its turn.
  ///
  /// ```swift
  /// for await attempt in runtime.reconnecting("ws.market_data") {
  ///   await attempt.run {
  ///     let socket = try await connect()
  ///     attempt.opened()
  ///     for try await message in socket { attempt.received() }
  ///   }
  /// }
  /// ```
  ///
  /// - Parameter scope: A connection of the catalog. Any other is a mistake in the program, and ends
  ///   it.
  public func reconnecting(_ scope: String) -> ReconnectingAttempts {
    precondition(
      scopes.connection(scope) != nil, "the catalog has no policy for a connection \(scope)")
    return ReconnectingAttempts(runtime: self, scope: scope)
  }

  /// Keeps a connection until the task is cancelled or the runtime closed.
  ///
  /// - Parameters:
  ///   - scope: A connection of the catalog.
  ///   - body: Dials and reads, once for each attempt; see `ConnectionAttempt.run`.
  public func keepConnected(
    _ scope: String, _ body: @escaping @Sendable (ConnectionAttempt) async throws -> Void
  ) async {
    for await attempt in reconnecting(scope) {
      await attempt.run { try await body(attempt) }
    }
  }

  /// Says whether the machine has a network: after an outage each connection dials at once, but not
  /// all at the same moment, and while there is none no attempt counts against the retry budget.
  public func pathChanged(isUp: Bool) {
    post(isUp ? .pathUp : .pathDown)
  }
}

// What loops ask for.
extension ResilienceRuntime {
  /// Begins a loop, where it has not begun; another loop over the same connection ends.
  func begin(_ consumer: ConnectionConsumer) {
    guard let place = scopes.connection(consumer.scope) else { return consumer.end() }
    change { state, now in
      guard !state.isClosed, !consumer.hasEnded else { return state.outbox.append(.end(consumer)) }
      let present = state.consumers[place]
      guard present !== consumer else { return }
      if let present {
        state.handle(.connection(place, .stop), now, of: self)
        state.outbox.append(.end(present))
      }
      state.consumers[place] = consumer
      state.handle(.connection(place, .start), now, of: self)
    }
  }

  /// Ends an attempt that its loop is done with, where nobody said how it ended: what ran it was
  /// cancelled, but not the loop.
  func leave(_ attempt: ConnectionAttempt) {
    change { state, now in
      guard state.attempts[attempt.place] === attempt else { return }
      state.handle(.connection(attempt.place, .failed(attempt.ticket, .closed)), now, of: self)
    }
  }

  /// Ends a loop, and gives the connection up where the loop has it.
  func end(_ consumer: ConnectionConsumer) {
    consumer.end()
    guard let place = scopes.connection(consumer.scope) else { return }
    change { state, now in
      guard state.consumers[place] === consumer else { return }
      state.handle(.connection(place, .stop), now, of: self)
      state.consumers[place] = nil
    }
  }
}
