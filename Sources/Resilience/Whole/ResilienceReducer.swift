public import CodebookRuntime

/// What all connections and limiters of a process do; `docs/resilience-semantics.md`, The whole.
///
/// A step costs the same however many machines there are, but for what goes to all of them.
public enum ResilienceReducer {
  /// Handles an event.
  ///
  /// - Parameters:
  ///   - state: The machines; changed in place.
  ///   - event: What happens.
  ///   - description: How they are kept.
  ///   - seed: The seed of their draws.
  ///   - now: The time in milliseconds.
  ///   - effects: What is to be done is appended to it, with who wants it.
  public static func reduce(
    _ state: inout ResilienceState, _ event: ResilienceEvent, description: ResilienceDescription,
    seed: UInt64, now: Int64, into effects: inout [ScopedEffect]
  ) {
    let step = ResilienceStep(description: description, seed: seed, now: now)
    switch event {
    case .connection(let index, let event): step.connection(&state, index, event, &effects)
    case .limiter(let index, let event): step.limiter(&state, index, event, &effects)
    case .pathDown: step.pathDown(&state, &effects)
    case .pathUp: step.pathUp(&state, &effects)
    case .restart(let epoch): step.restart(&state, epoch: epoch, &effects)
    }
    step.gate(&state, &effects)
  }

  /// The state after an event, and what is to be done.
  public static func reduced(
    _ state: ResilienceState, _ event: ResilienceEvent, description: ResilienceDescription,
    seed: UInt64, now: Int64
  ) -> (state: ResilienceState, effects: [ScopedEffect]) {
    var state = state
    var effects: [ScopedEffect] = []
    reduce(&state, event, description: description, seed: seed, now: now, into: &effects)
    return (state, effects)
  }
}
