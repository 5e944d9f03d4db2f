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
    for (key, value) in pairs where !ConsoleValue.isTall(value) {
      words.append(style.dim(TerminalText.safe(key) + "=") + ConsoleValue.word(value))
    }
    words.append(style.dim(TerminalText.safe(String(plain(.correlation).prefix(8)))))
    var text = words.filter { !$0.isEmpty }.joined(separator: " ") + "\n"
    for (key, value) in pairs where ConsoleValue.isTall(value) {
      ConsoleValue.write(key, value, indent: "  ", to: &text)
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
}
