/// Small hexadecimal digits.
enum HexDigits {
  /// The value of a digit; `nil` for anything but `0`–`9` and `a`–`f`.
  static func value(of byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  /// The eight digits of a number as one word, in the order in which memory has them.
  @inline(__always)
  static func eight(of number: UInt32) -> UInt64 {
    // One nibble to a byte, the highest first.
    var word = UInt64(number)
    word = (word << 16 | word) & 0x0000_FFFF_0000_FFFF
    word = (word << 8 | word) & 0x00FF_00FF_00FF_00FF
    word = (word << 4 | word) & 0x0F0F_0F0F_0F0F_0F0F
    // 1 in each byte above 9: letters begin 39 places behind where the digits end.
    let letters = (word &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return (word &+ 0x3030_3030_3030_3030 &+ letters &* 39).bigEndian
  }

  /// Writes the sixteen digits of a number.
  static func write(sixteen number: UInt64, to text: UnsafeMutablePointer<UInt8>) {
    let raw = UnsafeMutableRawPointer(text)
    raw.storeBytes(of: eight(of: UInt32(number >> 32)), as: UInt64.self)
    raw.storeBytes(
      of: eight(of: UInt32(truncatingIfNeeded: number)), toByteOffset: 8, as: UInt64.self)
  }

  /// Writes the four lowest digits of a number.
  static func write(four number: UInt32, to text: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(text).storeBytes(
      of: UInt32(truncatingIfNeeded: eight(of: number).littleEndian >> 32).littleEndian,
      as: UInt32.self)
  }
}
