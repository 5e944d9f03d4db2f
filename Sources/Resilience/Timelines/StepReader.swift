internal import CodebookRuntime

/// Reads the steps of one run as what they tell the machines.
struct StepReader {
  let description: ResilienceDescription
  let index: ScopeIndex
  /// The limiter that each ID was last handed to.
  private var submitted: [String: Int] = [:]

  init(_ description: ResilienceDescription) {
    self.description = description
    index = ScopeIndex(description)
  }

  private static let kinds = [
    "start", "opened", "message", "failed", "stop", "submit", "answer", "cancel", "path",
    "restart", "unpark",
  ]

  /// What a step that expects nothing tells the machines.
  mutating func event(_ step: TimelineStep, _ state: ResilienceState) throws -> ResilienceEvent {
    guard let kind = Self.kinds.first(where: { step.members[$0] != nil }) else {
      throw step.error("nothing happens")
    }
    switch kind {
    case "path": return try path(step)
    case "restart":
      guard let epoch = step.members.integer("restart") else { throw step.error("no epoch") }
      return .restart(epoch: epoch)
    case "submit", "answer", "cancel": return try request(kind, step, state)
    case "unpark": return .limiter(try limiter(step, "unpark"), .unpark)
    default: return try connection(kind, step, state)
    }
  }

  private func path(_ step: TimelineStep) throws -> ResilienceEvent {
    switch step.members.text("path") {
    case "up": return .pathUp
    case "down": return .pathDown
    default: throw step.error("a path is up or down")
    }
  }

  private func limiter(_ step: TimelineStep, _ member: String) throws -> Int {
    guard let scope = step.members.text(member), let place = index.limiter(scope) else {
      throw step.error("\(member) names no limiter")
    }
    return place
  }
}

// Connections.
extension StepReader {
  private func connection(
    _ kind: String, _ step: TimelineStep, _ state: ResilienceState
  ) throws -> ResilienceEvent {
    guard let scope = step.members.text(kind), let place = index.connection(scope) else {
      throw step.error("\(kind) names no connection")
    }
    let present = state.connections[place].ticket
    let ticket = Ticket(
      epoch: step.members.integer("epoch") ?? present.epoch,
      serial: step.members.integer("serial") ?? present.serial)
    switch kind {
    case "start": return .connection(place, .start)
    case "opened": return .connection(place, .opened(ticket))
    case "message": return .connection(place, .message(ticket))
    case "stop": return .connection(place, .stop)
    default: return .connection(place, try failed(ticket, step))
    }
  }

  private func failed(_ ticket: Ticket, _ step: TimelineStep) throws -> ConnectionEvent {
    guard let cause = FailureCause(rawValue: step.members.text("cause") ?? "closed") else {
      throw step.error("no such cause")
    }
    return .failed(ticket, cause, hold: hold(step).milliseconds)
  }

  private func hold(_ step: TimelineStep) -> RetryAfter {
    RetryAfter.parse(step.members.text("retry_after"), date: step.members.text("date")) {
      Timestamp(milliseconds: RunLog.wallMS + step.time)
    }
  }
}

// Requests.
extension StepReader {
  private mutating func request(
    _ kind: String, _ step: TimelineStep, _ state: ResilienceState
  ) throws -> ResilienceEvent {
    guard let id = step.members.text(kind) else { throw step.error("\(kind) names no request") }
    if kind == "submit" { return try submit(id, step) }
    let place = try limiter(of: id, step)
    guard kind == "answer" else { return .limiter(place, .cancel(id: id)) }
    return .limiter(place, try answer(id, step, state.limiters[place]))
  }

  private mutating func submit(_ id: String, _ step: TimelineStep) throws -> ResilienceEvent {
    let place = try limiter(step, "scope")
    submitted[id] = place
    let lane = step.members.text("lane").map { index.lane($0, ofLimiter: place) ?? -1 } ?? 0
    return .limiter(
      place, .submit(id: id, lane: lane, isSafe: step.members.flag("safe") ?? false))
  }

  private func limiter(of id: String, _ step: TimelineStep) throws -> Int {
    if step.members["scope"] != nil { return try limiter(step, "scope") }
    let place = submitted[id] ?? 0
    guard description.limiters.indices.contains(place) else { throw step.error("no limiter") }
    return place
  }

  private func answer(
    _ id: String, _ step: TimelineStep, _ state: LimiterState
  ) throws -> LimiterEvent {
    let hold = hold(step)
    guard let outcome = outcome(step, hold) else { throw step.error("no such status") }
    return .answer(
      id: id, epoch: step.members.integer("epoch") ?? state.epoch,
      send: step.members.integer("send") ?? state.request(id)?.send ?? 0, outcome,
      hold: hold.milliseconds)
  }

  private func outcome(_ step: TimelineStep, _ hold: RetryAfter) -> Outcome? {
    switch step.members["status"] {
    case "broken": .broken
    case "unsent": .unsent
    case .integer(let status): Outcome(status: Int(status), retryAfter: hold)
    default: nil
    }
  }
}
