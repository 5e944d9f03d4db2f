public import CodebookRuntime

/// What a limiter does; `docs/resilience-semantics.md`, Limiters.
public enum LimiterReducer {
  /// Handles an event.
  ///
  /// - Parameters:
  ///   - state: The limiter; changed in place.
  ///   - event: What happens.
  ///   - policy: How requests are held back.
  ///   - seed: The seed of its draws.
  ///   - now: The time in milliseconds.
  ///   - effects: What is to be done is appended to it.
  public static func reduce(
    _ state: inout LimiterState, _ event: LimiterEvent, policy: LimiterPolicy, seed: UInt64,
    now: Int64, into effects: inout [Effect]
  ) {
    let step = LimiterStep(policy: policy, seed: seed, now: now)
    switch event {
    case .submit(let id, let lane, let isSafe):
      step.submit(&state, id: id, lane: lane, isSafe: isSafe, &effects)
    case .answer(let id, let epoch, let send, let outcome, let hold):
      step.answer(&state, id: id, epoch: epoch, send: send, outcome, hold: hold, &effects)
    case .timer(let name, let serial): step.timer(&state, name, serial: serial, &effects)
    case .cancel(let id): step.cancel(&state, id: id, &effects)
    case .gate(let code): step.gate(&state, code: code, &effects)
    case .park: step.park(&state, correlation: .process, &effects)
    case .unpark: step.unpark(&state, &effects)
    case .restart(let epoch): step.restart(&state, epoch: epoch, &effects)
    }
  }

  /// The state after an event, and what is to be done.
  public static func reduced(
    _ state: LimiterState, _ event: LimiterEvent, policy: LimiterPolicy, seed: UInt64, now: Int64
  ) -> (state: LimiterState, effects: [Effect]) {
    var state = state
    var effects: [Effect] = []
    reduce(&state, event, policy: policy, seed: seed, now: now, into: &effects)
    return (state, effects)
  }
}
