/// The bytes of one line, and how far they were read.
///
/// It never loads a byte from behind the line.
struct LineReader {
  /// Where the line ends.
  let end: UnsafePointer<UInt8>
  /// The byte to be read next.
  var at: UnsafePointer<UInt8>

  /// Begins a line that has at least one byte.
  init(_ start: UnsafePointer<UInt8>, count: Int) {
    at = start
    end = start + count
  }

  /// How many bytes are left.
  @inline(__always)
  var left: Int { end - at }

  /// The byte to be read next; 0, which JSON has nowhere, at the end.
  @inline(__always)
  var peek: UInt8 { at < end ? at.pointee : 0 }

  @inline(__always)
  mutating func skipSpace() {
    while at < end, at.pointee <= 0x20 {
      guard Self.isSpace(at.pointee) else { return }
      at += 1
    }
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Skips a byte if it is what comes next.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  /// Skips some bytes if they are what comes next.
  @inline(__always)
  mutating func take(_ bytes: FixedBytes) -> Bool {
    guard bytes.count <= left, bytes.areEqual(at) else { return false }
    at += bytes.count
    return true
  }

  /// Skips a byte, and white space on both sides of it, if it is what comes next; else the white
  /// space before it.
  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard take(byte) else { return false }
    skipSpace()
    return true
  }

  /// Eight bytes, the first in the lowest place.
  @inline(__always)
  static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// Four bytes, the first in the lowest place.
  @inline(__always)
  static func half(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self)))
  }
}
