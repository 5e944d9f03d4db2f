internal import CodebookRuntime

/// A record that is shown.
struct ShownRecord {
  /// A field or a detail without a place of its own.
  struct Pair {
    let name: String
    /// Where it stands, `details.port`.
    let path: String
    let value: LogValue
  }

  let fields: LogObject
  /// Milliseconds since 1970-01-01T00:00:00Z.
  let time: Int64?
  /// The name of its level, which may be written as a number.
  let level: String
  let severity: Int
  /// What its own fields are called.
  let names: FieldNames

  /// `nil` for a line that is no record.
  init?(_ entry: LogEntry, _ vocabulary: RecordVocabulary) {
    guard entry.kind == .record,
      case .object(let fields)? = try? JSONReader.read(entry.bytes, limit: .max)
    else { return nil }
    self.fields = fields
    names = vocabulary.choice.names(of: fields, vocabulary.names)
    time = entry.time
    level = Self.level(fields[names.level])
    severity = vocabulary.severity(of: level)
  }

  /// Whether it says what happened, and is known by that.
  var isNamed: Bool { !text(names.event).isEmpty || !text(names.message).isEmpty }

  /// A field's text; empty where it is none.
  func text(_ name: String) -> String { Self.text(name, of: fields) }

  private static func text(_ name: String, of fields: LogObject) -> String {
    guard case .string(let text)? = fields[name] else { return "" }
    return text
  }

  /// What has no place of its own; what is in the details stands for itself.
  var pairs: [Pair] {
    let placed = [
      names.timestamp, names.level, names.service, names.component, names.event, names.message,
      names.correlation, names.session,
    ]
    var pairs: [Pair] = []
    for member in fields {
      if member.key == names.details, case .object(let details) = member.value {
        pairs += details.map {
          Pair(name: $0.key, path: "\(member.key).\($0.key)", value: $0.value)
        }
      } else if !placed.contains(member.key) || !hasPlace(member) {
        pairs.append(Pair(name: member.key, path: member.key, value: member.value))
      }
    }
    return pairs
  }

  /// Whether what has a place of its own can be shown there.
  private func hasPlace(_ member: LogObject.Member) -> Bool {
    if case .string = member.value { return true }
    return member.key == names.timestamp && time != nil
      || member.key == names.level && !level.isEmpty
  }

  private static func level(_ value: LogValue?) -> String {
    switch value {
    case .string(let name)?: name
    case .integer(let number)?: UsualNames.level(number) ?? ""
    default: ""
    }
  }
}
