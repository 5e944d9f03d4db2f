/// What templates ask of a function that logs an event.
enum EventCallViews {
  static let properties: [(String, ViewTable<InContext<EventEntry>>.Property)] = [
    ("swiftFunctionName", { .string(SwiftNames.function($0.entry.id)) }),
    ("pythonFunctionName", { .string(PythonNames.argument($0.entry.id)) }),
    (
      "parameters",
      { event in parameters(EventParameter.parameters(of: event.entry, in: event.index), event) }
    ),
    (
      "hasParameters",
      { .bool(!EventParameter.parameters(of: $0.entry, in: $0.index).isEmpty) }
    ),
    // As a record has them; a function takes those first that it must be given.
    ("detailParameters", { detailParameters(of: $0) }),
    ("swiftCall", { .string(EventCall(event: $0.entry, index: $0.index).swift) }),
    ("pythonCall", { .string(EventCall(event: $0.entry, index: $0.index).python) }),
    ("takesLevel", { .bool($0.entry.takesLevel) }),
    ("takesComponent", { .bool($0.entry.takesComponent) }),
    ("takesMessage", { .bool($0.entry.takesMessage) }),
    ("hasOneService", { .bool($0.entry.services.count == 1) }),
    ("hasConstantMessage", { .bool($0.entry.message != nil && $0.entry.hasConstantMessage) }),
    ("messageSegments", { messageSegments($0) }),
    ("parts", { parts($0) }),
    ("takesErrorCode", { .bool($0.entry.takesErrorCode(in: $0.index)) }),
    ("takesUnderlyingError", { .bool($0.entry.takesUnderlyingError(in: $0.index)) }),
    ("takesDetails", { .bool($0.index.hasDetails) }),
  ]

  private static func parameters(
    _ parameters: [EventParameter], _ event: InContext<EventEntry>
  ) -> TemplateValue {
    EventParameterView.list(parameters, event.context)
  }

  private static func detailParameters(of event: InContext<EventEntry>) -> TemplateValue {
    let parameters = EventParameter.parameters(of: event.entry, in: event.index)
    let details = event.entry.details.compactMap { detail in
      parameters.first { $0.detail?.name == detail.name }
    }
    return EventParameterView.list(details, event.context)
  }

  /// Stretches of the message, each with `text` or with `parameter`.
  private static func messageSegments(_ event: InContext<EventEntry>) -> TemplateValue {
    let parameters = EventParameter.parameters(of: event.entry, in: event.index)
    return .list(
      TemplateList(
        event.entry.messageSegments.map { segment in
          let parameter = parameters.first { $0.name == segment.parameter }
          return .object(
            TemplateDictionary([
              "text": .text(segment.text),
              "parameter": parameter.map { EventParameterView.object($0, event.context) }
                ?? .bool(false),
            ]))
        }))
  }

  /// Parts of the record, each with `fragment` or with a field's value.
  private static func parts(_ event: InContext<EventEntry>) -> TemplateValue {
    let parameters = EventParameter.parameters(of: event.entry, in: event.index)
    return .list(
      TemplateList(
        RecordPart.parts(of: event.entry, in: event.index).map { part in
          .object(RecordPartView(part: part, parameters: parameters, context: event.context))
        }))
  }
}

/// A part of an event's record: `fragment` is constant JSON, or empty where a value stands.
private struct RecordPartView: TemplateObject {
  let part: RecordPart
  let parameters: [EventParameter]
  let context: CatalogContext

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "fragment": .text(constant ?? "")
    case "isOptional": .bool(part.isOptional)
    case "prefix": .text(surroundings.prefix)
    case "suffix": .text(surroundings.suffix)
    case "name": .string(orNone: field?.id)
    case "parameter": parameter
    default: Self.roleNames[name].map { .bool($0.isRole(of: field)) }
    }
  }

  var names: [String] {
    ["fragment", "isOptional", "prefix", "suffix", "name", "parameter"]
      + Self.roleNames.keys.sorted()
  }

  private var constant: String? {
    if case .constant(let text) = part.content { text } else { nil }
  }

  private var field: FieldEntry? {
    if case .field(let field, _, _) = part.content { field } else { nil }
  }

  private var surroundings: (prefix: String, suffix: String) {
    if case .field(_, let prefix, let suffix) = part.content { (prefix, suffix) } else { ("", "") }
  }

  private var parameter: TemplateValue {
    let parameter = parameters.first { $0.field?.id == field?.id && $0.field != nil }
    return parameter.map { EventParameterView.object($0, context) } ?? .bool(false)
  }

  /// A role that a field may have, or none.
  private enum Role: Sendable {
    case plain
    case role(FieldRole)

    func isRole(of field: FieldEntry?) -> Bool {
      guard let field else { return false }
      switch self {
      case .plain: return field.role == nil
      case .role(let role): return field.role == role
      }
    }
  }

  /// `isTimestamp` … for each role, and `isField` for a field without one.
  private static let roleNames: [String: Role] = {
    var names: [String: Role] = ["isField": .plain]
    for role in FieldRole.allCases { names["is\(SwiftNames.type(role.rawValue))"] = .role(role) }
    return names
  }()
}

extension EventEntry {
  /// Whether a record of the event may have an error code.
  func takesErrorCode(in index: CatalogIndex) -> Bool {
    EventParameter.parameters(of: self, in: index).contains { $0.field?.role == .errorCode }
  }

  /// Whether its function has an argument for what a failure came from: not where the event says
  /// itself what its exceptions are.
  func takesUnderlyingError(in index: CatalogIndex) -> Bool {
    index.hasDetails && takesErrorCode(in: index)
      && !EventParameter.parameters(of: self, in: index).contains { $0.name == "exception" }
  }
}
