internal import CodebookRuntime

extension DriverState {
  /// Handles an event: what is to be done goes into the timers and the outbox.
  ///
  /// - Parameter duplicate: The request that is handed over, where there is one of its ID already:
  ///   what is said of that ID is meant for it.
  mutating func handle(
    _ event: ResilienceEvent, _ now: Int64, of runtime: ResilienceRuntime,
    duplicate: RequestChannel? = nil
  ) {
    var effects = takeEffects()
    ResilienceReducer.reduce(
      &machines, event, description: runtime.description, seed: runtime.seed, now: now,
      into: &effects)
    forgetAttempt(of: event)
    if !effects.isEmpty || !event.isMessage { statusIsDirty = true }
    if event.touchesCarried { carriedIsDirty = true }
    var finished: [RequestKey] = []
    for scoped in effects {
      if let key = collect(scoped, of: runtime, duplicate) { finished.append(key) }
    }
    // Not before: a record that comes after the end of a request belongs to it, too.
    for key in finished { requests[key] = nil }
    put(back: effects)
  }

  /// An attempt that has failed is over.
  private mutating func forgetAttempt(of event: ResilienceEvent) {
    guard case .connection(let place, .failed(let ticket, _, _)) = event,
      attempts[place]?.ticket == ticket
    else { return }
    attempts[place] = nil
  }

  /// Puts an effect where it belongs; gives the request that is over with it.
  private mutating func collect(
    _ scoped: ScopedEffect, of runtime: ResilienceRuntime, _ duplicate: RequestChannel?
  ) -> RequestKey? {
    switch (scoped.machine, scoped.effect) {
    case (let machine, .arm(let name, let serial, let due)):
      let key = TimerKey.machine(machine, name)
      timers.set(key, (key, serial), due: due)
    case (let machine, .disarm(let name)):
      timers.remove(.machine(machine, name))
    case (let machine, .record(let record)):
      outbox.append(
        .record(machine, record, context(of: record.correlation, machine, duplicate)))
    case (.connection(let place), let effect):
      collect(effect, ofConnection: place, of: runtime)
    case (.limiter(let place), let effect):
      return collect(effect, ofLimiter: place, of: runtime, duplicate)
    case (.network, _):
      break
    }
    return nil
  }

  private mutating func collect(
    _ effect: Effect, ofConnection place: Int, of runtime: ResilienceRuntime
  ) {
    switch effect {
    case .dial(let ticket):
      let attempt = attempt(at: place, ticket, of: runtime)
      attempts[place] = attempt
      if let consumer = consumers[place] { outbox.append(.offer(attempt, consumer)) }
    case .close(let ticket):
      guard let attempt = attempts[place], attempt.ticket == ticket else { return }
      attempts[place] = nil
      outbox.append(.close(attempt, consumers[place]))
    default:
      break
    }
  }

  private mutating func attempt(
    at place: Int, _ ticket: Ticket, of runtime: ResilienceRuntime
  ) -> ConnectionAttempt {
    let connection = machines.connections[place]
    return ConnectionAttempt(
      runtime, place: place, scope: runtime.description.connections[place].scope, ticket: ticket,
      number: Int(connection.attempt),
      context: connection.isInRun
        ? correlations.context(ofConnection: place, run: connection.run) : nil)
  }

  private mutating func collect(
    _ effect: Effect, ofLimiter place: Int, of runtime: ResilienceRuntime,
    _ duplicate: RequestChannel?
  ) -> RequestKey? {
    switch effect {
    case .send(let id, let number, let count):
      let send = RequestSend(
        epoch: machines.limiters[place].epoch, number: number, count: count)
      requests[RequestKey(place: place, id: id)].map { outbox.append(.tell($0, .send(send))) }
    case .abort(let id, let send):
      requests[RequestKey(place: place, id: id)].map { outbox.append(.abort($0, send: send)) }
    case .reconcile(let id):
      let request = UnknownRequest(scope: runtime.description.limiters[place].scope, id: id)
      let context = requests[RequestKey(place: place, id: id)]?.context
      if runtime.reconcile != nil { reconciling.append(request) }
      outbox.append(.reconcile(request, context))
    case .finish(let id, let ending):
      let code = code(of: ending, place, runtime.description.limiters[place])
      if let duplicate, duplicate.id == id, duplicate.place == place {
        outbox.append(.tell(duplicate, .finish(ending, code: code)))
        return nil
      }
      let key = RequestKey(place: place, id: id)
      requests[key].map { outbox.append(.tell($0, .finish(ending, code: code))) }
      return key
    default:
      break
    }
    return nil
  }

  /// The code that the record of a request's end has.
  private func code(of ending: Ending, _ place: Int, _ policy: LimiterPolicy) -> String {
    switch ending {
    case .failed, .unknown: policy.failed
    case .rejected(.gated): machines.limiters[place].gate ?? policy.rateLimited
    default: policy.rateLimited
    }
  }

  /// What a record belongs to; `nil` for the process.
  private mutating func context(
    of correlation: Correlation, _ machine: Machine, _ duplicate: RequestChannel?
  ) -> CorrelationContext? {
    switch (correlation, machine) {
    case (.network(let run), _):
      return correlations.context(ofOutage: run)
    case (.connection(let run), .connection(let place)):
      return correlations.context(ofConnection: place, run: run)
    case (.request(let id), .limiter(let place)):
      if let duplicate, duplicate.id == id, duplicate.place == place { return duplicate.context }
      // What comes after the end of a request belongs to who says it: to its own task.
      guard let request = requests[RequestKey(place: place, id: id)] else {
        return CorrelationContext.current
      }
      return request.context
    default:
      return nil
    }
  }
}

extension ResilienceEvent {
  /// Whether what is carried over may change with it.
  fileprivate var touchesCarried: Bool {
    switch self {
    case .connection(_, .failed(_, _, let hold)): hold > 0
    case .connection, .pathDown, .pathUp: false
    case .limiter, .restart: true
    }
  }

  /// Whether a message came in: what comes most often, and changes least.
  fileprivate var isMessage: Bool {
    if case .connection(_, .message) = self { true } else { false }
  }
}
