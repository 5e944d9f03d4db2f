#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open descriptor and what is known of its reader: the state behind `StreamSink`.
struct Stream {
  private let descriptor: Int32
  private let kind: Kind
  private var isClosed = false
  /// Whether the reader has stopped: then nothing waits for it.
  private var isStalled = false
  /// What is left of a record of which a part went out.
  private var unfinished: [UInt8] = []
  /// How many of those bytes went out, too.
  private var finished = 0
  var dropped = 0

  /// How long the first wait for a reader is.
  private let milliseconds: Int64

  /// Where there is room for anything there is room for so much.
  private let atOnce = Int(PIPE_BUF)

  private enum Kind {
    /// Takes what it is given.
    case file
    /// Takes a little at once without making the writer wait.
    case terminal, pipe
    case socket
  }

  private enum Outcome {
    case whole
    /// The reader has stopped after so many bytes.
    case partial(Int)
    case broken
  }

  init(descriptor: Int32, milliseconds: Int64) {
    self.descriptor = descriptor
    self.milliseconds = milliseconds
    let status = Descriptor.status(descriptor)
    kind =
      switch status {
      case .some(let status) where status.isFile: .file
      case .some(let status) where status.isTerminal: .terminal
      case .some(let status) where status.isSocket: .socket
      default: .pipe
      }
  }

  mutating func write(_ line: UnsafeRawBufferPointer) {
    guard !isClosed, finish() else {
      dropped += 1
      return
    }
    switch send(line) {
    case .whole: return
    case .partial(0), .broken: dropped += 1
    case .partial(let count):
      unfinished.append(contentsOf: line[count...])
    }
  }

  /// Writes what is left of a record that was begun.
  ///
  /// - Returns: Whether the next one may begin.
  mutating func finish() -> Bool {
    guard !unfinished.isEmpty, !isClosed else { return true }
    let outcome = unfinished.withUnsafeBytes { bytes in
      send(UnsafeRawBufferPointer(rebasing: bytes[finished...]))
    }
    switch outcome {
    case .whole: forgetUnfinished()
    case .partial(let count): finished += count
    case .broken:
      dropped += 1
      forgetUnfinished()
    }
    return unfinished.isEmpty
  }

  mutating func forgetUnfinished() {
    unfinished.removeAll(keepingCapacity: true)
    finished = 0
  }

  mutating func close() {
    guard !isClosed else { return }
    if !finish() { dropped += 1 }
    isClosed = true
  }

  // MARK: Sending

  private mutating func send(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    let end = kind == .file ? 0 : MonotonicClock.milliseconds() + milliseconds
    var sent = 0
    while sent < bytes.count {
      guard kind == .file || waitForRoom(until: end) else { return .partial(sent) }
      let (count, code) = sendPiece(UnsafeRawBufferPointer(rebasing: bytes[sent...]))
      if count > 0 {
        sent += count
      } else if code == EPIPE || kind != .file && code != EAGAIN && code != EWOULDBLOCK {
        return .broken
      } else if kind == .file || MonotonicClock.milliseconds() >= end {
        // A full disk, say, or others who are always faster: what is missing follows.
        return .partial(sent)
      }
    }
    return .whole
  }

  /// - Returns: Whether a little can be written, or an error waits, without waiting for a reader.
  private mutating func waitForRoom(until end: Int64) -> Bool {
    while true {
      let rest = isStalled ? 0 : max(0, end - MonotonicClock.milliseconds())
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      let count = poll(&request, 1, Int32(rest))
      if count < 0, errno == EINTR { continue }
      isStalled = count == 0
      return count != 0
    }
  }

  private func sendPiece(_ bytes: UnsafeRawBufferPointer) -> (count: Int, code: Int32) {
    switch kind {
    case .file:
      let count = Descriptor.write(descriptor, bytes)
      return (count, errno)
    case .terminal:
      let count = Descriptor.write(
        descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(atOnce)))
      return (count, errno)
    case .pipe:
      let piece = UnsafeRawBufferPointer(rebasing: bytes.prefix(atOnce))
      return BrokenPipe.contain { Descriptor.write(descriptor, piece) }
    case .socket:
      #if canImport(Darwin)
        return BrokenPipe.contain {
          Darwin.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT))
        }
      #else
        let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
        let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
        return (count, errno)
      #endif
    }
  }
}
