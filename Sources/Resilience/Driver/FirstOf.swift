internal import Synchronization

/// A value that comes once, for one task that waits. What comes after the first is dropped.
final class FirstOf<Value: Sendable>: Sendable {
  private enum State {
    case empty
    case waiting(CheckedContinuation<Value, Never>)
    case full(Value)
    case taken
  }

  private let state = Mutex(State.empty)

  /// Gives the value, unless there was one.
  func give(_ value: Value) {
    let waiter: CheckedContinuation<Value, Never>? = state.withLock { state in
      switch state {
      case .empty:
        state = .full(value)
        return nil
      case .waiting(let waiter):
        state = .taken
        return waiter
      case .full, .taken:
        return nil
      }
    }
    waiter?.resume(returning: value)
  }

  /// Waits for the value. Called once.
  func value() async -> Value {
    await withCheckedContinuation { continuation in
      let value: Value? = state.withLock { state in
        guard case .full(let value) = state else {
          state = .waiting(continuation)
          return nil
        }
        state = .taken
        return value
      }
      if let value { continuation.resume(returning: value) }
    }
  }
}
