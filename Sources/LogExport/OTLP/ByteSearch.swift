#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Finds bytes.
enum ByteSearch {
  /// The first place of a byte in a range that is not empty.
  @inline(__always)
  static func next(_ byte: UInt8, in base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard let found = memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether a range has exactly these bytes.
  @inline(__always)
  static func equal(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ bytes: [UInt8]
  ) -> Bool {
    guard range.count == bytes.count, let base = text.baseAddress else { return false }
    return bytes.withUnsafeBufferPointer { other in
      guard let start = other.baseAddress else { return true }
      return memcmp(base + range.lowerBound, start, other.count) == 0
    }
  }
}
