/// Kinds of bytes.
enum Bytes {
  /// Stands where something was found; it separates whatever is beside it.
  static let barrier: UInt8 = 0xFF
  /// In a view: a double quote that was escaped; `"` is then a quote of the text around it.
  static let inner: UInt8 = 0xFE
  /// In a view of a view: a quote of the text around that; nothing goes beyond it.
  static let wall: UInt8 = 0xFD
  static let lineFeed: UInt8 = 10
  static let carriageReturn: UInt8 = 13
  static let space: UInt8 = 32
  static let tab: UInt8 = 9
  static let quote: UInt8 = 34
  static let backslash: UInt8 = 92

  /// One bit a kind.
  static let upper: UInt8 = 1
  static let lower: UInt8 = 2
  static let digit: UInt8 = 4
  static let underscore: UInt8 = 8
  /// `-` and `.`
  static let joint: UInt8 = 16
  /// Space, tab, line feed, carriage return.
  static let white: UInt8 = 32
  /// `"`, `'` and a backtick.
  static let quotes: UInt8 = 64
  /// `+`, `/`; with letters, digits, `-` and `_` base64.
  static let base64Sign: UInt8 = 128

  static let alphanumeric = upper | lower | digit
  static let word = alphanumeric | underscore
  static let identifier = word | joint
  static let letter = upper | lower

  /// A byte as value rules see it: all kinds of double quotes are one.
  @inline(__always)
  static func plain(_ byte: UInt8) -> UInt8 { byte == inner || byte == wall ? quote : byte }

  /// The kinds of a byte.
  @inline(__always)
  static func kinds(_ byte: UInt8) -> UInt8 { ByteTables.kinds[Int(byte)] }

  @inline(__always)
  static func isBase64(_ byte: UInt8) -> Bool {
    ByteTables.base64[Int(byte)] < 64
  }

  /// A letter made small.
  @inline(__always)
  static func small(_ byte: UInt8) -> UInt8 {
    byte &- 65 < 26 ? byte | 0x20 : byte
  }

  /// A letter or digit as names are compared; `nil` for others.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8? {
    let small = small(byte)
    return small &- 97 < 26 || small &- 48 < 10 ? small : nil
  }

  /// Whether a byte is a quote, in views an inner one as well.
  @inline(__always)
  static func isQuote(_ byte: UInt8) -> Bool { kinds(byte) & quotes != 0 || byte == inner }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// The value of a hexadecimal digit.
  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt32? {
    if byte &- 48 < 10 { return UInt32(byte &- 48) }
    let letter = (byte | 0x20) &- 97
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}
