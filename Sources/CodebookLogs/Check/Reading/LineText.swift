/// A text as it stands in a line, without its quotation marks.
struct LineText {
  let start: UnsafePointer<UInt8>
  let count: Int
  /// Whether there are escapes in it.
  let hasEscapes: Bool
}

extension LineText {
  /// The text's UTF-8, behind what is there already.
  func decode(to bytes: inout [UInt8]) {
    var index = 0
    while index < count {
      let byte = start[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      let mark = start[index]
      index += 1
      guard mark == UInt8(ascii: "u") else {
        bytes.append(Self.character(ofEscape: mark))
        continue
      }
      let scalar = LineReader.codeUnit(start + index).flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      index += 4
    }
  }

  private static func character(ofEscape mark: UInt8) -> UInt8 {
    switch mark {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: mark
    }
  }
}
