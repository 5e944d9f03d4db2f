internal import CodebookRuntime

// What follows from a limit, and how requests are sent again.
extension LimiterStep {
  func limit(
    _ state: inout LimiterState, _ ended: EndedSend, hold: Int64, _ effects: inout [Effect]
  ) {
    effects.append(.report(.reached))
    state.counters.limited += 1
    if let until = heldUntil(&state, ended, hold: hold) {
      state.until = max(state.until, until)
      state.counters.lastBackoffMS = state.until - now
      effects.append(
        .record(
          TransitionRecord(
            .blocked, attempt: Int64(ended.sends), backoffMS: state.until - now,
            code: policy.rateLimited, correlation: ended.correlation)))
      block(&state, ended)
      dropRelease(&state, &effects)
    } else {
      block(&state, ended)
    }
    retry(&state, ended, cost: policy.throttlingCost, .limited, hold: 0, &effects)
  }

  private func block(_ state: inout LimiterState, _ ended: EndedSend) {
    if state.phase == .open || ended.wasProbe { state.phase = .blocked }
  }

  /// Until when a limit holds requests back; `nil` where that was known. Of those that flew
  /// together only the first one counts, and what the server asked for beyond it.
  private func heldUntil(
    _ state: inout LimiterState, _ ended: EndedSend, hold: Int64
  ) -> Int64? {
    guard state.table[ended.slot].generation == state.generation else {
      guard hold > 0 else { return nil }
      let until = now + held(state, hold)
      return until > state.until ? until : nil
    }
    if state.phase == .open, state.strikes > 0, now - state.openedAt >= policy.stableMS {
      state.strikes = 0
    }
    state.strikes += 1
    state.generation += 1
    let until = now + backoff(state, strikes: state.strikes)
    return hold > 0 ? max(until, now + held(state, hold)) : until
  }

  private func held(_ state: LimiterState, _ hold: Int64) -> Int64 {
    Delay.held(
      hold, base: policy.baseMS,
      draw: Draw(policy.scope, epoch: state.epoch, number: state.strikes), seed: seed)
  }

  /// Puts a request back, if it may be sent again and the budget has something left.
  func retry(
    _ state: inout LimiterState, _ ended: EndedSend, cost: Int64, _ kind: FailureKind,
    hold: Int64, _ effects: inout [Effect]
  ) {
    if state.gate != nil, policy.lanes[state.table[ended.slot].lane].isGated {
      state.table.remove(ended.slot)
      return reject(&state, id: ended.id, .gated, &effects)
    }
    guard state.phase != .parked, ended.sends < policy.attempts else {
      return fail(&state, ended.slot, kind, &effects)
    }
    guard state.tokens >= cost else {
      let due = max(
        now + delay(state, ended, hold: hold), kind == .limited ? state.until : 0)
      state.table.move(ended.slot, to: .failing, due: due, kind: kind)
      return armRetry(state, ended, &effects)
    }
    state.tokens -= cost
    state.table[ended.slot].paid = cost
    state.counters.retried += 1
    // The block is the delay.
    guard kind == .failed else { return state.table.move(ended.slot, to: .queued) }
    let delay = delay(state, ended, hold: hold)
    state.table.move(ended.slot, to: .delayed, due: now + delay)
    effects.append(
      .record(
        TransitionRecord(
          .retrying, attempt: Int64(ended.sends) + 1, backoffMS: delay, code: policy.failed,
          correlation: ended.correlation)))
    armRetry(state, ended, &effects)
  }

  private func delay(_ state: LimiterState, _ ended: EndedSend, hold: Int64) -> Int64 {
    let draw = Draw(policy.scope, id: ended.id, epoch: state.epoch, number: Int64(ended.sends))
    let delay = Delay.backoff(
      base: policy.baseMS, cap: policy.capMS, attempt: Int64(ended.sends), draw: draw, seed: seed)
    guard hold > 0 else { return delay }
    return max(delay, Delay.held(hold, base: policy.baseMS, draw: draw, seed: seed))
  }

  private func armRetry(
    _ state: LimiterState, _ ended: EndedSend, _ effects: inout [Effect]
  ) {
    let request = state.table[ended.slot]
    effects.append(
      .arm(
        TimerName(.retry, id: ended.id, epoch: state.epoch), serial: request.send,
        due: request.due))
  }
}
