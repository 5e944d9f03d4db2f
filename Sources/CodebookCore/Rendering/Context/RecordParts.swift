/// A record of one event, cut into what is the same in all of them and what is not.
///
/// Only what varies need be formatted at run time.
struct RecordPart: Sendable {
  enum Content: Sendable {
    /// JSON that every record of the event has at this place.
    case constant(String)
    /// A field's value, with the JSON that surrounds it where it is written.
    case field(FieldEntry, prefix: String, suffix: String)
  }

  let content: Content
  /// Whether a record may be without it.
  let isOptional: Bool
}

extension RecordPart {
  /// The parts of an event's record, in the order in which they are written.
  static func parts(of event: EventEntry, in index: CatalogIndex) -> [RecordPart] {
    var assembly = Assembly()
    for field in index.orderedFields {
      guard let presence = event.presence(of: field) else { continue }
      if let constant = constant(field, event) {
        assembly.append(name: field.id, constant: constant)
      } else {
        assembly.append(field, isOptional: presence == .optional)
      }
    }
    return assembly.finished()
  }

  /// The JSON of a value that is the same in every record of the event.
  private static func constant(_ field: FieldEntry, _ event: EventEntry) -> String? {
    switch field.role {
    case .event: RecordText.json(event.id)
    case .level: event.level.map(RecordText.json)
    case .service: event.services.count == 1 ? RecordText.json(event.services[0]) : nil
    case .component: event.components.count == 1 ? RecordText.json(event.components[0]) : nil
    case .message: event.hasConstantMessage ? event.message.map(RecordText.json) : nil
    default: nil
    }
  }

  /// Joins constants, and puts the commas where they belong whichever members are there.
  private struct Assembly {
    private var parts: [RecordPart] = []
    private var text = "{"
    /// Whether a member that every record has stands before: the next one brings its comma.
    private var hasMember = false

    mutating func append(name: String, constant: String) {
      text += (hasMember ? "," : "") + RecordText.json(name) + ":" + constant
      hasMember = true
    }

    mutating func append(_ field: FieldEntry, isOptional: Bool) {
      let member = RecordText.json(field.id) + ":"
      guard isOptional else {
        text += (hasMember ? "," : "") + member
        hasMember = true
        append(field, prefix: "", suffix: "", isOptional: false)
        return
      }
      append(
        field, prefix: (hasMember ? "," : "") + member, suffix: hasMember ? "" : ",",
        isOptional: true)
    }

    private mutating func append(
      _ field: FieldEntry, prefix: String, suffix: String, isOptional: Bool
    ) {
      endText()
      parts.append(
        RecordPart(
          content: .field(field, prefix: prefix, suffix: suffix), isOptional: isOptional))
    }

    private mutating func endText() {
      guard !text.isEmpty else { return }
      parts.append(RecordPart(content: .constant(text), isOptional: false))
      text = ""
    }

    /// The parts, with the brace and the line feed that end a record.
    mutating func finished() -> [RecordPart] {
      text += "}\n"
      endText()
      return parts
    }
  }
}

/// Texts as a record has them.
enum RecordText {
  /// A JSON string with the escapes of docs/log-format.md.
  static func json(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\u{8}": json += "\\b"
      case "\t": json += "\\t"
      case "\n": json += "\\n"
      case "\u{C}": json += "\\f"
      case "\r": json += "\\r"
      case "\0"..<" ", "\u{80}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}

extension EventEntry {
  enum Presence { case always, optional }

  /// Whether the event's records have a field; `nil` where none has it.
  func presence(of field: FieldEntry) -> Presence? {
    if field.sensitivity == .secret, !field.isRequired { return nil }
    switch field.role {
    case .span: return .optional
    case .details: return alwaysHasDetails(field) ? .always : .optional
    default: break
    }
    if field.isRequired || requires.contains(field.id) { return .always }
    return optional.contains(field.id) ? .optional : nil
  }

  /// Whether a record is never without details.
  private func alwaysHasDetails(_ field: FieldEntry) -> Bool {
    field.isRequired || requires.contains(field.id)
      || details.contains(where: \.isAlwaysWritten)
  }

  /// Whether the message has nothing in it that a record fills in.
  var hasConstantMessage: Bool { !messageSegments.contains { $0.parameter != nil } }

  /// The message, split at the fields and details that stand in it.
  var messageSegments: [MessageSegment] {
    guard let message else { return [] }
    let known = Set(details.map(\.name) + requires + optional)
    return MessageSegment.split(message, at: known)
  }
}

/// A stretch of an event's message: text, or the name of what a record puts there.
struct MessageSegment: Sendable {
  let text: String
  let parameter: String?

  static func split(_ message: String, at names: Set<String>) -> [MessageSegment] {
    let scalars = Array(message.unicodeScalars)
    var segments: [MessageSegment] = []
    var start = 0
    func addText(upTo end: Int) {
      guard start < end else { return }
      let text = String(String.UnicodeScalarView(scalars[start..<end]))
      segments.append(MessageSegment(text: text, parameter: nil))
    }
    for place in MessageTemplate.placeholders(in: message) where names.contains(place.name) {
      addText(upTo: place.characters.lowerBound)
      segments.append(MessageSegment(text: "", parameter: place.name))
      start = place.characters.upperBound
    }
    addText(upTo: scalars.count)
    return segments
  }
}
