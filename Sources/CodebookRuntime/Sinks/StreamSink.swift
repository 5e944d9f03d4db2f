#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Writes records to an open descriptor: standard output, standard error, a pipe, a socket.
///
/// A reader that has stopped costs the process about one second, once: after that, records are
/// dropped and counted until there is room again. A record of which only a part went out is
/// finished first. Where nobody reads any more, records are dropped, and SIGPIPE does not reach
/// the process. The descriptor's flags are not touched, since other processes may share them, and
/// it stays open.
///
/// Where several processes write to one pipe, one of them may take the room that another was
/// promised; then that one waits for the reader.
public final class StreamSink: LogSink {
  private let stream: ForkSafe<Stream>

  /// A sink that writes to a descriptor.
  public convenience init(_ descriptor: Int32) {
    self.init(descriptor, patience: 1000)
  }

  /// - Parameter patience: How long to wait for a reader, in milliseconds.
  init(_ descriptor: Int32, patience: Int64) {
    stream = ForkSafe(
      Stream(descriptor: descriptor, milliseconds: patience),
      inChild: { $0.forgetUnfinished() })
  }

  /// A sink that writes to standard output.
  public static var standardOutput: StreamSink { StreamSink(STDOUT_FILENO) }

  /// A sink that writes to standard error.
  public static var standardError: StreamSink { StreamSink(STDERR_FILENO) }

  /// Writes one record.
  public func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    stream.withLock { $0.write(line) }
  }

  /// Writes what is left of a record of which only a part went out, where there is room.
  public func flush() {
    stream.withLock { _ = $0.finish() }
  }

  /// Lets go of the descriptor, and does not close it. Later records are dropped and counted.
  public func close() {
    stream.withLock { $0.close() }
  }

  /// The number of records dropped since the last call.
  public func takeDropped() -> Int {
    stream.withLock { stream in
      defer { stream.dropped = 0 }
      return stream.dropped
    }
  }
}
