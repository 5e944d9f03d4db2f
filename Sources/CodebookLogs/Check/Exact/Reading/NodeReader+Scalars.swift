extension NodeReader {
  /// Reads a number or a word; `nil` where neither stands here.
  mutating func readScalar() -> LineNode.Kind? {
    switch byte ?? 0 {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "t"): readWord("true", .boolean)
    case UInt8(ascii: "f"): readWord("false", .boolean)
    case UInt8(ascii: "n"): readWord("null", .null)
    default: noValue()
    }
  }

  private mutating func readWord(
    _ word: StaticString, _ kind: LineNode.Kind
  ) -> LineNode.Kind? {
    let end = wordEnd
    let token = UnsafeBufferPointer(rebasing: line[position..<end])
    guard word.withUTF8Buffer({ $0.elementsEqual(token) }) else {
      // A word may be cut off with the line.
      if end == line.count, word.withUTF8Buffer({ $0.starts(with: token) }) { position = end }
      return noValue()
    }
    position = end
    return kind
  }

  private mutating func readNumber() -> LineNode.Kind? {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    let whole = position
    guard skipDigits() else { return noNumber(start, "digits must follow the minus sign") }
    if line[whole] == UInt8(ascii: "0"), position > whole + 1 {
      return noNumber(start, "a number begins with a zero", fix: "write it without, or as a text")
    }
    var kind = LineNode.Kind.integer
    if byte == UInt8(ascii: ".") {
      kind = .number
      position += 1
      guard skipDigits() else { return noNumber(start, "digits must follow a number's point") }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      kind = .number
      position += 1
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { position += 1 }
      guard skipDigits() else { return noNumber(start, "digits must follow a number's exponent") }
    }
    return kind
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while let byte, byte &- UInt8(ascii: "0") < 10 { position += 1 }
    return position > start
  }

  private mutating func noNumber(
    _ start: Int, _ message: String, fix: String? = nil
  ) -> LineNode.Kind? {
    guard position < line.count else {
      stop(.json(message, at: place))
      return nil
    }
    let end = max(wordEnd, position)
    // What is not UTF-8 behind it is the greater fault.
    if UTF8Form.length(in: line, at: position) > 0 { position = start }
    stop(.json(message, at: start..<max(end, start + 1), fix: fix))
    return nil
  }

  private mutating func noValue() -> LineNode.Kind? {
    guard position < line.count else {
      stop(.json("a value is missing", at: place))
      return nil
    }
    let end = wordEnd
    guard end > position else {
      stop(.json("a value is missing", at: place, fix: fix(for: line[position])))
      return nil
    }
    let token = String(decoding: line[position..<min(end, position + 16)], as: UTF8.self)
    // Any other word may be anybody's text.
    let fix = Self.fixes[token]
    let what = fix == nil ? "a word that is no JSON value" : "`\(token)`, which is no JSON value,"
    stop(.json("\(what) stands in the record", at: position..<end, fix: fix))
    return nil
  }

  private func fix(for byte: UInt8) -> String? {
    byte == UInt8(ascii: "'") ? "write texts in double quotes" : nil
  }

  private static let fixes = [
    "True": "write true", "False": "write false", "None": "write null", "nil": "write null",
    "undefined": "leave the member out", "NaN": "write the text \"NaN\"",
    "Infinity": "write the text \"Infinity\"", "-Infinity": "write the text \"-Infinity\"",
  ]

  /// The end of the letters, digits and signs that stand here.
  private var wordEnd: Int {
    var end = position
    while end < line.count {
      switch line[end] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        end += 1
      default: return end
      }
    }
    return end
  }
}
