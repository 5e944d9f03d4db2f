internal import CodebookRuntime

// What comes from outside the scope.
extension LimiterStep {
  func gate(_ state: inout LimiterState, code: String?, _ effects: inout [Effect]) {
    state.gate = code
    guard code != nil else { return }
    clear(&state, &effects) {
      policy.lanes[$0.lane].isGated
    } each: { state, slot, effects in
      let id = state.table[slot].id
      state.table.remove(slot)
      reject(&state, id: id, .gated, &effects)
    }
  }

  func park(
    _ state: inout LimiterState, correlation: Correlation, _ effects: inout [Effect]
  ) {
    guard state.phase != .parked else { return }
    state.phase = .parked
    state.probe = nil
    dropRelease(&state, &effects)
    effects.append(
      .record(TransitionRecord(.parked, code: policy.rateLimited, correlation: correlation)))
    clear(&state, &effects) { _ in
      true
    } each: { state, slot, effects in
      fail(&state, slot, .limited, &effects)
    }
  }

  /// Takes the requests out that are not in the air, in their order.
  private func clear(
    _ state: inout LimiterState, _ effects: inout [Effect],
    where isMeant: (LimiterRequest) -> Bool,
    each end: (inout LimiterState, Int, inout [Effect]) -> Void
  ) {
    for request in state.inOrder where request.state != .flying && isMeant(request) {
      guard let slot = state.table.slot(of: request.id) else { continue }
      if request.state != .queued { disarm(.retry, request.id, state, &effects) }
      end(&state, slot, &effects)
    }
  }

  func unpark(_ state: inout LimiterState, _ effects: inout [Effect]) {
    guard state.phase == .parked else { return }
    state.phase = state.until > now ? .blocked : .open
    state.strikes = 0
    state.openedAt = now
    effects.append(.record(TransitionRecord(.released, correlation: .process)))
    pump(&state, &effects)
  }

  func restart(_ state: inout LimiterState, epoch: Int64, _ effects: inout [Effect]) {
    guard epoch > state.epoch else { return stale(&state, id: nil, epoch: epoch, &effects) }
    for request in state.inOrder {
      guard let slot = state.table.slot(of: request.id) else { continue }
      if request.state == .flying, !request.isSafe {
        lose(&state, slot, &effects)
      } else {
        state.table.remove(slot)
        reject(&state, id: request.id, .restarted, &effects)
      }
    }
    state = renewed(state, epoch: epoch)
  }

  private func renewed(_ state: LimiterState, epoch: Int64) -> LimiterState {
    var new = LimiterState(policy: policy, epoch: epoch)
    new.until = state.until
    new.strikes = state.strikes
    new.generation = state.generation + 1
    new.gate = state.gate
    new.counters = state.counters
    new.openedAt = now
    new.phase = state.phase == .parked ? .parked : state.until > now ? .blocked : .open
    return new
  }
}
