internal import Synchronization

/// What the body of a request has given so far.
final class AnswerBox<Value: Sendable>: Sendable {
  private struct State {
    var value: (send: Int64, Value)?
    var error: (any Error)?
  }

  private let state = Mutex(State())

  /// The value of a send; what a send that came before it gives late does not replace it.
  func put(_ value: Value, send: Int64) {
    state.withLock { state in
      guard send >= state.value?.send ?? 0 else { return }
      state.value = (send, value)
    }
  }

  /// The last error that left the body.
  func put(_ error: any Error) {
    state.withLock { $0.error = error }
  }

  /// The value of a send; `nil` where it gave none.
  func value(send: Int64) -> Value? {
    state.withLock { $0.value?.send == send ? $0.value?.1 : nil }
  }

  var error: (any Error)? { state.withLock { $0.error } }
}
