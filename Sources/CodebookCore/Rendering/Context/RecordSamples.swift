/// A call of an event's function with made-up values, and the line that it has to give.
///
/// This is the generator's own reading of docs/log-format.md, for values that need no more of it
/// than digits and quotes; the runtimes' suites hold theirs against it.
struct RecordSample: Sendable {
  /// Whether the optional arguments, a span and a further detail are given.
  let isComplete: Bool
  let event: EventEntry
  let index: CatalogIndex
  /// What becomes of values whose names are those of secrets.
  let secrets: NamedSecrets

  static let timestamp = "2026-01-09T18:07:23.412Z"
  static let correlation = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
  static let session = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
  static let span = "00f067aa0ba902b7"
  static let message = "A message \"in quotes\""
  /// A detail that no event declares.
  static let extra = (name: "x_sample", json: "true")

  /// The arguments as a JSON object, by the names that the catalog has for them; numbers in the
  /// notation of values.json.
  var arguments: String {
    let members = given.map { parameter in
      let value = value(of: parameter)
      let tagged = parameter.type == "number" ? #"{"$number":"\#(value)"}"# : value
      return "\(RecordText.json(parameter.name)):\(tagged)"
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  var level: String { event.level ?? index.middleLevel }

  /// The service that a process of it has.
  var service: String { event.services.first ?? index.firstService }
  var component: String { event.components.first ?? index.sampleComponent }

  /// The record, with its line feed.
  var line: String {
    RecordPart.parts(of: event, in: index).map { part in
      switch part.content {
      case .constant(let text): return text
      case .field(let field, let prefix, let suffix):
        return json(of: field).map { prefix + $0 + suffix } ?? ""
      }
    }.joined()
  }

  private var given: [EventParameter] {
    EventParameter.parameters(of: event, in: index).filter { isComplete || $0.isRequired }
  }

  /// The value of a field in this record; `nil` where it has none.
  private func json(of field: FieldEntry) -> String? {
    switch field.role {
    case .timestamp: RecordText.json(Self.timestamp)
    case .level: RecordText.json(level)
    case .service: RecordText.json(service)
    case .component: RecordText.json(component)
    case .event: RecordText.json(event.id)
    case .message: RecordText.json(messageText)
    case .correlation: RecordText.json(Self.correlation)
    case .session: RecordText.json(Self.session)
    case .span: isComplete ? RecordText.json(Self.span) : nil
    case .details: details(isRequired: event.presence(of: field) == .always && field.isRequired)
    case .errorCode, .scope, nil: given.first { $0.field?.id == field.id }.map(written)
    }
  }

  private var messageText: String {
    guard event.message != nil else { return Self.message }
    return event.messageSegments.map { segment in
      guard let name = segment.parameter else { return segment.text }
      guard let parameter = given.first(where: { $0.name == name }) else { return "…" }
      return plainText(of: parameter)
    }.joined()
  }

  private func details(isRequired: Bool) -> String? {
    var members = event.details.compactMap { detail in
      given.first { $0.detail?.name == detail.name }.map { (name: $0.name, json: written($0)) }
    }
    if let code = given.first(where: { $0.field?.role == .errorCode }).flatMap(code) {
      let message = code.message(\.operatorMessage).withFallbacks
      members.append((name: "operator_message", json: RecordText.json(message)))
    }
    if isComplete { members.append(Self.extra) }
    guard isRequired || !members.isEmpty else { return nil }
    return "{" + members.map { "\(RecordText.json($0.name)):\($0.json)" }.joined(separator: ",")
      + "}"
  }

  /// What a record has of an argument; a process without a key makes no fingerprints.
  private func written(_ parameter: EventParameter) -> String {
    replacement(of: parameter).map(RecordText.json) ?? value(of: parameter)
  }

  /// What stands in the place of an argument that is not written; `nil` where it is.
  private func replacement(of parameter: EventParameter) -> String? {
    parameter.sensitivity == .sensitive
      ? "[redacted:sensitive]"
      : secrets.replacement(of: Self.text, type: parameter.type, named: parameter.name)
  }

  /// A value of the argument's type that is valid for it.
  private func value(of parameter: EventParameter) -> String {
    switch parameter.field?.role {
    case .errorCode: return RecordText.json(code(of: parameter)?.id ?? "")
    case .scope: return RecordText.json(index.firstScope)
    default: break
    }
    switch parameter.type {
    case "integer": return String(parameter.field.map(sampleInteger) ?? 3)
    case "number": return parameter.field.map(sampleNumber) ?? "2.5"
    case "boolean": return "true"
    case "array": return "[1,\"two\"]"
    case "object": return "{\"key\":\"value\"}"
    default: return RecordText.json(Self.text)
    }
  }

  private static let text = "a text, ümläut"

  /// How the value reads inside a message.
  private func plainText(of parameter: EventParameter) -> String {
    if let replacement = replacement(of: parameter) { return replacement }
    switch parameter.field?.role {
    case .errorCode: return code(of: parameter)?.id ?? ""
    case .scope: return index.firstScope
    default: return parameter.type == "string" ? Self.text : value(of: parameter)
    }
  }

  private func sampleInteger(_ field: FieldEntry) -> Int {
    min(max(3, field.minimum ?? 3), field.maximum ?? .max)
  }

  private func sampleNumber(_ field: FieldEntry) -> String {
    if let minimum = field.minimum, minimum > 2 { return "\(minimum).0" }
    if let maximum = field.maximum, maximum < 3 { return "\(maximum).0" }
    return "2.5"
  }

  private func code(of parameter: EventParameter) -> ErrorEntry? {
    event.errors.lazy.compactMap { index.errors[$0] }.first ?? index.firstError
  }
}

enum RecordSampleView {
  static let table = ViewTable<RecordSample>([
    ("event", { .string($0.event.id) }),
    ("isComplete", { .bool($0.isComplete) }),
    // JSON, made by this file alone.
    ("arguments", { .string($0.arguments) }),
    ("level", { .string($0.level) }),
    ("service", { .string($0.service) }),
    ("component", { .string($0.component) }),
    ("line", { .text($0.line) }),
  ])

  /// For each event the least call, and one with all that it may have.
  static func list(_ context: CatalogContext) -> TemplateValue {
    let events = context.catalog.events.filter { !$0.isRetired }
    let secrets = NamedSecrets(context.catalog.redaction)
    return .list(
      TemplateList(count: events.count * 2) { place in
        table.object(
          RecordSample(
            isComplete: place % 2 == 1, event: events[place / 2], index: context.index,
            secrets: secrets))
      })
  }
}
