#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Where lines end.
package enum LineFeed {
  /// The next line feed at an offset or behind it.
  @inline(__always)
  package static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The last line feed at an offset or behind it.
  static func last(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    // A line that is longer than the block has none: that is known at once.
    guard next(in: bytes, from: start) != nil else { return nil }
    var place = bytes.count
    while place > start {
      place -= 1
      if bytes[place] == 0x0A { return place }
    }
    return nil
  }
}
