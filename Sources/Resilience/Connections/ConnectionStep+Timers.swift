internal import CodebookRuntime

// What follows from time, and from the machine's network.
extension ConnectionStep {
  func timer(
    _ state: inout ConnectionState, _ name: TimerName, serial: Int64, _ effects: inout [Effect]
  ) {
    guard name.epoch == state.epoch, serial == state.serial, name.id == nil,
      let due = state.timers[name.kind], due <= now
    else { return stale(&state, epoch: name.epoch, &effects) }
    state.timers[name.kind] = nil
    switch name.kind {
    case .backoff, .probe: dial(&state, &effects)
    case .dial: giveUp(&state, .timeout, &effects)
    case .idle: idle(&state, &effects)
    case .stable: stable(&state, &effects)
    case .release, .timeout, .retry: break  // A connection has none of them.
    }
  }

  private func giveUp(
    _ state: inout ConnectionState, _ cause: FailureCause, _ effects: inout [Effect]
  ) {
    effects.append(.close(state.ticket))
    fail(&state, cause, hold: 0, &effects)
  }

  private func idle(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    if now - state.lastMessage >= policy.idleMS {
      giveUp(&state, .stalled, &effects)
    } else {
      arm(&state, .idle, due: state.lastMessage + policy.idleMS, &effects)
    }
  }

  private func stable(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    if state.isDegraded || state.isExhausted {
      effects.append(.record(TransitionRecord(.recovered, correlation: state.correlation)))
    }
    settle(&state)
  }

  func pathUp(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    guard state.pathIsDown else { return }
    state.pathIsDown = false
    guard state.phase == .waiting || state.phase == .exhausted else { return }
    disarm(&state, .backoff, &effects)
    disarm(&state, .probe, &effects)
    let delay = Delay.backoff(
      base: policy.baseMS, cap: policy.baseMS, attempt: 1,
      draw: draw(state, attempt: state.attempt), seed: seed)
    wait(&state, until: max(now + delay, state.heldUntil), &effects)
  }
}
