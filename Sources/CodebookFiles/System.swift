internal import CFileSync

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The few system calls that differ by platform, or that need their errors told.
enum System {
  /// Opens a path, symbolic links followed, or says why not.
  static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o644, to operation: String
  ) throws(FileError) -> Int32 {
    try open(path, below: AT_FDCWD, flags, mode: mode, as: path, to: operation)
  }

  /// Opens a path below an open folder; errors call it `shown`.
  static func open(
    _ path: String, below folder: Int32, _ flags: Int32, mode: mode_t = 0o644, as shown: String,
    to operation: String
  ) throws(FileError) -> Int32 {
    while true {
      let descriptor = openat(folder, path, flags | O_CLOEXEC, mode)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw FileError(operation, shown, code: errno) }
    }
  }

  /// What stands at a path, symbolic links not followed; `nil` where there is nothing.
  static func status(
    _ path: String, below folder: Int32 = AT_FDCWD
  ) throws(FileError) -> stat? {
    var status = stat()
    if fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw FileError("look at", path, code: errno)
  }

  static func kind(_ status: stat) -> FileKind {
    switch status.st_mode & 0o170000 {
    case 0o100000: .file
    case 0o040000: .folder
    case 0o120000: .link
    default: .special
    }
  }

  /// Writes all of `bytes`.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        #if canImport(Darwin)
          return Darwin.write(descriptor, rest.baseAddress, rest.count)
        #else
          return Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError("write", path, code: errno) }
      written += count
    }
  }

  /// Closes a file that was written; a file system over a network may say only now that it is
  /// full.
  static func finish(_ descriptor: Int32, path: String) throws(FileError) {
    #if canImport(Darwin)
      let result = Darwin.close(descriptor)
    #else
      let result = Glibc.close(descriptor)
    #endif
    guard result == 0 || errno == EINTR else { throw FileError("write", path, code: errno) }
  }

  /// Makes a file or folder durable.
  static func sync(_ descriptor: Int32, path: String) throws(FileError) {
    while fsync(descriptor) != 0 {
      // Some file systems cannot sync a folder and say EINVAL; there is nothing better to do then.
      if errno == EINVAL { return }
      if errno != EINTR { throw FileError("write", path, code: errno) }
    }
  }

  /// Makes what was written to many files durable at once, where the system can; else does
  /// nothing and says so.
  static func syncFileSystem(of descriptor: Int32) -> Bool {
    codebook_sync_file_system(descriptor)
  }
}

/// What stands at a path.
package enum FileKind: String, Sendable {
  case file, folder
  case link = "symbolic link"
  case special = "device or pipe"
}
