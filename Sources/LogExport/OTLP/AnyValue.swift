/// Writes JSON values as the protocol's `AnyValue`.
///
/// It reads JSON that is known to be valid.
struct AnyValue {
  let text: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  init(_ text: UnsafeBufferPointer<UInt8>, at position: Int) {
    self.text = text
    self.position = position
  }

  /// Writes the value that begins here.
  mutating func write(to output: inout [UInt8]) {
    switch peek {
    case UInt8(ascii: "\""):
      output.append(#"{"stringValue":"#)
      writeText(to: &output)
      output.append("}")
    case UInt8(ascii: "{"): writeObject(to: &output)
    case UInt8(ascii: "["): writeArray(to: &output)
    case UInt8(ascii: "t"):
      position += 4
      output.append(#"{"boolValue":true}"#)
    case UInt8(ascii: "f"):
      position += 5
      output.append(#"{"boolValue":false}"#)
    case UInt8(ascii: "n"):
      // A value of no kind is the protocol's null.
      position += 4
      output.append("{}")
    default: writeNumber(to: &output)
    }
  }

  /// Reads over a text, which begins with its quotation mark here; where its content stands.
  mutating func takeText() -> Range<Int> {
    position += 1
    let start = position
    while position < text.count, text[position] != UInt8(ascii: "\"") {
      position += text[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position += 1
    return start..<(position - 1)
  }

  /// Skips white space and, where it comes next, a byte with the white space behind it.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    position += 1
    skipSpace()
    return true
  }

  private var peek: UInt8 { position < text.count ? text[position] : 0 }

  private mutating func skipSpace() {
    while position < text.count, text[position] <= 0x20 { position += 1 }
  }

  private mutating func writeText(to output: inout [UInt8]) {
    let content = takeText()
    output.append("\"")
    output.append(text: text, content)
    output.append("\"")
  }

  private mutating func writeObject(to output: inout [UInt8]) {
    output.append(#"{"kvlistValue":{"values":["#)
    position += 1
    var isFirst = true
    while !skip(UInt8(ascii: "}")) {
      if !isFirst { _ = skip(UInt8(ascii: ",")) }
      output.append(isFirst ? #"{"key":"# : #",{"key":"#)
      isFirst = false
      writeText(to: &output)
      _ = skip(UInt8(ascii: ":"))
      output.append(#","value":"#)
      write(to: &output)
      output.append("}")
    }
    output.append("]}}")
  }

  private mutating func writeArray(to output: inout [UInt8]) {
    output.append(#"{"arrayValue":{"values":["#)
    position += 1
    var isFirst = true
    while !skip(UInt8(ascii: "]")) {
      if !isFirst {
        _ = skip(UInt8(ascii: ","))
        output.append(",")
      }
      isFirst = false
      write(to: &output)
    }
    output.append("]}}")
  }

  private mutating func writeNumber(to output: inout [UInt8]) {
    let start = position
    while position < text.count, Self.isOfNumber(text[position]) { position += 1 }
    NumberValue.write(UnsafeBufferPointer(rebasing: text[start..<position]), to: &output)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
