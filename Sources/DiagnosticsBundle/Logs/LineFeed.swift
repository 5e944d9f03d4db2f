#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Where lines end.
enum LineFeed {
  /// The next line feed at an offset or behind it.
  @inline(__always)
  static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
