#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension Bootstrap {
  /// Reads the line that the parent sends.
  ///
  /// Nothing is read beyond the line's end, and nothing is seen that somebody else has buffered:
  /// read it before anything else. The calling thread waits.
  ///
  /// - Parameters:
  ///   - descriptor: Where it comes from; standard input by default.
  ///   - timeout: How long to wait for the whole line; `nil` for ever.
  /// - Throws: `CarrierError` where no whole line came in time, or it is no bootstrap line.
  public static func read(
    from descriptor: Int32 = 0, timeout: Duration? = nil
  ) throws(CarrierError) -> Bootstrap {
    try Bootstrap(parsing: try CarrierInput.line(from: descriptor, timeout))
  }
}

extension Ready {
  /// Reads the line with which a child answers.
  ///
  /// Nothing is read beyond the line's end. The calling thread waits.
  ///
  /// - Parameters:
  ///   - descriptor: The reading end of the child's standard output.
  ///   - timeout: How long to wait for the whole line; `nil` for ever.
  /// - Throws: `CarrierError` where no whole line came in time, or it is no READY line.
  public static func read(
    from descriptor: Int32, timeout: Duration? = nil
  ) throws(CarrierError) -> Ready {
    try Ready(parsing: try CarrierInput.line(from: descriptor, timeout))
  }
}

/// A line from a descriptor, of bounded length.
private enum CarrierInput {
  static func line(
    from descriptor: Int32, _ timeout: Duration?
  ) throws(CarrierError) -> [UInt8] {
    let end = timeout.map { ContinuousClock.now + $0 }
    var line: [UInt8] = []
    // One byte at a time, since what follows the line belongs to somebody else.
    while line.count <= CarrierJSON.maximumBytes {
      guard try wait(for: descriptor, until: end) else { continue }
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { throw CarrierError("the input ended before the line") }
      line.append(byte)
      if byte == UInt8(ascii: "\n") { return line }
    }
    throw CarrierError("it is longer than \(CarrierJSON.maximumBytes) bytes")
  }

  /// - Returns: Whether there is something; false where a signal came between.
  private static func wait(
    for descriptor: Int32, until end: ContinuousClock.Instant?
  ) throws(CarrierError) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var milliseconds: Int32 = -1
    if let end {
      let rest = ContinuousClock.now.duration(to: end).components
      // A day at most: then it is looked at again.
      let seconds = min(max(rest.seconds, 0), 86_400)
      milliseconds = Int32(
        max(0, seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000))
    }
    let count = poll(&request, 1, milliseconds)
    if count == 0, let end, ContinuousClock.now >= end {
      throw CarrierError("the line did not come in time")
    }
    return count > 0
  }
}
