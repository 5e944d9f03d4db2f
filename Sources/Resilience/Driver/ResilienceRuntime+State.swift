internal import CodebookRuntime
internal import Synchronization

// What can be seen of it.
extension ResilienceRuntime {
  /// What a user sees of it now.
  public var status: ResilienceStatus {
    state.withLock { state in status(of: state, state.time(clock.now())) }
  }

  /// The status as it is, then each that differs from the one before, until the runtime is closed.
  ///
  /// Who is slow has the latest only.
  public func statusChanges() -> AsyncStream<ResilienceStatus> {
    let (stream, listener) = AsyncStream.makeStream(
      of: ResilienceStatus.self, bufferingPolicy: .bufferingNewest(1))
    let number: Int? = change { state, now in
      let status = status(of: state, now)
      guard !state.isClosed else {
        listener.yield(status)
        return nil
      }
      let number = state.statuses.add(listener, status)
      refreshStatus(&state, now)
      return number
    }
    if let number {
      listener.onTermination = { [weak self] _ in
        self?.state.withLock { $0.statuses.remove(number) }
      }
    } else {
      listener.finish()
    }
    return stream
  }

  /// How much waits and flies, by limiter and lane, in the description's order.
  public var queueHealth: [QueueHealth] {
    state.withLock { state in
      QueueHealth.all(
        state.machines, description: description, now: state.time(clock.now()))
    }
  }

  /// What was counted since the start, by scope.
  public var counters: ResilienceCounters {
    state.withLock { ResilienceCounters($0.machines, description: description) }
  }

  /// What is to be carried over a restart. A request is named as unknown until `reconcile` has
  /// returned without an error.
  public var carriedState: CarriedState {
    state.withLock { state in
      state.carried(description, now: state.time(clock.now()))
    }
  }

  func status(of state: borrowing DriverState, _ now: Int64) -> ResilienceStatus {
    ResilienceStatus(state.machines, description: description, now: now)
  }
}

// Its life.
extension ResilienceRuntime {
  /// Begins another epoch: what is under way from the one before is over. Attempts are abandoned,
  /// and what is said of them is stale; requests that fly and are not safe are unknown, and all
  /// others rejected. Connections with a loop begin again.
  ///
  /// - Parameter epoch: Greater than the one before; any other is stale, and does nothing.
  public func restart(epoch: Int64) {
    change { state, now in
      let isNew = epoch > state.machines.epoch
      if isNew {
        for (place, attempt) in state.attempts.sorted(by: { $0.key < $1.key }) {
          state.outbox.append(.abandon(attempt, state.consumers[place]))
        }
        state.attempts = [:]
      }
      state.handle(.restart(epoch: epoch), now, of: self)
      guard isNew else { return }
      for place in state.consumers.keys.sorted() {
        state.handle(.connection(place, .start), now, of: self)
      }
    }
  }

  /// Ends it: requests are cancelled, connections given up, loops and streams end. What flies and is
  /// not safe is unknown. Later calls do nothing; later requests are cancelled.
  public func close() {
    let listeners = change { state, now in
      state.isClosed = true
      // Those that wait first, so that none is sent in the place of one that flies.
      for flies in [false, true] { cancelRequests(&state, flies: flies, now) }
      for (place, consumer) in state.consumers.sorted(by: { $0.key < $1.key }) {
        state.handle(.connection(place, .stop), now, of: self)
        state.outbox.append(.end(consumer))
      }
      state.consumers = [:]
      // Those of an epoch that is over, too.
      state.timers.removeAll()
      state.wake?.call.cancel()
      state.wake = nil
      return state.statuses.removeAll()
    }
    for listener in listeners { listener.finish() }
  }

  private func cancelRequests(_ state: inout DriverState, flies: Bool, _ now: Int64) {
    for place in description.limiters.indices {
      let limiter = state.machines.limiters[place]
      // A limit that is over, but whose timer has not fired, lets nothing through any more.
      let time = limiter.phase == .blocked ? min(now, limiter.until - 1) : now
      for request in limiter.inOrder where (request.state == .flying) == flies {
        state.handle(.limiter(place, .cancel(id: request.id)), time, of: self)
      }
    }
  }
}
