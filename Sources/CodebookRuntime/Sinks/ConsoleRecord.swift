/// A record as a person reads it: on one line, and below it what has several lines itself.
struct ConsoleRecord {
  private let fields: LogObject
  private let names: [CatalogDescription.Role: String]
  private let severity: Int
  private let style: ConsoleStyle
  private let isLocal: Bool

  /// - Parameter names: What the catalog calls the fields.
  init(
    _ fields: LogObject, names: [CatalogDescription.Role: String], severity: Int,
    style: ConsoleStyle, isLocal: Bool
  ) {
    self.fields = fields
    self.names = names
    self.severity = severity
    self.style = style
    self.isLocal = isLocal
  }

  /// The lines, each with its line feed.
  var text: String {
    let pairs = rest
    var words = [
      style.dim(TerminalText.safe(ConsoleTime.ofDay(plain(.timestamp), isLocal: isLocal))),
      style.level(TerminalText.safe(plain(.level)), severity: severity),
      TerminalText.safe(plain(.component)), TerminalText.safe(plain(.event)),
      TerminalText.safe(plain(.message)),
    ]
    for (key, value) in pairs where !Self.isTall(value) {
      words.append(style.dim(TerminalText.safe(key) + "=") + Self.word(value))
    }
    words.append(style.dim(TerminalText.safe(String(plain(.correlation).prefix(8)))))
    var text = words.filter { !$0.isEmpty }.joined(separator: " ") + "\n"
    for (key, value) in pairs where Self.isTall(value) {
      Self.write(key, value, indent: "  ", to: &text)
    }
    return text
  }

  private func plain(_ role: CatalogDescription.Role) -> String {
    guard let name = names[role], case .string(let text)? = fields[name] else { return "" }
    return text
  }

  /// What has no place of its own; what is in the details stands for itself.
  private var rest: [(String, LogValue)] {
    // Service and session are the same in every record of a process, and long.
    let placed: [CatalogDescription.Role] = [
      .timestamp, .level, .component, .event, .message, .correlation, .service, .session,
    ]
    let skipped = Set(placed.compactMap { names[$0] })
    var pairs: [(String, LogValue)] = []
    for member in fields where !skipped.contains(member.key) {
      if member.key == names[.details], case .object(let details) = member.value {
        pairs += details.map { ($0.key, $0.value) }
      } else {
        pairs.append((member.key, member.value))
      }
    }
    return pairs
  }

  // MARK: Values

  /// Whether a value needs several lines: an exception, say, or the lines of a traceback.
  private static func isTall(_ value: LogValue) -> Bool {
    switch value {
    case .string(let text): text.utf8.contains(UInt8(ascii: "\n"))
    case .object(let members):
      if case .array? = members["frames"] { true } else { members.contains { isTall($0.value) } }
    case .array(let items): items.count > 3 || items.contains(where: isTall)
    default: false
    }
  }

  /// A value below its key, each item on a line of its own.
  private static func write(
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
  private static func word(_ value: LogValue) -> String {
    if case .string(let text) = value, !text.isEmpty,
      !text.contains(where: { " \"'=\\".contains($0) })
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
