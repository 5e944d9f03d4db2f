public import CodebookRuntime

/// Writes the JSON files of a bundle: a member a line, two spaces for each level.
///
/// The same value gives the same bytes, in Swift and in Python.
public struct DocumentWriter {
  private var bytes: [UInt8] = []

  /// The bytes of a file, with the line feed at its end.
  public static func json(_ value: LogValue) -> [UInt8] {
    var writer = DocumentWriter()
    writer.write(value, depth: 0)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  private mutating func write(_ value: LogValue, depth: Int) {
    switch value {
    case .string(let text): DocumentText.append(text, to: &bytes)
    case .integer(let integer): bytes += integer.description.utf8
    // As in records: no reader of JSON has to know more than 64 bits with a sign.
    case .unsigned(let integer):
      let digits = integer.description
      if Int64(exactly: integer) == nil {
        DocumentText.append(digits, to: &bytes)
      } else {
        bytes += digits.utf8
      }
    case .number(let number): DocumentText.append(number, to: &bytes)
    case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    case .array(let items): write(items, depth: depth)
    case .object(let object): write(object, depth: depth)
    }
  }

  private mutating func write(_ items: [LogValue], depth: Int) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      startLine(isFirst: index == 0, depth: depth + 1)
      write(item, depth: depth + 1)
    }
    end(UInt8(ascii: "]"), isEmpty: items.isEmpty, depth: depth)
  }

  private mutating func write(_ object: LogObject, depth: Int) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      startLine(isFirst: index == 0, depth: depth + 1)
      DocumentText.append(member.key, to: &bytes)
      bytes += ": ".utf8
      write(member.value, depth: depth + 1)
    }
    end(UInt8(ascii: "}"), isEmpty: object.isEmpty, depth: depth)
  }

  private mutating func startLine(isFirst: Bool, depth: Int) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    lineFeed(depth: depth)
  }

  private mutating func end(_ bracket: UInt8, isEmpty: Bool, depth: Int) {
    if !isEmpty { lineFeed(depth: depth) }
    bytes.append(bracket)
  }

  private mutating func lineFeed(depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: depth * 2)
  }
}
