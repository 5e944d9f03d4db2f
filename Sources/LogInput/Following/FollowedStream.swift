#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open file that grows; where it ends now there is nothing to read, for now.
final class FollowedStream: ByteStream {
  private let descriptor: Int32
  private let path: String
  private let identity: FileIdentity
  private(set) var position: Int

  /// Opens a file; `nil` where there is none.
  init?(_ path: String, offset: Int) throws(LogInputError) {
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #else
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #endif
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw LogInputError("read", path, code: errno)
    }
    var status = stat()
    fstat(descriptor, &status)
    guard status.st_mode & 0o170000 == 0o100000 else {
      close(descriptor)
      if status.st_mode & 0o170000 == 0o040000 { throw .folder(path) }
      throw LogInputError("cannot follow \(path): it is no file", fix: "read it without following")
    }
    if Self.isPacked(descriptor) {
      close(descriptor)
      throw LogInputError("cannot follow \(path): it is packed", fix: "read it without following")
    }
    self.descriptor = descriptor
    self.path = path
    identity = FileIdentity(status)
    position = min(offset, Int(status.st_size))
  }

  deinit { close(descriptor) }

  private static func isPacked(_ descriptor: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: Packing.mostMagicBytes)
    let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
    return switch Packing(bytes.prefix(count), isWhole: true) {
    case Packing.none?, nil: false
    default: true
    }
  }

  /// How many bytes the file has now.
  var size: Int? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Whether the file has less than was read of it.
  var isTruncated: Bool { size.map { $0 < position } ?? false }

  /// Whether another file, or none, stands at the path now.
  var isReplaced: Bool {
    var status = stat()
    return stat(path, &status) != 0 || FileIdentity(status) != identity
  }

  func read(into room: UnsafeMutableRawBufferPointer) throws(LogInputError) -> Int {
    while true {
      let count = pread(descriptor, room.baseAddress, room.count, off_t(position))
      if count >= 0 {
        position += count
        return count
      }
      if errno != EINTR { throw LogInputError("read", path, code: errno) }
    }
  }
}

/// What makes a file that file, whatever its name.
private struct FileIdentity: Hashable {
  let device: Int
  let number: UInt64

  init(_ status: stat) {
    device = Int(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
  }
}
