internal import CodebookRuntime

/// One event of a limiter: what happens to it, by the page's names.
struct LimiterStep {
  let policy: LimiterPolicy
  let seed: UInt64
  let now: Int64

  func submit(
    _ state: inout LimiterState, id: String, lane: Int, isSafe: Bool, _ effects: inout [Effect]
  ) {
    if let reason = rejection(state, id: id, lane: lane) {
      return reject(&state, id: id, reason, &effects)
    }
    let request = LimiterRequest(
      id: id, lane: lane, isSafe: isSafe, sequence: state.nextSequence, submitted: now)
    guard state.table.insert(request) else { return reject(&state, id: id, .duplicate, &effects) }
    state.nextSequence += 1
    pump(&state, &effects)
  }

  /// Why a request is not taken; that there is one of its ID may be found out later.
  private func rejection(_ state: LimiterState, id: String, lane: Int) -> Rejection? {
    guard policy.lanes.indices.contains(lane) else { return .duplicate }
    let reason: Rejection
    if state.phase == .parked {
      reason = .parked
    } else if state.gate != nil, policy.lanes[lane].isGated {
      reason = .gated
    } else if state.table.waiting(inLane: lane) >= policy.lanes[lane].capacity {
      reason = .full
    } else {
      return nil
    }
    return state.table.slot(of: id) == nil ? reason : .duplicate
  }

  /// Sends what may be sent.
  func pump(_ state: inout LimiterState, _ effects: inout [Effect]) {
    while mayPick(&state, &effects), let slot = pick(&state) {
      send(&state, slot, &effects)
    }
    if state.phase == .probe, state.probe == nil { state.phase = .blocked }
    guard state.phase == .blocked, now < state.until, state.table.queued > 0, !state.hasRelease
    else { return }
    state.hasRelease = true
    effects.append(
      .arm(TimerName(.release, epoch: state.epoch), serial: state.generation, due: state.until))
  }

  private func mayPick(_ state: inout LimiterState, _ effects: inout [Effect]) -> Bool {
    switch state.phase {
    case .parked: return false
    case .open: return state.table.flying < policy.concurrency
    case .probe: return state.probe == nil
    case .blocked:
      guard now >= state.until, state.table.queued > 0 else { return false }
      dropRelease(&state, &effects)
      state.phase = .probe
      state.probe = nil
      return true
    }
  }

  /// The next request: lanes take turns, and each sends as many as its share in a turn.
  private func pick(_ state: inout LimiterState) -> Int? {
    guard state.table.queued > 0 else {
      // As if each lane had been asked, and the first one twice.
      nextLane(&state)
      return nil
    }
    for _ in 0...policy.lanes.count {
      if state.credit > 0, state.table.hasQueued(inLane: state.lane),
        let slot = state.table.launch(lane: state.lane)
      {
        state.credit -= 1
        return slot
      }
      nextLane(&state)
    }
    return nil
  }

  private func nextLane(_ state: inout LimiterState) {
    state.lane = state.lane + 1 == policy.lanes.count ? 0 : state.lane + 1
    state.credit = policy.lanes[state.lane].share
  }

  private func send(_ state: inout LimiterState, _ slot: Int, _ effects: inout [Effect]) {
    state.nextSend += 1
    state.counters.sent += 1
    let number = state.nextSend
    let id = state.table[slot].id
    if state.table[slot].sends == 0 {
      let wait = now - state.table[slot].submitted
      state.counters.longestWaitMS = max(state.counters.longestWaitMS, wait)
    }
    let sends = state.table[slot].countSend(number, generation: state.generation)
    if state.phase == .probe { state.probe = id }
    effects.append(.send(id: id, send: number, sends: sends))
    effects.append(
      .arm(
        TimerName(.timeout, id: id, epoch: state.epoch), serial: number,
        due: now + policy.timeoutMS))
  }
}

// What the events have in common.
extension LimiterStep {
  func dropRelease(_ state: inout LimiterState, _ effects: inout [Effect]) {
    guard state.hasRelease else { return }
    state.hasRelease = false
    effects.append(.disarm(TimerName(.release, epoch: state.epoch)))
  }

  func disarm(
    _ kind: TimerKind, _ id: String, _ state: LimiterState, _ effects: inout [Effect]
  ) {
    effects.append(.disarm(TimerName(kind, id: id, epoch: state.epoch)))
  }

  /// A request that stands nowhere is not taken.
  func reject(
    _ state: inout LimiterState, id: String, _ reason: Rejection, _ effects: inout [Effect]
  ) {
    state.counters.rejected += 1
    effects.append(.finish(id: id, .rejected(reason)))
    let code = reason == .gated ? state.gate : policy.rateLimited
    effects.append(
      .record(
        TransitionRecord(.rejected, code: code, reason: reason, correlation: .request(id: id))))
  }

  /// Gives a request up, with a record.
  func fail(
    _ state: inout LimiterState, _ slot: Int, _ kind: FailureKind, _ effects: inout [Effect]
  ) {
    state.counters.failed += 1
    let id = state.table[slot].id
    let sends = state.table[slot].sends
    let isLimited = kind == .limited
    effects.append(
      .record(
        TransitionRecord(
          isLimited ? .throttled : .failed, attempt: sends > 0 ? Int64(sends) : nil,
          code: isLimited ? policy.rateLimited : policy.failed, correlation: .request(id: id))))
    effects.append(.finish(id: id, isLimited ? .throttled : .failed))
    state.table.remove(slot)
  }

  /// Nobody knows whether a request was carried out: it is never sent again.
  func lose(_ state: inout LimiterState, _ slot: Int, _ effects: inout [Effect]) {
    state.counters.unknown += 1
    let id = state.table[slot].id
    effects.append(
      .record(
        TransitionRecord(
          .unknown, attempt: Int64(state.table[slot].sends), code: policy.failed,
          correlation: .request(id: id))))
    effects.append(.reconcile(id: id))
    effects.append(.finish(id: id, .unknown))
    state.table.remove(slot)
  }

  func stale(
    _ state: inout LimiterState, id: String?, epoch: Int64, _ effects: inout [Effect]
  ) {
    state.counters.stales += 1
    effects.append(
      .record(
        TransitionRecord(
          .stale, staleEpoch: epoch, correlation: id.map { .request(id: $0) } ?? .process)))
  }
}
