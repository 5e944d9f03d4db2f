internal import CodebookRuntime

/// One event of the whole.
struct ResilienceStep {
  let description: ResilienceDescription
  let seed: UInt64
  let now: Int64

  func connection(
    _ state: inout ResilienceState, _ index: Int, _ event: ConnectionEvent,
    _ effects: inout [ScopedEffect]
  ) {
    guard state.connections.indices.contains(index) else { return }
    let wasExhausted = state.connections[index].isExhausted
    var own = takeScratch(&state)
    ConnectionReducer.reduce(
      &state.connections[index], event, policy: description.connections[index], seed: seed,
      now: now, into: &own)
    let isExhausted = state.connections[index].isExhausted
    if wasExhausted != isExhausted, description.connections[index].isCritical {
      state.exhaustedCritical += isExhausted ? 1 : -1
    }
    pass(&state, own, of: .connection(index), &effects)
    state.scratch.effects = own
  }

  func limiter(
    _ state: inout ResilienceState, _ index: Int, _ event: LimiterEvent,
    _ effects: inout [ScopedEffect]
  ) {
    guard state.limiters.indices.contains(index) else { return }
    var own = takeScratch(&state)
    LimiterReducer.reduce(
      &state.limiters[index], event, policy: description.limiters[index], seed: seed, now: now,
      into: &own)
    pass(&state, own, of: .limiter(index), &effects)
    state.scratch.effects = own
  }

  private func takeScratch(_ state: inout ResilienceState) -> [Effect] {
    var own: [Effect] = []
    swap(&own, &state.scratch.effects)
    own.removeAll(keepingCapacity: true)
    return own
  }

  /// Hands effects on; those that are for the whole act at once.
  private func pass(
    _ state: inout ResilienceState, _ own: [Effect], of machine: Machine,
    _ effects: inout [ScopedEffect]
  ) {
    for effect in own {
      switch effect {
      case .report(let reach): report(&state, reach, &effects)
      case .parkVenue: parkVenue(&state, of: machine, &effects)
      default: effects.append(ScopedEffect(machine, effect))
      }
    }
  }

  private func report(
    _ state: inout ResilienceState, _ reach: Reach, _ effects: inout [ScopedEffect]
  ) {
    guard state.hasOutage == (reach == .reached) else { return }
    state.hasOutage = reach == .unreachable
    if state.hasOutage { state.outageRun += 1 }
    effects.append(
      ScopedEffect(
        .network,
        .record(
          TransitionRecord(
            state.hasOutage ? .unreachable : .reachable,
            code: state.hasOutage ? description.network.error : nil,
            correlation: .network(run: state.outageRun)))))
  }

  private func parkVenue(
    _ state: inout ResilienceState, of machine: Machine, _ effects: inout [ScopedEffect]
  ) {
    guard case .limiter(let banned) = machine, let venue = description.limiters[banned].venue
    else { return }
    for (index, policy) in description.limiters.enumerated()
    where index != banned && policy.venue == venue {
      limiter(&state, index, .park, &effects)
    }
  }
}

// What goes to all machines.
extension ResilienceStep {
  func pathDown(_ state: inout ResilienceState, _ effects: inout [ScopedEffect]) {
    state.pathIsDown = true
    report(&state, .unreachable, &effects)
    for index in state.connections.indices { connection(&state, index, .pathDown, &effects) }
  }

  func pathUp(_ state: inout ResilienceState, _ effects: inout [ScopedEffect]) {
    state.pathIsDown = false
    for index in state.connections.indices { connection(&state, index, .pathUp, &effects) }
  }

  func restart(
    _ state: inout ResilienceState, epoch: Int64, _ effects: inout [ScopedEffect]
  ) {
    state.epoch = max(state.epoch, epoch)
    for index in state.connections.indices {
      connection(&state, index, .restart(epoch: epoch), &effects)
    }
    for index in state.limiters.indices {
      limiter(&state, index, .restart(epoch: epoch), &effects)
    }
  }

  /// Closes gated lanes while a critical connection is exhausted.
  func gate(_ state: inout ResilienceState, _ effects: inout [ScopedEffect]) {
    guard (state.exhaustedCritical > 0) != (state.gate != nil) else { return }
    state.gate = state.exhaustedCritical > 0 ? terminal(state) : nil
    for index in state.limiters.indices {
      limiter(&state, index, .gate(code: state.gate), &effects)
    }
  }

  private func terminal(_ state: ResilienceState) -> String? {
    zip(description.connections, state.connections)
      .first { $0.isCritical && $1.isExhausted }?.1.terminal
  }
}
