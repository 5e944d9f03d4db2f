/// Appends records to a file, each by one system call.
///
/// The file is made for this user alone (mode 0600), with the folders above it (0700). Several
/// threads and processes may write to it at once, and a process that is killed leaves whole lines.
/// What cannot be written, since the disk is full, say, is dropped and counted until it works
/// again. A file that was deleted or renamed is opened anew within a second.
public final class FileSink: LogSink {
  private let file: ForkSafe<LogFile>

  /// Opens a file, or makes it.
  ///
  /// - Parameters:
  ///   - path: Where it is. A symbolic link, a pipe or a device is refused.
  ///   - rotation: When it is set aside; `nil` for never.
  /// - Throws: `SinkError` where it cannot be opened.
  public convenience init(path: String, rotation: Rotation? = nil) throws(SinkError) {
    self.init(try LogFile(path: path, rotation: rotation))
  }

  init(_ file: LogFile) {
    self.file = ForkSafe(file)
  }

  deinit {
    close()
  }

  /// Appends one record.
  public func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    file.withLock { $0.append(line) }
  }

  /// Does nothing: nothing is held back.
  public func flush() {}

  /// Closes the file. Later records are dropped and counted.
  public func close() {
    file.withLock { $0.close() }
  }

  /// The number of records dropped since the last call.
  public func takeDropped() -> Int {
    file.withLock { file in
      defer { file.dropped = 0 }
      return file.dropped
    }
  }

  /// The number of rotations that failed; after each the sink goes on in the same file, and tries
  /// again a second later.
  public var failedRotations: Int { file.withLock { $0.rotationState.failures } }
}
