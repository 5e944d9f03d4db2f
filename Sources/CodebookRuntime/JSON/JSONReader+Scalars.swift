// Texts and numbers.
extension JSONReader {
  /// Reads a text, which begins with its quotation mark here.
  mutating func string() throws(SyntaxError) -> String {
    position += 1
    if let text = plainText() { return text }
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        try escape(&text)
      case 0..<0x20:
        throw problem("a control character stands in a text")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw problem("a text has no end")
  }

  /// Reads the rest of a text without escapes, as most are; `nil`, and nothing is read, for others.
  private mutating func plainText() -> String? {
    var end = position
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\\") {
      guard bytes[end] != UInt8(ascii: "\"") else {
        defer { position = end + 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<end]), as: UTF8.self)
      }
      end += 1
    }
    return nil
  }

  private mutating func escape(_ text: inout [UInt8]) throws(SyntaxError) {
    guard let byte = peek else { throw problem("a text has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try scalar()).utf8
    default: throw problem("there is no such escape")
    }
  }

  /// Reads the four digits of an escape, and a second escape where it is the other half of a pair.
  private mutating func scalar() throws(SyntaxError) -> Unicode.Scalar {
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let start = position
    if unit < 0xDC00, peek == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let low = try codeUnit()
      if 0xDC00...0xDFFF ~= low {
        let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
      }
      position = start
    }
    return "\u{FFFD}"
  }

  private mutating func codeUnit() throws(SyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      // Capital digits are fine in JSON; those from A to F differ from small ones in one bit.
      guard let byte = peek, let digit = HexDigits.value(of: byte < 0x40 ? byte : byte | 0x20)
      else { throw problem("an escape needs four hexadecimal digits") }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  /// Reads a number.
  mutating func number() throws(SyntaxError) -> LogValue {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    let whole = position
    guard digits() > 0 else { throw problem("this is no value") }
    if bytes[whole] == UInt8(ascii: "0"), position > whole + 1 {
      throw problem("a number begins with a zero")
    }
    var isInteger = true
    if peek == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      guard digits() > 0 else { throw problem("digits must follow the point") }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      isInteger = false
      position += 1
      if peek == UInt8(ascii: "-") || peek == UInt8(ascii: "+") { position += 1 }
      guard digits() > 0 else { throw problem("an exponent needs digits") }
    }
    return value(of: String(decoding: bytes[start..<position], as: UTF8.self), isInteger)
  }

  private func value(of text: String, _ isInteger: Bool) -> LogValue {
    // `-0` is a number: as an integer it would lose its sign.
    if isInteger, text != "-0" {
      if let integer = Int64(text) { return .integer(integer) }
      if let integer = UInt64(text) { return .unsigned(integer) }
    }
    return .number(Double(text) ?? .nan)
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = peek, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    return position - start
  }
}
