internal import CodebookRuntime

// What follows from time, and from who does not want a request any more.
extension LimiterStep {
  func timer(
    _ state: inout LimiterState, _ name: TimerName, serial: Int64, _ effects: inout [Effect]
  ) {
    switch (name.kind, name.id) {
    case (.release, nil): release(&state, name, &effects)
    case (.timeout, let id?): timeout(&state, name, id: id, send: serial, &effects)
    case (.retry, let id?): due(&state, name, id: id, send: serial, &effects)
    default: stale(&state, id: name.id, epoch: name.epoch, &effects)
    }
  }

  private func release(
    _ state: inout LimiterState, _ name: TimerName, _ effects: inout [Effect]
  ) {
    guard name.epoch == state.epoch, state.hasRelease, now >= state.until else {
      return stale(&state, id: nil, epoch: name.epoch, &effects)
    }
    state.hasRelease = false
    pump(&state, &effects)
  }

  private func timeout(
    _ state: inout LimiterState, _ name: TimerName, id: String, send: Int64,
    _ effects: inout [Effect]
  ) {
    guard let place = flying(state, id: id, epoch: name.epoch, send: send) else {
      return stale(&state, id: id, epoch: name.epoch, &effects)
    }
    effects.append(.abort(id: id, send: send))
    let ended = end(&state, place)
    breakOff(&state, ended, hold: 0, &effects)
    pump(&state, &effects)
  }

  private func due(
    _ state: inout LimiterState, _ name: TimerName, id: String, send: Int64,
    _ effects: inout [Effect]
  ) {
    guard name.epoch == state.epoch, let slot = state.table.slot(of: id),
      state.table[slot].send == send, state.table[slot].due <= now
    else { return stale(&state, id: id, epoch: name.epoch, &effects) }
    switch state.table[slot].state {
    case .delayed: state.table.move(slot, to: .queued)
    case .failing: fail(&state, slot, state.table[slot].kind ?? .failed, &effects)
    case .queued, .flying: return stale(&state, id: id, epoch: name.epoch, &effects)
    }
    pump(&state, &effects)
  }

  func cancel(_ state: inout LimiterState, id: String, _ effects: inout [Effect]) {
    guard let slot = state.table.slot(of: id) else { return }
    switch state.table[slot].state {
    case .flying: recall(&state, slot, &effects)
    case .delayed, .failing:
      disarm(.retry, id, state, &effects)
      drop(&state, slot, &effects)
    case .queued: drop(&state, slot, &effects)
    }
    pump(&state, &effects)
  }

  /// Gives a send up whose answer nobody waits for.
  private func recall(_ state: inout LimiterState, _ slot: Int, _ effects: inout [Effect]) {
    let request = state.table[slot]
    effects.append(.abort(id: request.id, send: request.send))
    disarm(.timeout, request.id, state, &effects)
    if state.probe == request.id {
      state.probe = nil
      state.phase = .blocked
    }
    if request.isSafe { drop(&state, slot, &effects) } else { lose(&state, slot, &effects) }
  }

  private func drop(_ state: inout LimiterState, _ slot: Int, _ effects: inout [Effect]) {
    effects.append(.finish(id: state.table[slot].id, .cancelled))
    state.table.remove(slot)
  }
}
