enum ErrorView {
  static let table: ViewTable<InContext<ErrorEntry>> = EntryView.table([
    ("code", { .string($0.entry.id) }),
    ("pythonFunctionName", { .string(PythonNames.function($0.entry.id)) }),
    ("userMessage", { .text($0.entry.message(\.userMessage).withFallbacks) }),
    ("operatorMessage", { .text($0.entry.message(\.operatorMessage).withFallbacks) }),
    ("userTemplate", { .text($0.entry.userMessage) }),
    ("operatorTemplate", { .text($0.entry.operatorMessage) }),
    ("userSegments", { segments(of: $0.entry.message(\.userMessage)) }),
    ("operatorSegments", { segments(of: $0.entry.message(\.operatorMessage)) }),
    ("domain", { .string($0.entry.code?.domain ?? "") }),
    ("domainSwiftName", { .string(SwiftNames.member($0.entry.code?.domain ?? "")) }),
    (
      "domainSwiftValue",
      { error in
        let domain = error.entry.code?.domain ?? ""
        return .string(
          error.index.domains[domain]?.swiftValue ?? ".\(SwiftNames.member(domain))")
      }
    ),
    ("domainPythonName", { .string(PythonNames.constant($0.entry.code?.domain ?? "")) }),
    ("category", { .text($0.entry.category(in: $0.index)) }),
    ("hasOwnCategory", { .bool($0.entry.ownCategory != nil) }),
    ("hasParameters", { .bool(!$0.entry.parameters.isEmpty) }),
    // By name, not as the catalog has them: arguments must not change places when lines do.
    (
      "parameters",
      { ParameterView.table.list($0.entry.parameters.sorted { $0.name < $1.name }) }
    ),
    (
      "hasUses",
      { error in
        .bool(
          error.index.eventsOfError[error.entry.id] != nil
            || error.index.scenariosOfError[error.entry.id] != nil)
      }
    ),
    ("hasEvents", { .bool($0.index.eventsOfError[$0.entry.id] != nil) }),
    ("hasScenarios", { .bool($0.index.scenariosOfError[$0.entry.id] != nil) }),
    (
      "events",
      { error in
        error.context.views(error.index.eventsOfError[error.entry.id] ?? [], EventView.table)
      }
    ),
    (
      "scenarios",
      { error in
        error.context.views(error.index.scenariosOfError[error.entry.id] ?? [], ScenarioView.table)
      }
    ),
  ])

  /// The parts of a message: each has either `text` or `parameter`.
  private static func segments(of message: MessageTemplate) -> TemplateValue {
    .list(
      TemplateList(
        message.segments.map { segment in
          switch segment {
          case .text(let text): Self.segment(text: text, parameter: .bool(false))
          case .parameter(let parameter):
            Self.segment(text: "", parameter: ParameterView.table.object(parameter))
          }
        }))
  }

  private static func segment(text: String, parameter: TemplateValue) -> TemplateValue {
    .object(TemplateDictionary(["text": .text(text), "parameter": parameter]))
  }
}

enum ParameterView {
  static let table = ViewTable<ParameterEntry>([
    ("name", { .string($0.name) }),
    ("swiftName", { .string(SwiftNames.member($0.name)) }),
    ("pythonName", { .string(PythonNames.argument($0.name)) }),
    ("swiftType", { .string($0.type == "integer" ? "Int" : "String") }),
    ("pythonType", { .string($0.type == "integer" ? "int" : "str") }),
    ("type", { .string($0.type) }),
    ("isInteger", { .bool($0.type == "integer") }),
    ("sensitivity", { .string($0.sensitivity.rawValue) }),
    ("isSensitive", { .bool($0.sensitivity == .sensitive) }),
    ("fingerprint", { .string(orNone: $0.fingerprint) }),
    ("description", { .text($0.description) }),
    ("fallback", { .text($0.fallback) }),
  ])
}

extension ErrorEntry {
  /// One of the messages, split at its parameters.
  func message(_ text: KeyPath<ErrorEntry, String>) -> MessageTemplate {
    MessageTemplate(self[keyPath: text], parameters: parameters)
  }
}
