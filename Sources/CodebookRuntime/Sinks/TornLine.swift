#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The piece of a line at the end of a file that a full disk or a crash left behind.
enum TornLine {
  /// Whether the file ends in the middle of a line.
  ///
  /// Where another process is just writing, that looks the same for a moment. So the file is looked
  /// at again behind a change of its mode, which waits until a write that is under way has ended.
  static func isAtEnd(of descriptor: Int32) -> Bool {
    // However many others write: that many of them in turn is no accident.
    for _ in 0..<1000 {
      guard let before = sizeOfFileEndingTorn(descriptor) else { return false }
      guard let status = Descriptor.status(descriptor) else { return false }
      fchmod(descriptor, status.st_mode & 0o7777)
      if sizeOfFileEndingTorn(descriptor) == before { return true }
    }
    return false
  }

  /// Takes back the `count` bytes that this process wrote last.
  ///
  /// - Returns: Whether they are gone. They stay where somebody else wrote behind them.
  static func remove(_ count: Int, from descriptor: Int32) -> Bool {
    // After a write that appends, the descriptor's position is the end of what was written.
    let end = lseek(descriptor, 0, SEEK_CUR)
    guard end >= count, let status = Descriptor.status(descriptor), status.st_size == end
    else { return false }
    while ftruncate(descriptor, end - off_t(count)) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  private static func sizeOfFileEndingTorn(_ descriptor: Int32) -> off_t? {
    guard let status = Descriptor.status(descriptor), status.st_size > 0 else { return nil }
    var last: UInt8 = 0
    guard pread(descriptor, &last, 1, status.st_size - 1) == 1, last != UInt8(ascii: "\n")
    else { return nil }
    return status.st_size
  }
}
