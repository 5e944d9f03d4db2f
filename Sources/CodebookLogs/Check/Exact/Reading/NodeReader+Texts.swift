extension NodeReader {
  /// Reads a text, which begins with its quotation mark here; whether it has escapes. `nil` where
  /// it has no end.
  mutating func readText() -> Bool? {
    var hasEscapes = false
    position += 1
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        readEscape()
      case 0..<0x20: readControls()
      case 0x20..<0x80: position += 1
      default: readCharacter()
      }
    }
    stop(.json("a text has no end", at: place))
    return nil
  }

  /// Skips control characters of one kind that stand in a text as they are.
  private mutating func readControls() {
    let start = position
    let isNul = line[start] == 0
    while let byte, byte < 0x20, (byte == 0) == isNul { position += 1 }
    let range = start..<position
    guard !isNul else { return add(.nul(at: range)) }
    add(
      .json(
        "a control character stands in a text", at: range, fix: "write it as an escape: \\u00XX"))
  }

  private mutating func readCharacter() {
    let length = UTF8Form.length(in: line, at: position)
    guard length == 0 else {
      position += length
      return
    }
    let start = position
    while position < line.count, UTF8Form.length(in: line, at: position) == 0 {
      position += UTF8Form.faultLength(in: line, at: position)
    }
    add(.utf8(at: start..<position))
  }

  private mutating func readEscape() {
    let start = position
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      let digits = position
      while position < min(line.count, digits + 4), isHexDigit(line[position]) { position += 1 }
      guard position < digits + 4, position < line.count else { return }
      add(.json("an escape needs four hexadecimal digits", at: start..<position))
    case nil: break
    default:
      // What stands behind the backslash is read as if it stood alone.
      let end = place.upperBound
      add(.json("there is no such escape", at: start..<end, fix: "write a backslash as \\\\"))
      if let byte, byte >= 0x20, byte < 0x80 { position += 1 }
    }
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}
