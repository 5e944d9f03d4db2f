#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file, a pipe or standard input, read piece by piece: memory does not grow with it.
package struct FileChunks: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// How many bytes a piece has at most.
  package static let size = 256 << 10

  /// Opens what stands at a path; `-` is standard input.
  ///
  /// - Throws: Where there is nothing to read, or a folder.
  package init(_ path: String) throws(FileError) {
    self.path = path == "-" ? "standard input" : path
    descriptor = path == "-" ? STDIN_FILENO : try System.open(path, O_RDONLY, to: "read")
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next piece; empty at the end.
  package func next() throws(FileError) -> [UInt8] {
    while true {
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
        let result = Self.read(descriptor, buffer)
        code = result < 0 ? errno : 0
        count = max(0, result)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw FileError("read", path, code: code) }
      return chunk
    }
  }

  private static func read(
    _ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
