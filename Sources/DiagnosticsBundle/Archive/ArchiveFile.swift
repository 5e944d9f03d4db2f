#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that is read at any place, and never written.
package final class ArchiveFile {
  let descriptor: Int32

  /// Its size in bytes when it was opened.
  package let size: Int

  /// Opens a file.
  ///
  /// - Throws: `ArchiveError` where there is none, or where it is a folder, a FIFO or a device.
  package init(path: String) throws(ArchiveError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw ArchiveError("open it", code: errno) }
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
    var filled = 0
    while filled < count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
          off_t(offset + filled))
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw ArchiveError("read it", code: errno) }
      if read == 0 { break }
      filled += read
    }
    return bytes[..<filled]
  }
}
