internal import CodebookRuntime
internal import Synchronization

extension ResilienceRuntime {
  /// Where the requests of a scope go.
  ///
  /// - Parameter scope: A limiter of the catalog. Any other is a mistake in the program, and ends
  ///   it.
  public func limiter(_ scope: String) -> RequestLimiter {
    guard let place = scopes.limiter(scope) else {
      preconditionFailure("the catalog has no policy for a limiter \(scope)")
    }
    return RequestLimiter(runtime: self, place: place, scope: scope)
  }

  /// Lets a limiter that was parked take requests again: an operator has seen to it.
  ///
  /// - Parameter scope: A limiter of the catalog; nothing happens for any other.
  public func unpark(_ scope: String) {
    guard let place = scopes.limiter(scope) else { return }
    post(.limiter(place, .unpark))
  }

  /// An ID for a request that has none; the epoch keeps those of two runs apart.
  func requestID() -> String {
    state.withLock { "\($0.machines.epoch).\($0.nextRequest())" }
  }

  /// Hands a request over, unless it is not wanted any more.
  func submit(_ channel: RequestChannel, lane name: String?, isSafe: Bool) {
    let lanes = description.limiters[channel.place].lanes
    // A name that no lane has becomes a place that no lane has.
    let lane = name.map { scopes.lane($0, ofLimiter: channel.place) ?? lanes.count } ?? 0
    change { state, now in
      guard !channel.isCancelled, !state.isClosed else {
        state.outbox.append(.tell(channel, .finish(.cancelled, code: "")))
        return
      }
      let key = DriverState.RequestKey(place: channel.place, id: channel.id)
      // Nobody sends what may have been carried out before that is found out: what is in no lane is
      // rejected as what is there twice.
      let isUnknown = state.reconciling.contains(
        UnknownRequest(scope: description.limiters[channel.place].scope, id: channel.id))
      let isDuplicate = isUnknown || state.requests[key] != nil
      if !isDuplicate { state.requests[key] = channel }
      let submission = LimiterEvent.submit(
        id: channel.id, lane: isUnknown ? lanes.count : lane, isSafe: isSafe)
      state.handle(
        .limiter(channel.place, submission), now, of: self,
        duplicate: isDuplicate ? channel : nil)
    }
  }

  /// Takes a request back. One that was not handed over yet will not be.
  func cancel(_ channel: RequestChannel) {
    change { state, now in
      channel.cancel()
      let key = DriverState.RequestKey(place: channel.place, id: channel.id)
      guard state.requests[key] === channel else { return }
      state.handle(.limiter(channel.place, .cancel(id: channel.id)), now, of: self)
    }
  }

  /// Says what came of a send.
  func answer(_ channel: RequestChannel, _ send: RequestSend, _ reply: RequestReply) {
    let (outcome, hold) = outcome(of: reply)
    post(
      .limiter(
        channel.place,
        .answer(
          id: channel.id, epoch: send.epoch, send: send.number, outcome, hold: hold)))
  }

  private func outcome(of reply: RequestReply) -> (Outcome, hold: Int64) {
    switch reply {
    case .broken: return (.broken, 0)
    case .unsent: return (.unsent, 0)
    case .status(let status, let retryAfter, let date):
      let asked = RetryAfter.parse(retryAfter, date: date, wallTime: clock.wallTime)
      return (Outcome(status: status, retryAfter: asked), asked.milliseconds)
    }
  }
}
