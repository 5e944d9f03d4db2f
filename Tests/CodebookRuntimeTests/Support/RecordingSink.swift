import CodebookRuntime
import Synchronization

/// Keeps lines, and drops as many as a test says.
final class RecordingSink: LogSink {
  private struct State {
    var lines: [String] = []
    var severities: [Int] = []
    var failures = 0
    var dropped = 0
    var isClosed = false
    var flushes = 0
  }

  private let state = Mutex(State())

  var lines: [String] { state.withLock { $0.lines } }
  var severities: [Int] { state.withLock { $0.severities } }
  var isClosed: Bool { state.withLock { $0.isClosed } }
  var flushes: Int { state.withLock { $0.flushes } }

  /// The last line.
  var last: String { lines.last ?? "" }

  /// Drops the next lines.
  func fail(_ count: Int) {
    state.withLock { $0.failures = count }
  }

  func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    state.withLock { state in
      guard state.failures == 0 else {
        state.failures -= 1
        state.dropped += 1
        return
      }
      state.lines.append(String(decoding: line, as: UTF8.self))
      state.severities.append(severity)
    }
  }

  func flush() {
    state.withLock { $0.flushes += 1 }
  }

  func close() {
    state.withLock { $0.isClosed = true }
  }

  func takeDropped() -> Int {
    state.withLock { state in
      defer { state.dropped = 0 }
      return state.dropped
    }
  }
}

/// A clock that a test sets.
final class ManualClock: Sendable {
  private let milliseconds: Mutex<Int64>

  /// Begins at 2026-01-09T18:07:23.412Z.
  init(milliseconds: Int64 = 1_767_982_043_412) {
    self.milliseconds = Mutex(milliseconds)
  }

  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  func advance(milliseconds: Int64) {
    self.milliseconds.withLock { $0 += milliseconds }
  }
}
