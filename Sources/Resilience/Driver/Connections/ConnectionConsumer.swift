internal import Synchronization

/// A loop over a connection's attempts: what it waits for, and what waits for it.
final class ConnectionConsumer: Sendable {
  /// The connection's scope.
  let scope: String

  private struct State {
    var waiter: CheckedContinuation<ConnectionAttempt?, Never>?
    var next: ConnectionAttempt?
    var isEnded = false
  }

  private let state = Mutex(State())

  init(scope: String) {
    self.scope = scope
  }

  /// Whether no attempt comes any more.
  var hasEnded: Bool { state.withLock { $0.isEnded } }

  /// Hands over an attempt; one that has not been taken is replaced.
  func offer(_ attempt: ConnectionAttempt) {
    let waiter = state.withLock { state in
      defer { state.waiter = nil }
      if state.waiter == nil, !state.isEnded { state.next = attempt }
      return state.waiter
    }
    waiter?.resume(returning: attempt)
  }

  /// Takes back an attempt that has not been taken.
  func withdraw(_ attempt: ConnectionAttempt) {
    state.withLock { state in
      if state.next === attempt { state.next = nil }
    }
  }

  /// Ends the loop: no attempt comes any more.
  func end() {
    let waiter = state.withLock { state in
      defer { state.waiter = nil }
      state.isEnded = true
      state.next = nil
      return state.waiter
    }
    waiter?.resume(returning: nil)
  }

  /// Waits for the next attempt; `nil` once the loop has ended.
  func next() async -> ConnectionAttempt? {
    await withCheckedContinuation { continuation in
      let now: ConnectionAttempt?? = state.withLock { state in
        if state.isEnded { return .some(nil) }
        guard let next = state.next else {
          state.waiter = continuation
          return nil
        }
        state.next = nil
        return next
      }
      if let now { continuation.resume(returning: now) }
    }
  }
}
