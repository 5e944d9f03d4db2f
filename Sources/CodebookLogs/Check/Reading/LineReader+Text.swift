// Texts.
extension LineReader {
  /// Reads a text with both of its quotation marks; see `text`.
  @inline(never)
  mutating func quotedText() -> LineText? { take(UInt8(ascii: "\"")) ? text() : nil }

  /// Reads the rest of a text, whose opening quotation mark was read, and its closing one.
  ///
  /// - Returns: `nil` where it is none, or has an escape of U+0000 or of a surrogate.
  @inline(__always)
  mutating func text() -> LineText? {
    let start = at
    var hasEscapes = false
    while true {
      skipPlain()
      guard at < end else { return nil }
      let byte = at.pointee
      if byte == UInt8(ascii: "\"") {
        let count = at - start
        at += 1
        return LineText(start: start, count: count, hasEscapes: hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        guard escape() else { return nil }
      } else if byte >= 0x80 {
        guard character(byte) else { return nil }
      } else if byte < 0x20 {
        return nil
      } else {
        at += 1
      }
    }
  }

  /// Skips ASCII that needs no escape, but for the last bytes of the line.
  @inline(__always)
  private mutating func skipPlain() {
    while left >= 16 {
      let first = Self.plainBytes(in: Self.word(at))
      let second = Self.plainBytes(in: Self.word(at + 8))
      // Two words at once and no branch between them: no processor foretells in which a short text
      // ends.
      let plain = first &+ (second & (first == 8 ? -1 : 0))
      at += plain
      if plain < 16 { return }
    }
    while left >= 8 {
      let plain = Self.plainBytes(in: Self.word(at))
      at += plain
      if plain < 8 { return }
    }
  }

  /// The number of bytes at the beginning of a word that are ASCII and need no escape; 8 if all.
  @inline(__always)
  private static func plainBytes(in word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    // The highest bit of each byte that is special; one above the first such byte may be wrong, and
    // only the first counts.
    let controls = (word &- ones &* 0x20) & ~word
    let special =
      controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | word
    return (special & (ones << 7)).trailingZeroBitCount >> 3
  }

  private mutating func escape() -> Bool {
    at += 1
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
      return true
    case UInt8(ascii: "u"):
      guard left >= 5, let unit = Self.codeUnit(at + 1) else { return false }
      at += 5
      return unit != 0 && !(0xD800...0xDFFF ~= unit)
    default: return false
    }
  }

  /// The number that four hexadecimal digits make.
  static func codeUnit(_ digits: UnsafePointer<UInt8>) -> UInt16? {
    var unit: UInt16 = 0
    for index in 0..<4 {
      let byte = digits[index]
      let digit = byte &- UInt8(ascii: "0")
      let letter = (byte | 0x20) &- UInt8(ascii: "a")
      guard digit < 10 || letter < 6 else { return nil }
      unit = unit << 4 | UInt16(digit < 10 ? digit : letter &+ 10)
    }
    return unit
  }

  /// Reads a character of two bytes or more: the shortest form, no surrogate, U+10FFFF at most.
  private mutating func character(_ first: UInt8) -> Bool {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return false
    }
    guard left >= length, second.contains(at[1]) else { return false }
    for index in 2..<max(2, length) where at[index] & 0xC0 != 0x80 { return false }
    at += length
    return true
  }
}
