extension LineBuffer {
  /// Writes a text in quotes, cut to a number of code points.
  mutating func appendText(_ text: String, limit: Int) {
    append(UInt8(ascii: "\""))
    appendContent(of: text, limit: limit)
    append(UInt8(ascii: "\""))
  }

  /// Writes a text without the quotes, cut to a number of code points.
  mutating func appendContent(of text: String, limit: Int) {
    text.withUTF8Bytes { appendCut($0, limit: limit) }
  }

  /// Writes UTF-8 with the escapes of JSON, cut to a number of code points.
  ///
  /// - Parameter rest: What follows the text, and is not written in any case.
  mutating func appendCut(
    _ text: UTF8Text, limit: Int, before rest: UTF8Text? = nil
  ) {
    let kept = text.count > limit ? TextScan.length(ofFirst: limit, in: text) : text.count
    appendEscaped(UTF8Text(rebasing: text[..<kept]))
    let omitted = TextScan.codePoints(in: UTF8Text(rebasing: text[kept...]))
    let behind = rest.map(TextScan.codePoints) ?? 0
    if omitted + behind > 0, !hasOverflowed { appendCutMark(omitted + behind) }
  }

  /// Writes `…[+N]`.
  mutating func appendCutMark(_ count: Int) {
    append("…[+")
    append(integer: Int64(count))
    append(UInt8(ascii: "]"))
  }

  /// Writes UTF-8 with the escapes of JSON.
  mutating func appendEscaped(_ text: UTF8Text) {
    guard let source = text.baseAddress else { return }
    let end = text.count
    var index = 0
    while index < end, !hasOverflowed {
      let plain =
        index &+ 8 <= end
        ? copyWord(source + index) : copyByte(source[index])
      index &+= plain
      if plain == 0 { index &+= appendSpecial(source + index, left: end &- index) }
    }
  }

  /// Copies the plain bytes at the beginning of eight, and gives their number.
  @inline(__always)
  private mutating func copyWord(_ source: UnsafePointer<UInt8>) -> Int {
    let word = TextScan.word(at: source)
    UnsafeMutableRawPointer(next).storeBytes(of: word.littleEndian, as: UInt64.self)
    let plain = TextScan.plainBytes(in: word)
    advance(by: plain)
    return plain
  }

  @inline(__always)
  private mutating func copyByte(_ byte: UInt8) -> Int {
    guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
      return 0
    }
    append(byte)
    return 1
  }

  /// Writes what stands at a byte that is not plain, and gives the number of bytes read.
  private mutating func appendSpecial(_ source: UnsafePointer<UInt8>, left: Int) -> Int {
    let byte = source[0]
    if byte < 0x80 {
      appendEscape(of: byte)
      return 1
    }
    if byte == 0xC2, left >= 2, source[1] < 0xA0 {
      appendUnicodeEscape(UInt32(source[1]))
      return 2
    }
    if byte == 0xE2, left >= 3, source[1] == 0x80, source[2] & 0xFE == 0xA8 {
      appendUnicodeEscape(0x2000 | UInt32(source[2] & 0x3F))
      return 3
    }
    append(byte)
    return 1
  }

  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default: appendUnicodeEscape(UInt32(byte))
    }
  }

  private mutating func appendUnicodeEscape(_ codePoint: UInt32) {
    append("\\u")
    HexDigits.write(four: codePoint, to: next)
    advance(by: 4)
  }
}
