public import CodebookRuntime

/// What a connection does; `docs/resilience-semantics.md`, Connections.
public enum ConnectionReducer {
  /// Handles an event.
  ///
  /// - Parameters:
  ///   - state: The connection; changed in place.
  ///   - event: What happens.
  ///   - policy: How the connection is kept.
  ///   - seed: The seed of its draws.
  ///   - now: The time in milliseconds.
  ///   - effects: What is to be done is appended to it.
  public static func reduce(
    _ state: inout ConnectionState, _ event: ConnectionEvent, policy: ConnectionPolicy,
    seed: UInt64, now: Int64, into effects: inout [Effect]
  ) {
    let step = ConnectionStep(policy: policy, seed: seed, now: now)
    switch event {
    case .start: step.start(&state, &effects)
    case .opened(let ticket): step.opened(&state, ticket, &effects)
    case .message(let ticket): step.message(&state, ticket, &effects)
    case .failed(let ticket, let cause, let hold):
      step.failed(&state, ticket, cause, hold: hold, &effects)
    case .timer(let name, let serial): step.timer(&state, name, serial: serial, &effects)
    case .pathDown: state.pathIsDown = true
    case .pathUp: step.pathUp(&state, &effects)
    case .restart(let epoch): step.restart(&state, epoch: epoch, &effects)
    case .stop: step.stop(&state, &effects)
    }
  }

  /// The state after an event, and what is to be done.
  public static func reduced(
    _ state: ConnectionState, _ event: ConnectionEvent, policy: ConnectionPolicy, seed: UInt64,
    now: Int64
  ) -> (state: ConnectionState, effects: [Effect]) {
    var state = state
    var effects: [Effect] = []
    reduce(&state, event, policy: policy, seed: seed, now: now, into: &effects)
    return (state, effects)
  }
}
