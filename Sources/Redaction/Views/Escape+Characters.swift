extension Escape {
  private init(scalar: UInt32, end: Int) {
    self.init(end: end, byte: 0)
    self.scalar = scalar
  }

  /// `\uXXXX`, of which two may be one code point.
  static func codePoint(_ text: Text, _ place: Int, _ value: UInt32) -> Escape {
    let end = place + 6
    if value < 0x80 { return Escape(end: end, byte: value) }
    guard (0xD800..<0xE000).contains(value) else { return Escape(scalar: value, end: end) }
    if value < 0xDC00, text.byte(end) == Bytes.backslash, text.byte(end + 1) == UInt8(ascii: "u"),
      let low = number(text, end + 2, end + 6, base: 16), (0xDC00..<0xE000).contains(low)
    {
      return Escape(scalar: 0x10000 + (value - 0xD800) << 10 + low - 0xDC00, end: end + 6)
    }
    return Escape(scalar: 0xFFFD, end: end)
  }

  /// `""` beside what may be a value, as in CSV and SQL.
  static func doubledQuote(_ text: Text, _ place: Int) -> Escape? {
    let quote = text[place]
    guard text.byte(place + 1) == quote else { return nil }
    let before = place > 0 ? text[place - 1] : 0
    let isBeside =
      Bytes.kinds(text.byte(place + 2)) & Bytes.alphanumeric != 0
      || Bytes.kinds(before) & (Bytes.alphanumeric | Bytes.base64Sign) != 0
      || before == UInt8(ascii: "=")
    return isBeside ? Escape(end: place + 2, byte: UInt32(quote)) : nil
  }

  /// Fullwidth characters of ASCII.
  static func fullwidth(_ text: Text, _ place: Int) -> Escape? {
    let (second, third) = (text.byte(place + 1), text.byte(place + 2))
    switch second {
    case 0xBC where (0x81...0xBF).contains(third):
      return Escape(scalar: UInt32(third) - 0x60, end: place + 3)
    case 0xBD where (0x80...0x9E).contains(third):
      return Escape(scalar: UInt32(third) - 0x20, end: place + 3)
    default: return nil
    }
  }

  /// `&quot;`, `&#34;`, `&#x22;` and the like.
  static func entity(_ text: Text, _ place: Int) -> Escape? {
    if text.byte(place + 1) == UInt8(ascii: "#") { return numbered(text, place) }
    for (name, scalar) in entities {
      let end = place + name.utf8CodeUnitCount
      guard end <= text.count else { continue }
      let stands = name.withUTF8Buffer { $0.elementsEqual(text.buffer(place, end)) }
      if stands { return Escape(scalar: scalar, end: end) }
    }
    return nil
  }

  private static let entities: [(StaticString, UInt32)] = [
    ("&quot;", byteFlag | UInt32(Bytes.inner)), ("&amp;", 0x26), ("&apos;", 0x27), ("&lt;", 0x3C),
    ("&gt;", 0x3E),
  ]

  private static func numbered(_ text: Text, _ place: Int) -> Escape? {
    let isHex = text.byte(place + 2) | 0x20 == UInt8(ascii: "x")
    let start = isHex ? place + 3 : place + 2
    var end = start
    let most = isHex ? 2 : 3
    while end < text.count, end - start < most,
      isHex ? Bytes.hexValue(text[end]) != nil : Bytes.isDigit(text[end])
    {
      end += 1
    }
    guard end > start, text.byte(end) == UInt8(ascii: ";"),
      let value = number(text, start, end, base: isHex ? 16 : 10)
    else { return nil }
    return value < 0x80 ? Escape(end: end + 1, byte: value) : Escape(scalar: itself, end: end + 1)
  }

  /// The number that all bytes between two places make.
  private static func number(_ text: Text, _ start: Int, _ end: Int, base: UInt32) -> UInt32? {
    guard end <= text.count else { return nil }
    var value: UInt32 = 0
    for place in start..<end {
      guard let digit = Bytes.hexValue(text[place]), digit < base else { return nil }
      value = value * base + digit
    }
    return value
  }
}
