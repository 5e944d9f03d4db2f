/// A UUID as two integers, so that it can be passed on and written without an allocation.
@usableFromInline
struct UUIDBits: Hashable, Sendable {
  @usableFromInline let high: UInt64
  @usableFromInline let low: UInt64

  @usableFromInline
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A UUID of version 4: 122 random bits, and the six that tell version and variant.
  static func random(using generator: inout some RandomNumberGenerator) -> UUIDBits {
    UUIDBits(
      high: generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x0000_0000_0000_4000,
      low: generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  /// Reads `8-4-4-4-12` small hexadecimal digits, and nothing else.
  init?(_ utf8: some Sequence<UInt8>) {
    var words = (high: UInt64(0), low: UInt64(0))
    var position = 0
    for byte in utf8 {
      switch position {
      case 8, 13, 18, 23:
        guard byte == UInt8(ascii: "-") else { return nil }
      case 0..<36:
        guard let digit = HexDigits.value(of: byte) else { return nil }
        if position < 18 {
          words.high = words.high << 4 | digit
        } else {
          words.low = words.low << 4 | digit
        }
      default:
        return nil
      }
      position += 1
    }
    guard position == 36 else { return nil }
    self.init(high: words.high, low: words.low)
  }

  /// Writes the 36 characters of the canonical form.
  func write(to text: UnsafeMutablePointer<UInt8>) {
    let raw = UnsafeMutableRawPointer(text)
    let second = HexDigits.eight(of: UInt32(truncatingIfNeeded: high))
    let third = HexDigits.eight(of: UInt32(truncatingIfNeeded: low >> 32))
    raw.storeBytes(of: HexDigits.eight(of: UInt32(high >> 32)), as: UInt64.self)
    text[8] = UInt8(ascii: "-")
    raw.storeBytes(of: Self.first(second), toByteOffset: 9, as: UInt32.self)
    text[13] = UInt8(ascii: "-")
    raw.storeBytes(of: Self.last(second), toByteOffset: 14, as: UInt32.self)
    text[18] = UInt8(ascii: "-")
    raw.storeBytes(of: Self.first(third), toByteOffset: 19, as: UInt32.self)
    text[23] = UInt8(ascii: "-")
    raw.storeBytes(of: Self.last(third), toByteOffset: 24, as: UInt32.self)
    raw.storeBytes(
      of: HexDigits.eight(of: UInt32(truncatingIfNeeded: low)), toByteOffset: 28, as: UInt64.self)
  }

  /// The first four of eight bytes in memory.
  private static func first(_ word: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: word.littleEndian).littleEndian
  }

  /// The last four of eight bytes in memory.
  private static func last(_ word: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: word.littleEndian >> 32).littleEndian
  }

  var text: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      write(to: start)
      return 36
    }
  }
}
