internal import CodebookRuntime

// What follows from a failure.
extension ConnectionStep {
  func fail(
    _ state: inout ConnectionState, _ cause: FailureCause, hold: Int64, _ effects: inout [Effect]
  ) {
    let wasOpen = state.phase != .dialing
    disarm(&state, .dial, &effects)
    disarm(&state, .idle, &effects)
    disarm(&state, .stable, &effects)
    beginRun(&state)
    if wasOpen { countDrop(&state, &effects) }
    switch cause {
    case .unreachable: effects.append(.report(.unreachable))
    case .refused, .rateLimited: effects.append(.report(.reached))
    case .closed, .stalled, .timeout: break
    }
    if hold > 0 {
      let draw = draw(state, attempt: state.attempt + 1)
      let held = Delay.held(hold, base: policy.baseMS, draw: draw, seed: seed)
      state.heldUntil = max(state.heldUntil, now + held)
    }
    schedule(&state, &effects)
  }

  private func countDrop(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    state.counters.drops += 1
    state.drops.removeAll { now - $0 >= policy.windowMS }
    state.drops.append(now)
    if policy.drops > 0, !state.isDegraded, state.drops.count >= policy.drops {
      state.isDegraded = true
      effects.append(
        .record(
          TransitionRecord(
            .degraded, code: policy.interrupted, correlation: state.correlation)))
    }
    state.drops.removeFirst(max(state.drops.count - policy.drops, 0))
  }

  private func schedule(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    state.serial += 1
    state.attempt += 1
    if !state.pathIsDown { state.spent += 1 }
    if state.isExhausted { return probe(&state, &effects) }
    if policy.attempts > 0, state.spent > policy.attempts { return exhaust(&state, &effects) }
    let delay = Delay.backoff(
      base: policy.baseMS, cap: policy.capMS, attempt: state.attempt,
      draw: draw(state, attempt: state.attempt), seed: seed)
    wait(&state, until: max(now + delay, state.heldUntil), &effects)
  }

  private func exhaust(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    state.isExhausted = true
    let code = state.hasOpened ? policy.interrupted : policy.unreachable
    state.terminal = code
    effects.append(
      .record(
        TransitionRecord(
          .exhausted, attempt: state.attempt - 1, code: code, correlation: state.correlation)))
    probe(&state, &effects)
  }

  private func probe(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    state.phase = .exhausted
    arm(&state, .probe, due: max(now + policy.probeMS, state.heldUntil), &effects)
  }
}
