/// The 32 classes of bytes that the scan tells apart: five bits each, three of them an index.
enum ByteClass {
  static let digit: UInt8 = 23
  /// `_`, `-` and `.`
  static let joint: UInt8 = 24
  static let backslash: UInt8 = 25
  /// `/`, `:` and `=`
  static let stroke: UInt8 = 26
  /// `?`, `&`, `#` and `;`
  static let separator: UInt8 = 27
  /// `@`, `%` and `+`
  static let sign: UInt8 = 28
  /// What begins an invisible or a fullwidth character, or a control sequence.
  static let exotic: UInt8 = 29
  /// `"` and `'`
  static let quote: UInt8 = 30
  static let other: UInt8 = 31

  static let all: UInt32 = 0xFFFF_FFFF
  static let letters: UInt32 = 0x007F_FFFF
  static let digits: UInt32 = 1 << UInt32(digit)

  /// The class of a byte as a set of classes.
  static func mask(of byte: UInt8) -> UInt32 { 1 << UInt32(classOf(byte)) }

  /// The classes of some bytes.
  static func mask(of bytes: [UInt8]) -> UInt32 { bytes.reduce(0) { $0 | mask(of: $1) } }

  /// What may stand before a word, classes that other bytes than a word's have.
  static let outsideWords = all & ~letters & ~digits

  /// The classes that the bytes of a set have.
  static func mask(of set: ByteSet) -> UInt32 {
    set.bytes.reduce(0) { $0 | mask(of: $1) }
  }

  /// The classes of all bytes that are not in a set; text may begin there as well.
  static func mask(outside set: ByteSet) -> UInt32 {
    (0...255).reduce(1 << UInt32(other)) { mask, byte in
      set.contains(UInt8(byte)) ? mask : mask | self.mask(of: UInt8(byte))
    }
  }

  /// How often a byte of each class stands in logs, in thousandths.
  static let weights: [Int] = [
    48, 10, 28, 28, 70, 13, 14, 16, 46, 8, 10, 28, 20, 42, 42, 16, 40, 44, 54, 16, 7, 10, 10,
    130, 60, 5, 60, 4, 4, 1, 60, 90,
  ]

  /// The class of a byte. Letters in either case have one class; the rarest share one: `j`, `q`, `x` and `z`.
  static func classOf(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 65...90, 97...122: letterClasses[Int(byte | 0x20) - 97]
    case 48...57: digit
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): joint
    case UInt8(ascii: "\\"): backslash
    case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "="): stroke
    case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: ";"): separator
    case UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "+"): sign
    case UInt8(ascii: "\""), UInt8(ascii: "'"), Bytes.inner, Bytes.wall: quote
    case 0x1B, 0xC2, 0xE2, 0xEF: exotic
    default: other
    }
  }

  /// a b c d e f g h i j k l m n o p q r s t u v w x y z
  private static let letterClasses: [UInt8] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 9, 16, 17, 18, 19, 20, 21, 9, 22, 9,
  ]
}
