/// What characters of base64 stand for, where that is text.
enum Base64Text {
  /// The fewest bytes that are looked at.
  private static let leastCount = 8

  /// Whether what characters stand for is text: three of four bytes are printable.
  static func isText(_ characters: Text) -> Bool {
    let (groups, rest) = shape(of: characters)
    let count = groups * 3 + rest
    guard count >= leastCount else { return false }
    var odd = 0
    for group in 0..<groups {
      let bits = bits(characters.base + 4 * group, 4)
      let first = weight(bits >> 16)
      let second = weight(bits >> 8)
      let third = weight(bits)
      odd &+= Int(first &+ second &+ third)
      if odd &* 4 > count { return false }
    }
    let bits = bits(characters.base + 4 * groups, rest == 0 ? 0 : rest + 1)
    let first = rest > 0 ? weight(bits >> 16) : 0
    let second = rest > 1 ? weight(bits >> 8) : 0
    return (odd + Int(first + second)) * 4 <= count
  }

  /// Decodes what is text into the memory of `bytes`.
  static func decode(_ characters: Text, into bytes: inout [UInt8]) {
    let (groups, rest) = shape(of: characters)
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(groups * 3 + rest)
    for group in 0..<groups {
      let bits = bits(characters.base + 4 * group, 4)
      bytes.append(unmarked(bits >> 16))
      bytes.append(unmarked(bits >> 8))
      bytes.append(unmarked(bits))
    }
    let bits = bits(characters.base + 4 * groups, rest == 0 ? 0 : rest + 1)
    if rest > 0 { bytes.append(unmarked(bits >> 16)) }
    if rest > 1 { bytes.append(unmarked(bits >> 8)) }
  }

  /// A byte; those that places are marked with become others.
  @inline(__always)
  private static func unmarked(_ bits: UInt32) -> UInt8 {
    min(UInt8(truncatingIfNeeded: bits), Bytes.wall - 1)
  }

  /// How many groups of four characters there are, and how many bytes are left.
  @inline(__always)
  private static func shape(of characters: Text) -> (groups: Int, rest: Int) {
    (characters.count / 4, max(0, characters.count % 4 - 1))
  }

  /// Up to four characters, the first in the highest bits of 24.
  @inline(__always)
  private static func bits(
    _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> UInt32 {
    var bits: UInt32 = 0
    for place in 0..<count {
      bits |= UInt32(ByteTables.base64[Int(start[place])]) &<< UInt32(18 &- 6 &* place)
    }
    return bits
  }

  /// 0 for printable bytes, 1 for others.
  @inline(__always)
  private static func weight(_ bits: UInt32) -> UInt8 { ByteTables.odd[Int(bits & 0xFF)] }
}
