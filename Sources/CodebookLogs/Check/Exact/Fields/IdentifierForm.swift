/// Identifiers as records have them.
enum IdentifierForm {
  /// Reads `8-4-4-4-12` small hexadecimal digits.
  static func uuid(_ text: [UInt8]) -> RecordFacts.Bits128? {
    guard text.count == 36 else { return nil }
    var digits: [UInt8] = []
    for (place, byte) in text.enumerated() {
      if place == 8 || place == 13 || place == 18 || place == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        digits.append(byte)
      }
    }
    guard let high = hex(digits[..<16]), let low = hex(digits[16...]) else { return nil }
    return RecordFacts.Bits128(high: high, low: low)
  }

  /// Reads 16 small hexadecimal digits.
  static func span(_ text: [UInt8]) -> UInt64? {
    text.count == 16 ? hex(text[...]) : nil
  }

  private static func hex(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for byte in digits {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt64(byte & 0xF)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt64(byte & 0xF) + 9
      default: return nil
      }
    }
    return value
  }
}
