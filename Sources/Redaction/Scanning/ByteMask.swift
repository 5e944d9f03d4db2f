/// A set of bytes in four words, for loops.
struct ByteMask: Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}

  /// The bytes of a text.
  init(_ text: StaticString) {
    text.withUTF8Buffer { for byte in $0 { insert(byte) } }
  }

  init(_ words: UnsafePointer<UInt64>) {
    self.words = (words[0], words[1], words[2], words[3])
  }

  mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  func inserting(_ bytes: some Sequence<UInt8>) -> ByteMask {
    var mask = self
    for byte in bytes { mask.insert(byte) }
    return mask
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(byte & 63) & 1 != 0
  }
}

/// A set of the tables.
struct ByteSetView {
  private let words: UnsafePointer<UInt64>

  init(_ memory: TableMemory, _ number: UInt32) { words = memory.sets + 4 * Int(number) }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0
  }
}
