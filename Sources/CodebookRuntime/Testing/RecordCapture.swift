internal import Synchronization

/// Takes the records of one logger while a block runs.
final class RecordCapture: Sendable {
  /// The capture of the task, if it runs in one.
  @TaskLocal static var current: RecordCapture?

  private let logger: ObjectIdentifier
  private let lines = Mutex<[[UInt8]]>([])

  init(of logger: RecordLogger) {
    self.logger = ObjectIdentifier(logger)
  }

  func takes(recordsOf logger: RecordLogger) -> Bool {
    self.logger == ObjectIdentifier(logger)
  }

  func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    lines.withLock { $0.append(Array(line)) }
  }

  /// What was written so far.
  func takenLines() -> [[UInt8]] {
    lines.withLock { $0 }
  }
}

extension RecordLogger {
  /// What takes records of this task instead of the sink.
  var currentCapture: RecordCapture? {
    guard captures.load(ordering: .relaxed) > 0, let capture = RecordCapture.current,
      capture.takes(recordsOf: self)
    else { return nil }
    return capture
  }
}
