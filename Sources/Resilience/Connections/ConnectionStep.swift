internal import CodebookRuntime

/// One event of a connection: what happens to it, by the page's names.
struct ConnectionStep {
  let policy: ConnectionPolicy
  let seed: UInt64
  let now: Int64

  func start(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    guard state.phase == .idle else { return }
    state.serial += 1
    guard state.heldUntil > now else { return dial(&state, &effects) }
    beginRun(&state)
    state.attempt = 1
    wait(&state, until: state.heldUntil, &effects)
  }

  func opened(_ state: inout ConnectionState, _ ticket: Ticket, _ effects: inout [Effect]) {
    guard ticket == state.ticket, state.phase == .dialing else {
      return stale(&state, epoch: ticket.epoch, &effects)
    }
    disarm(&state, .dial, &effects)
    state.phase = .unstable
    state.counters.opens += 1
    state.hasOpened = true
    state.lastMessage = now
    effects.append(.report(.reached))
    if policy.idleMS > 0 { arm(&state, .idle, due: now + policy.idleMS, &effects) }
  }

  func message(_ state: inout ConnectionState, _ ticket: Ticket, _ effects: inout [Effect]) {
    guard ticket == state.ticket, state.phase == .unstable || state.phase == .live else {
      return stale(&state, epoch: ticket.epoch, &effects)
    }
    state.lastMessage = now
    guard state.phase == .unstable else { return }
    state.phase = .live
    if state.isInRun {
      state.counters.successes += 1
      effects.append(
        .record(
          TransitionRecord(.live, attempt: state.attempt, correlation: state.correlation)))
    }
    arm(&state, .stable, due: now + policy.stableMS, &effects)
  }

  func failed(
    _ state: inout ConnectionState, _ ticket: Ticket, _ cause: FailureCause, hold: Int64,
    _ effects: inout [Effect]
  ) {
    switch state.phase {
    case .dialing, .unstable, .live:
      guard ticket == state.ticket else { fallthrough }
      fail(&state, cause, hold: hold, &effects)
    case .idle, .waiting, .exhausted:
      stale(&state, epoch: ticket.epoch, &effects)
    }
  }

  func restart(_ state: inout ConnectionState, epoch: Int64, _ effects: inout [Effect]) {
    guard epoch > state.epoch else { return stale(&state, epoch: epoch, &effects) }
    var new = ConnectionState(epoch: epoch, heldUntil: state.heldUntil)
    new.run = state.run
    new.pathIsDown = state.pathIsDown
    new.counters = state.counters
    state = new
  }

  func stop(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    guard state.phase != .idle else { return }
    for kind in [TimerKind.backoff, .dial, .idle, .probe, .stable] {
      disarm(&state, kind, &effects)
    }
    switch state.phase {
    case .dialing, .unstable, .live: effects.append(.close(state.ticket))
    case .idle, .waiting, .exhausted: break
    }
    state.serial += 1
    state.phase = .idle
    settle(&state)
  }
}

// What the events above have in common.
extension ConnectionStep {
  func arm(
    _ state: inout ConnectionState, _ kind: TimerKind, due: Int64, _ effects: inout [Effect]
  ) {
    state.timers[kind] = due
    effects.append(.arm(TimerName(kind, epoch: state.epoch), serial: state.serial, due: due))
  }

  func disarm(_ state: inout ConnectionState, _ kind: TimerKind, _ effects: inout [Effect]) {
    guard state.timers[kind] != nil else { return }
    state.timers[kind] = nil
    effects.append(.disarm(TimerName(kind, epoch: state.epoch)))
  }

  func dial(_ state: inout ConnectionState, _ effects: inout [Effect]) {
    state.phase = .dialing
    state.counters.dials += 1
    effects.append(.dial(state.ticket))
    arm(&state, .dial, due: now + policy.dialMS, &effects)
  }

  func beginRun(_ state: inout ConnectionState) {
    guard !state.isInRun else { return }
    state.isInRun = true
    state.run += 1
  }

  /// Puts the next dial off, with a record.
  func wait(_ state: inout ConnectionState, until due: Int64, _ effects: inout [Effect]) {
    state.phase = .waiting
    state.counters.retries += 1
    state.counters.lastBackoffMS = due - now
    effects.append(
      .record(
        TransitionRecord(
          .scheduled, attempt: state.attempt, backoffMS: due - now,
          correlation: state.correlation)))
    arm(&state, .backoff, due: due, &effects)
  }

  func stale(_ state: inout ConnectionState, epoch: Int64, _ effects: inout [Effect]) {
    state.counters.stales += 1
    effects.append(
      .record(TransitionRecord(.stale, staleEpoch: epoch, correlation: state.correlation)))
  }

  /// Forgets the trouble.
  func settle(_ state: inout ConnectionState) {
    state.attempt = 0
    state.spent = 0
    state.hasOpened = false
    state.isDegraded = false
    state.isExhausted = false
    state.terminal = nil
    state.isInRun = false
    state.drops.removeAll()
  }

  /// The key of a draw of the run.
  func draw(_ state: ConnectionState, attempt: Int64) -> Draw {
    Draw(policy.scope, epoch: state.epoch, number: attempt)
  }
}
