#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that is read at any place, and never written.
package final class ArchiveFile: Sendable {
  let descriptor: Int32

  /// Its size in bytes when it was opened.
  package let size: Int

  /// Opens a file.
  ///
  /// - Throws: `ArchiveError` where there is none, or where it is a folder, a FIFO or a device.
  package convenience init(path: String) throws(ArchiveError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw ArchiveError("open it", code: errno) }
    try self.init(owning: descriptor)
  }

  /// A file that somebody else has opened, and may close.
  convenience init(copying descriptor: Int32) throws(ArchiveError) {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw ArchiveError("open it", code: errno) }
    try self.init(owning: copy)
  }

  private init(owning descriptor: Int32) throws(ArchiveError) {
    self.descriptor = descriptor
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw ArchiveError("open it", code: code)
    }
    guard UInt32(status.st_mode) & 0o170000 == 0o100000 else {
      close(descriptor)
      throw ArchiveError(.failed, "it is no file")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The bytes from an offset on; fewer where the file ends before.
  func bytes(at offset: Int, count: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
    var bytes = [UInt8](repeating: 0, count: count)
    let filled = try bytes.withUnsafeMutableBytes { buffer in
      Result { () throws(ArchiveError) in try read(into: buffer, at: offset) }
    }.get()
    return bytes[..<filled]
  }

  /// Reads at an offset.
  ///
  /// - Returns: The number of bytes, fewer than there is room for only at the end of the file.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ArchiveError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let read = pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled,
        off_t(offset + filled))
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw ArchiveError("read it", code: errno) }
      if read == 0 { break }
      filled += read
    }
    return filled
  }
}
