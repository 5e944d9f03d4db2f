internal import Synchronization

/// Takes the records of one logger while a block runs.
final class RecordCapture: Sendable {
  /// The capture of the task, if it runs in one.
  @TaskLocal static var current: RecordCapture?

  private let logger: ObjectIdentifier
  /// The capture that the block of this one stands in.
  private let outer: RecordCapture?
  private let lines = Mutex<[[UInt8]]>([])

  init(of logger: RecordLogger) {
    self.logger = ObjectIdentifier(logger)
    outer = Self.current
  }

  /// The innermost capture of a logger's records, from this one outwards.
  func capture(of logger: RecordLogger) -> RecordCapture? {
    self.logger == ObjectIdentifier(logger) ? self : outer?.capture(of: logger)
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
    guard captures.load(ordering: .relaxed) > 0 else { return nil }
    return RecordCapture.current?.capture(of: self)
  }
}
