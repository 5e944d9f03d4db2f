import Synchronization

/// How a process ended, for all who wait for that.
final class ExitStatus: Sendable {
  private struct State {
    var status: Int32?
    var waiting: [CheckedContinuation<Int32, Never>] = []
  }

  private let state = Mutex(State())

  /// It has ended.
  func isKnown(_ status: Int32) {
    let waiting = state.withLock { state in
      defer { state = State(status: status) }
      return state.waiting
    }
    for one in waiting { one.resume(returning: status) }
  }

  /// Its status, as soon as it is known.
  var value: Int32 {
    get async {
      await withCheckedContinuation { continuation in
        let status = state.withLock { state in
          if state.status == nil { state.waiting.append(continuation) }
          return state.status
        }
        if let status { continuation.resume(returning: status) }
      }
    }
  }
}
