/// Appends records to a file, many by one system call.
///
/// What is held back goes to the file when 48 KiB are full, with a record of severity 17 (ERROR)
/// or above, a second after the first record, on `flush` and `close`, when the process ends by
/// `exit`, and before it forks. A process that is killed loses what is held back. In all else it
/// is as `FileSink`.
public final class BufferedFileSink: LogSink {
  private let buffer: ForkSafe<FileBuffer>

  /// Opens a file, or makes it.
  ///
  /// - Parameters:
  ///   - path: Where it is. A symbolic link, a pipe or a device is refused.
  ///   - rotation: When it is set aside; `nil` for never.
  ///   - flushMilliseconds: How long a record is held back at most, from 1 to 60,000; what lies
  ///     outside counts as the nearest of them.
  /// - Throws: `SinkError` where it cannot be opened.
  public convenience init(
    path: String, rotation: Rotation? = nil, flushMilliseconds: Int = 1000
  ) throws(SinkError) {
    let file = try LogFile(path: path, rotation: rotation)
    self.init(file, flushMilliseconds: flushMilliseconds)
  }

  init(_ file: LogFile, flushMilliseconds: Int) {
    buffer = ForkSafe(
      FileBuffer(file, milliseconds: min(max(flushMilliseconds, 1), 60_000)),
      beforeFork: { $0.flush() },
      inChild: { $0.timer.beginInChild() },
      atExit: { $0.end() })
  }

  deinit {
    close()
  }

  /// Takes one record.
  public func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    let needsThread = buffer.withLock { buffer in
      buffer.append(line)
      if severity >= Self.severityThatFlushes { buffer.flush() }
      return buffer.needsThread
    }
    if needsThread { startThread() }
  }

  private static let severityThatFlushes = 17

  /// Writes what is held back.
  public func flush() {
    buffer.withLock { $0.flush() }
  }

  /// Writes what is held back and closes the file. Later records are dropped and counted.
  public func close() {
    buffer.withLock { buffer in
      buffer.flush()
      buffer.file.close()
      buffer.timer.stop()
    }
  }

  /// The number of records dropped since the last call; those held back may still be.
  public func takeDropped() -> Int {
    buffer.withLock { buffer in
      defer { buffer.file.dropped = 0 }
      return buffer.file.dropped
    }
  }

  /// The number of rotations that failed; after each the sink goes on in the same file, and tries
  /// again a second later.
  public var failedRotations: Int { buffer.withLock { $0.file.rotationState.failures } }

  // MARK: The thread that flushes

  private func startThread() {
    let isFirst = buffer.withLock { buffer in
      guard buffer.needsThread else { return false }
      buffer.timer.isRunning = true
      return true
    }
    guard isFirst else { return }
    // The thread keeps the buffer, not the sink: when the sink goes, the thread ends.
    if let thread = BackgroundThread({ [buffer] in Self.flushUntilStopped(buffer) }) {
      thread.detach()
    } else {
      // None can be had now; a later record tries again, and a full buffer needs none.
      buffer.withLock { $0.timer.isRunning = false }
    }
  }

  private static func flushUntilStopped(_ buffer: ForkSafe<FileBuffer>) {
    buffer.mutex.lock()
    defer { buffer.mutex.unlock() }
    let (condition, milliseconds) = buffer.withLockHeld {
      ($0.timer.condition, $0.timer.milliseconds)
    }
    while !buffer.withLockHeld({ $0.timer.isStopped }) {
      if buffer.withLockHeld({ $0.timer.sleeps(whileEmpty: $0.isEmpty) }) {
        condition.wait(buffer.mutex)
      } else {
        condition.wait(buffer.mutex, milliseconds: milliseconds)
        buffer.withLockHeld { $0.flush() }
      }
    }
  }
}
