/// A value of a record as a person reads it.
package enum ConsoleValue {
  /// Whether a value needs several lines: an exception, say, or the lines of a traceback.
  package static func isTall(_ value: LogValue) -> Bool {
    switch value {
    case .string(let text): text.utf8.contains(UInt8(ascii: "\n"))
    case .object(let members):
      if case .array? = members["frames"] { true } else { members.contains { isTall($0.value) } }
    case .array(let items): items.count > 3 || items.contains(where: isTall)
    default: false
    }
  }

  /// A value below its key, each item on a line of its own.
  package static func write(
    _ key: String, _ value: LogValue, indent: String, to text: inout String
  ) {
    text += indent + TerminalText.safe(key) + ":"
    let deeper = indent + "  "
    switch value {
    case .object(let members):
      text += "\n"
      for member in members { write(member.key, member.value, indent: deeper, to: &text) }
    case .array(let items):
      text += "\n"
      for (index, item) in items.enumerated() {
        if case .string(let line) = item, !isTall(item) {
          text += deeper + TerminalText.safe(line) + "\n"
        } else {
          write("\(index)", item, indent: deeper, to: &text)
        }
      }
    case .string(let lines) where isTall(value):
      text += "\n"
      for line in lines.split(separator: "\n") {
        text += deeper + TerminalText.safe(String(line)) + "\n"
      }
    default:
      text += " " + word(value) + "\n"
    }
  }

  /// A value as one word where it is one, and else as JSON.
  package static func word(_ value: LogValue) -> String {
    if case .string(let text) = value, !text.isEmpty,
      !text.utf8.contains(where: { " \"'=\\".utf8.contains($0) })
    {
      return TerminalText.safe(text)
    }
    return TerminalText.safe(json(value))
  }

  private static func json(_ value: LogValue) -> String {
    switch value {
    case .string(let text):
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .integer(let number): "\(number)"
    case .unsigned(let number): "\(number)"
    case .number(let number): "\(number)"
    case .boolean(let isTrue): "\(isTrue)"
    case .null: "null"
    case .array(let items): "[" + items.map(json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(json(.string($0.key))):\(json($0.value))" }.joined(separator: ",")
        + "}"
    }
  }
}
