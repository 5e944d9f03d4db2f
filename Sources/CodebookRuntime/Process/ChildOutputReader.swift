#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

internal import Redaction

/// Reads one stream of a child process on a thread of its own.
struct ChildOutputReader {
  private let descriptor: Int32
  /// At its end the reader takes what is there, and ends.
  private let stop: Int32
  private let take: ([ChildOutputParser.Item], RedactionFinds) -> Void
  private var parser: ChildOutputParser
  /// How much is still read; a process that never pauses must not keep its reader for ever.
  private var budget = Int.max

  /// As much as a pipe holds where nobody made it larger.
  private static let budgetWhenStopped = 1 << 20

  init(
    descriptor: Int32, stop: Int32, parser: ChildOutputParser,
    take: @escaping ([ChildOutputParser.Item], RedactionFinds) -> Void
  ) {
    self.descriptor = descriptor
    self.stop = stop
    self.parser = parser
    self.take = take
  }

  /// Reads until the end, and closes what it read from.
  mutating func run() {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
    defer {
      buffer.deallocate()
      Descriptor.close(descriptor)
      Descriptor.close(stop)
    }
    while budget > 0, let count = next(buffer) {
      budget -= count
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      handOn(parser.consume(piece, at: MonotonicClock.milliseconds()))
    }
    handOn(parser.finish())
  }

  private mutating func handOn(_ items: [ChildOutputParser.Item]) {
    take(items, parser.takeFinds())
  }

  /// The number of bytes that came next; `nil` at the end.
  private mutating func next(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      let now = MonotonicClock.milliseconds()
      handOn(parser.advance(to: now))
      let timeout = parser.nextDeadline.map { Int32(max(0, min($0 - now, 60_000))) } ?? -1
      guard let (hasOutput, isStopped) = wait(timeout) else { continue }
      if isStopped { budget = min(budget, Self.budgetWhenStopped) }
      if hasOutput {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count > 0 { return count }
        if count == 0 || (errno != EINTR && errno != EAGAIN) { return nil }
      } else if isStopped {
        return nil
      }
    }
  }

  /// Waits for output or for the end; `nil` where a signal came.
  private func wait(_ milliseconds: Int32) -> (hasOutput: Bool, isStopped: Bool)? {
    var output = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var end = pollfd(fd: stop, events: Int16(POLLIN), revents: 0)
    let count = withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { requests in
      requests[0] = output
      requests[1] = end
      let count = poll(requests.baseAddress, 2, milliseconds)
      output = requests[0]
      end = requests[1]
      return count
    }
    return count < 0 ? nil : (output.revents != 0, end.revents != 0)
  }
}
