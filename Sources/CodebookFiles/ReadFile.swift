#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A regular file's bytes, or how many there are where they are too many.
package enum BoundedRead: Sendable, Hashable {
  case bytes([UInt8])
  case tooLarge(size: Int)
}

/// Reads files, never more than asked for and never what is no file.
package enum FileReader {
  /// Reads a regular file of at most `limit` bytes.
  ///
  /// - Throws: Where there is none, where it is a folder, pipe or device, or cannot be read.
  package static func read(_ path: String, limit: Int) throws(FileError) -> BoundedRead {
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait for ever.
    let descriptor = try System.open(path, O_RDONLY | O_NONBLOCK, to: "read")
    return try read(descriptor: descriptor, path, limit: limit)
  }

  /// Whether something stands at a path, whatever it is.
  package static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Reads standard input to its end, or until it is more than `limit` bytes.
  package static func readStandardInput(limit: Int) throws(FileError) -> BoundedRead {
    try readAll(STDIN_FILENO, "standard input", limit: limit, expected: 0)
  }

  /// Reads a descriptor, which is closed in any case.
  static func read(
    descriptor: Int32, _ path: String, limit: Int
  ) throws(FileError) -> BoundedRead {
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError("read", path, code: errno) }
    let kind = System.kind(status)
    guard kind == .file else {
      throw FileError("cannot read \(path): it is a \(kind.rawValue)", fix: "name a file")
    }
    guard Int(status.st_size) <= limit else { return .tooLarge(size: Int(status.st_size)) }
    return try readAll(descriptor, path, limit: limit, expected: Int(status.st_size))
  }

  private static func readAll(
    _ descriptor: Int32, _ path: String, limit: Int, expected: Int
  ) throws(FileError) -> BoundedRead {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    // One more than there should be, so that a whole file takes one call, and its end another.
    var chunkSize = max(expected + 1, 4096)
    while true {
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
        let result = readOnce(descriptor, buffer)
        code = result < 0 ? errno : 0
        count = max(0, result)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw FileError("read", path, code: code) }
      if chunk.isEmpty { return .bytes(bytes) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { return .tooLarge(size: bytes.count) }
      chunkSize = expected > 0 ? 4096 : 64 * 1024
    }
  }

  private static func readOnce(
    _ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
