#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open file, closed when nobody holds it any more.
final class OpenFile: Sendable {
  let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Opens a path, again where a signal came between.
  convenience init(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600
  ) throws(SystemError) {
    while true {
      let descriptor = open(path, flags | O_CLOEXEC | O_NOCTTY, mode)
      if descriptor >= 0 {
        self.init(descriptor: descriptor)
        return
      }
      if errno != EINTR { throw .last }
    }
  }

  deinit { close(descriptor) }

  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// Reads at an offset.
  ///
  /// - Returns: The number of bytes, fewer than there is room for only at the end of the file.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done,
        off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Reads at an offset into an array, `count` bytes at most.
  func read(
    into bytes: inout [UInt8], count: Int, at offset: Int
  ) throws(SystemError) -> Int {
    try bytes.withUnsafeMutableBytes { bytes in
      Result { () throws(SystemError) in
        try read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<count]), at: offset)
      }
    }.get()
  }

  /// Writes all of the bytes at an offset.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw count < 0 ? .last : SystemError(code: ENOSPC) }
      done += count
    }
  }

  /// Makes what was written durable. Some file systems cannot do that with a folder.
  func synchronize() throws(SystemError) {
    #if canImport(Darwin)
      // fsync alone leaves it in the drive's memory.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    while fsync(descriptor) != 0 {
      if errno == EINVAL || errno == ENOTSUP { return }
      if errno != EINTR { throw .last }
    }
  }

  /// Takes the exclusive lock on the file; `false` where another has it.
  func lock() throws(SystemError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw .last }
    }
    return true
  }
}
