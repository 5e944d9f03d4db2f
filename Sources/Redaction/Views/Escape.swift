/// One escape of a text: `%41`, `\u0041`, `\n`, `&quot;`, a doubled quote, a fullwidth character.
struct Escape {
  /// Behind its last byte.
  var end: Int
  /// The code point that it stands for, or a byte; `itself` where it stays.
  var scalar: UInt32

  static let itself: UInt32 = 0xFFFF_FFFE
  /// Set where it stands for a byte rather than for a code point.
  static let byteFlag: UInt32 = 0x4000_0000

  /// Whether one may begin with a byte.
  @inline(__always)
  static func begins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "&"), Bytes.backslash, Bytes.quote, UInt8(ascii: "'"),
      0xEF:
      true
    default: false
    }
  }

  /// Whether one that stands for something begins at a place.
  static func starts(_ text: Text, _ place: Int) -> Bool {
    guard let escape = Escape(text, place) else { return false }
    return escape.scalar != itself
  }

  /// Reads the one that begins at a place; `nil` where none does.
  init?(_ text: Text, _ place: Int) {
    guard let escape = Self.read(text, place) else { return nil }
    self = escape
  }

  private init(end: Int, scalar: UInt32) {
    self.end = end
    self.scalar = scalar
  }

  private static func read(_ text: Text, _ place: Int) -> Escape? {
    switch text[place] {
    case UInt8(ascii: "%"):
      return hex(text, place + 1, 2).map { Escape(end: place + 3, byte: $0) }
    case Bytes.backslash: return backslash(text, place)
    case UInt8(ascii: "&"): return entity(text, place)
    case Bytes.quote, UInt8(ascii: "'"): return doubledQuote(text, place)
    case 0xEF: return fullwidth(text, place)
    default: return nil
    }
  }

  /// A byte; those that texts mark places with stay as they are written.
  init(end: Int, byte: UInt32) {
    self.end = end
    let isKept = byte >= UInt32(Bytes.wall)
    scalar = isKept ? Self.itself : Self.byteFlag | (byte == 34 ? UInt32(Bytes.inner) : byte)
  }

  /// The value of so many hexadecimal digits.
  @inline(__always)
  private static func hex(_ text: Text, _ start: Int, _ count: Int) -> UInt32? {
    guard start + count <= text.count else { return nil }
    var value: UInt32 = 0
    for place in start..<(start + count) {
      guard let digit = Bytes.hexValue(text[place]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func backslash(_ text: Text, _ place: Int) -> Escape? {
    let end = place + 2
    switch text.byte(place + 1) {
    case UInt8(ascii: "u"): return hex(text, end, 4).map { codePoint(text, place, $0) }
    case UInt8(ascii: "x"): return hex(text, end, 2).map { Escape(end: place + 4, byte: $0) }
    case UInt8(ascii: "n"): return Escape(end: end, scalar: 10)
    case UInt8(ascii: "r"): return Escape(end: end, scalar: 13)
    case UInt8(ascii: "t"): return Escape(end: end, scalar: 9)
    case Bytes.quote, Bytes.inner: return Escape(end: end, byte: 34)
    case UInt8(ascii: "'"), UInt8(ascii: "/"), Bytes.backslash:
      return Escape(end: end, scalar: UInt32(text[place + 1]))
    default: return nil
    }
  }
}
