#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file, a pipe, a terminal or standard input, as it is.
final class DescriptorStream: ByteStream {
  private let descriptor: Int32
  private let name: String
  private let interrupt: ReadInterrupt?
  private(set) var position = 0
  /// The file's size when it was opened; `nil` for what has none, such as a pipe.
  let size: Int?

  /// Opens what stands at a path; `-` is standard input.
  ///
  /// - Throws: Where there is nothing to read, or a folder.
  init(_ path: String, interrupt: ReadInterrupt?) throws(LogInputError) {
    name = path == "-" ? "standard input" : path
    self.interrupt = interrupt
    descriptor = path == "-" ? STDIN_FILENO : try Self.open(path)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      if descriptor != STDIN_FILENO { close(descriptor) }
      throw LogInputError("read", name, code: code)
    }
    let kind = status.st_mode & 0o170000
    size = kind == 0o100000 ? Int(status.st_size) : nil
    if kind == 0o040000 {
      if descriptor != STDIN_FILENO { close(descriptor) }
      throw .folder(name)
    }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Whether bytes come while they are read, and somebody may wait for each of them.
  var isLive: Bool { size == nil }

  func read(into room: UnsafeMutableRawBufferPointer) throws(LogInputError) -> Int {
    while true {
      if interrupt?.isRaised == true { return 0 }
      if isLive, !waitForBytes() { continue }
      let count = systemRead(room)
      if count >= 0 {
        position += count
        return count
      }
      let code = errno
      guard code == EINTR || code == EAGAIN else { throw LogInputError("read", name, code: code) }
    }
  }

  /// Waits until there is something to read, or an interrupt.
  private func waitForBytes() -> Bool {
    guard let interrupt, interrupt.receiver >= 0 else { return true }
    var waited = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: interrupt.receiver, events: Int16(POLLIN), revents: 0),
    ]
    return poll(&waited, 2, -1) > 0 && waited[0].revents != 0
  }

  private func systemRead(_ room: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, room.baseAddress, room.count)
    #else
      Glibc.read(descriptor, room.baseAddress, room.count)
    #endif
  }

  private static func open(_ path: String) throws(LogInputError) -> Int32 {
    while true {
      #if canImport(Darwin)
        let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
      #else
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      #endif
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw LogInputError("read", path, code: errno) }
    }
  }
}
