/// A set of ASCII bytes: a class of the dialect.
package struct ByteSet: Sendable, Hashable {
  /// Bytes 0 to 63.
  private var low: UInt64 = 0
  /// Bytes 64 to 127.
  private var high: UInt64 = 0

  package init() {}

  package init(_ byte: UInt8) { insert(byte) }

  package mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low |= 1 << UInt64(byte)
    } else if byte < 128 {
      high |= 1 << UInt64(byte - 64)
    }
  }

  package func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
  }

  package var isEmpty: Bool { low | high == 0 }

  package func union(_ other: ByteSet) -> ByteSet {
    var union = self
    union.low |= other.low
    union.high |= other.high
    return union
  }

  package func intersection(_ other: ByteSet) -> ByteSet {
    var common = self
    common.low &= other.low
    common.high &= other.high
    return common
  }

  package func isDisjoint(with other: ByteSet) -> Bool { intersection(other).isEmpty }

  /// With each letter in both cases.
  package var folded: ByteSet {
    bytes.reduce(into: self) { set, byte in
      let isLetter = (0x41...0x5A).contains(byte & 0xDF)
      if isLetter { set.insert(byte ^ 0x20) }
    }
  }

  /// In ascending order.
  package var bytes: [UInt8] { (0..<128).filter(contains) }
}
