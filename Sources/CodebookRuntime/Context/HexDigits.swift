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

  /// The digit for a value from 0 to 15.
  @inline(__always)
  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &- 10 &+ value
  }

  /// Writes the lowest `count` digits of a number, the highest first.
  @inline(__always)
  static func write(_ number: UInt64, count: Int, to text: UnsafeMutablePointer<UInt8>) {
    var rest = number
    var index = count &- 1
    while index >= 0 {
      text[index] = digit(UInt8(truncatingIfNeeded: rest & 0xF))
      rest >>= 4
      index &-= 1
    }
  }
}
