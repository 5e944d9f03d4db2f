internal import CodebookRuntime

/// A send that has come to an end.
struct EndedSend {
  let id: String
  let slot: Int
  let place: RequestTable.Place
  let sends: Int
  /// Whether it was to look whether the limit is over.
  let wasProbe: Bool

  var correlation: Correlation { .request(id: id) }
}

// What follows from the answer to a send.
extension LimiterStep {
  func answer(
    _ state: inout LimiterState, id: String, epoch: Int64, send: Int64, _ outcome: Outcome,
    hold: Int64, _ effects: inout [Effect]
  ) {
    guard let place = flying(state, id: id, epoch: epoch, send: send) else {
      return stale(&state, id: id, epoch: epoch, &effects)
    }
    disarm(.timeout, id, state, &effects)
    let ended = end(&state, place)
    switch outcome {
    case .succeeded, .refused: settle(&state, ended, isSuccess: outcome == .succeeded, &effects)
    case .limited: limit(&state, ended, hold: hold, &effects)
    case .beyond, .banned: ban(&state, ended, isVenue: outcome == .banned, &effects)
    case .failed:
      effects.append(.report(.reached))
      breakOff(&state, ended, hold: hold, &effects)
    case .broken: breakOff(&state, ended, hold: hold, &effects)
    case .unsent:
      effects.append(.report(.unreachable))
      probeAgain(&state, ended)
      retry(&state, ended, cost: policy.transientCost, .failed, hold: 0, &effects)
    }
    pump(&state, &effects)
  }

  /// Where a send of a request stands, if it is in the air.
  func flying(
    _ state: LimiterState, id: String, epoch: Int64, send: Int64
  ) -> RequestTable.Place? {
    guard epoch == state.epoch, let place = state.table.place(of: id) else { return nil }
    let slot = state.table.slot(at: place)
    let isIt = state.table[slot].state == .flying && state.table[slot].send == send
    return isIt ? place : nil
  }

  /// A send that flies no more. Its request counts as flying until it is put elsewhere.
  func end(_ state: inout LimiterState, _ place: RequestTable.Place) -> EndedSend {
    let slot = state.table.slot(at: place)
    let id = state.table[slot].id
    let wasProbe = state.probe == id
    if wasProbe { state.probe = nil }
    return EndedSend(
      id: id, slot: slot, place: place, sends: state.table[slot].sends, wasProbe: wasProbe)
  }

  private func settle(
    _ state: inout LimiterState, _ ended: EndedSend, isSuccess: Bool, _ effects: inout [Effect]
  ) {
    effects.append(.report(.reached))
    if isSuccess {
      let refund = max(state.table[ended.slot].paid, 1)
      state.tokens = min(policy.tokens, state.tokens + refund)
      state.counters.succeeded += 1
    }
    if ended.wasProbe { release(&state, ended, &effects) }
    effects.append(.finish(id: ended.id, isSuccess ? .succeeded : .refused))
    state.table.remove(at: ended.place)
  }

  private func release(
    _ state: inout LimiterState, _ ended: EndedSend, _ effects: inout [Effect]
  ) {
    guard now >= state.until else {
      state.phase = .blocked
      return
    }
    state.phase = .open
    state.openedAt = now
    effects.append(.record(TransitionRecord(.released, correlation: ended.correlation)))
  }

  private func ban(
    _ state: inout LimiterState, _ ended: EndedSend, isVenue: Bool, _ effects: inout [Effect]
  ) {
    effects.append(.report(.reached))
    state.counters.limited += 1
    park(&state, correlation: ended.correlation, &effects)
    if isVenue { effects.append(.parkVenue) }
    fail(&state, ended.slot, .limited, &effects)
  }

  /// What may have been carried out is sent again only where that does no harm.
  func breakOff(
    _ state: inout LimiterState, _ ended: EndedSend, hold: Int64, _ effects: inout [Effect]
  ) {
    probeAgain(&state, ended)
    if state.table[ended.slot].isSafe {
      retry(&state, ended, cost: policy.transientCost, .failed, hold: hold, &effects)
    } else {
      lose(&state, ended.slot, &effects)
    }
  }

  /// A probe that says nothing of the limit: another one follows, after a while.
  private func probeAgain(_ state: inout LimiterState, _ ended: EndedSend) {
    guard ended.wasProbe else { return }
    state.phase = .blocked
    state.until = max(state.until, now + backoff(state, strikes: max(state.strikes, 1)))
  }

  func backoff(_ state: LimiterState, strikes: Int64) -> Int64 {
    Delay.backoff(
      base: policy.baseMS, cap: policy.capMS, attempt: strikes,
      draw: Draw(policy.scope, epoch: state.epoch, number: strikes), seed: seed)
  }
}
