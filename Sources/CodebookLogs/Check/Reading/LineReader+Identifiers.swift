// Identifiers, which end with their closing quotation mark.
extension LineReader {
  /// Reads a UUID that is random beyond doubt: of version 4, no counter, and not one digit alone.
  /// `nil` for anything else.
  @inline(__always)
  mutating func randomUUID() -> RecordFacts.Bits128? {
    guard left > 36, at[36] == UInt8(ascii: "\"") else { return nil }
    let dash = UInt8(ascii: "-")
    let dashes = (at[8] ^ dash) | (at[13] ^ dash) | (at[18] ^ dash) | (at[23] ^ dash)
    let first = HexWord(Self.word(at))
    let second = HexWord(Self.half(at + 9) | Self.half(at + 14) << 32)
    let third = HexWord(Self.half(at + 19) | Self.half(at + 24) << 32)
    let fourth = HexWord(Self.word(at + 28))
    let faults = first.faults | second.faults | third.faults | fourth.faults | UInt64(dashes)
    let high = first.value << 32 | second.value
    let low = third.value << 32 | fourth.value
    guard faults == 0, Self.isRandom(high, low) else { return nil }
    at += 37
    return RecordFacts.Bits128(high: high, low: low)
  }

  /// Whether a UUID is of version 4, both of its halves hold something besides version and variant,
  /// and the first is not one digit again and again.
  @inline(__always)
  private static func isRandom(_ high: UInt64, _ low: UInt64) -> Bool {
    let random = high & ~0xF000
    let oneDigit = high >> 60 &* 0x1111_1111_1111_1111 & ~0xF000
    return high & 0xF000 == 0x4000 && low >> 62 == 2 && random != 0 && random != oneDigit
      && low << 2 != 0
  }

  /// Reads a span's ID; `nil` for anything else.
  @inline(__always)
  mutating func span() -> UInt64? {
    guard left > 16, at[16] == UInt8(ascii: "\"") else { return nil }
    let first = HexWord(Self.word(at))
    let second = HexWord(Self.word(at + 8))
    guard first.faults | second.faults == 0 else { return nil }
    at += 17
    return first.value << 32 | second.value
  }
}

/// Eight small hexadecimal digits, read at once.
struct HexWord {
  /// Their value, where there is no fault.
  let value: UInt64
  /// Not 0 where a byte is no such digit.
  let faults: UInt64

  /// - Parameter word: The digits, the first in the lowest place.
  @inline(__always)
  init(_ word: UInt64) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Bit 6 is set in letters alone; `a` ends in 1, and is worth 10.
    let letters = word >> 6 & ones
    let digits = (word & (ones &* 0x0F)) &+ letters &* 9
    let overTen = (digits &+ ones &* 0x76) >> 7 & ones
    let written = digits &+ ones &* 0x30 &+ overTen &* 0x27
    faults = (written ^ word) | (digits & (ones &* 0xF0))
    let bytes = (digits << 4 | digits >> 8) & 0x00FF_00FF_00FF_00FF
    let pairs = (bytes | bytes >> 8) & 0x0000_FFFF_0000_FFFF
    value = UInt64(UInt32(truncatingIfNeeded: pairs | pairs >> 16).byteSwapped)
  }
}
