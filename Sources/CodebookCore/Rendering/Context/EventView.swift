enum EventView {
  static let table: ViewTable<InContext<EventEntry>> = EntryView.table([
    ("name", { .string($0.entry.id) }),
    (
      "level",
      { event in
        let level = event.entry.level.flatMap { event.index.levels[$0] }
        return level.map { event.context.view($0, LevelView.table) } ?? .bool(false)
      }
    ),
    ("services", { ReferenceViews.services($0.entry.services, $0.context) }),
    ("components", { ReferenceViews.components($0.entry.components, $0.context) }),
    ("servicesAreLong", { .bool(isLong($0.entry.services)) }),
    ("componentsAreLong", { .bool(isLong($0.entry.components)) }),
    ("requiresAreLong", { .bool(isLong($0.entry.requires)) }),
    ("optionalAreLong", { .bool(isLong($0.entry.optional)) }),
    ("errorsAreLong", { .bool(isLong($0.entry.errors)) }),
    ("hasServices", { .bool(!$0.entry.services.isEmpty) }),
    ("hasComponents", { .bool(!$0.entry.components.isEmpty) }),
    ("message", { .text(orEmpty: $0.entry.message) }),
    ("requires", { ReferenceViews.fields($0.entry.requires, $0.context) }),
    ("optional", { ReferenceViews.fields($0.entry.optional, $0.context) }),
    ("hasRequires", { .bool(!$0.entry.requires.isEmpty) }),
    ("hasOptional", { .bool(!$0.entry.optional.isEmpty) }),
    ("errors", { ReferenceViews.errors($0.entry.errors, $0.context) }),
    ("hasErrors", { .bool(!$0.entry.errors.isEmpty) }),
    ("details", { DetailView.table.list($0.entry.details) }),
    ("hasDetails", { .bool(!$0.entry.details.isEmpty) }),
    ("requiredDetails", { DetailView.table.list($0.entry.details.filter(\.isAlwaysWritten)) }),
    ("hasRequiredDetails", { .bool($0.entry.details.contains(where: \.isAlwaysWritten)) }),
    ("hasConstraints", { .bool($0.entry.isConstrained) }),
    (
      "scenarios",
      { event in
        event.context.views(event.index.scenariosOfEvent[event.entry.id] ?? [], ScenarioView.table)
      }
    ),
    ("hasScenarios", { .bool($0.index.scenariosOfEvent[$0.entry.id] != nil) }),
  ]).adding(EventCallViews.properties)

  /// Whether a list of names takes more than a line of generated Swift: `label: [.a, .b],`.
  private static func isLong(_ ids: [String]) -> Bool {
    let longestLabel = 16
    return ids.reduce(4 + longestLabel + 4) { $0 + SwiftNames.member($1).utf8.count + 3 } > 100
  }
}

enum DetailView {
  static let table = ViewTable<DetailEntry>([
    ("name", { .string($0.name) }),
    ("nameText", { .text($0.name) }),
    ("swiftName", { .string(SwiftNames.member($0.name)) }),
    ("pythonName", { .string(PythonNames.argument($0.name)) }),
    ("type", { .string($0.type) }),
    ("typePythonName", { .string(PythonNames.constant($0.type)) }),
    ("isNumber", { .bool($0.type == "number") }),
    ("isRequired", { .bool($0.isRequired) }),
    ("isSecret", { .bool($0.sensitivity == .secret) }),
    ("sensitivity", { .string($0.sensitivity.rawValue) }),
    ("isSensitive", { .bool($0.sensitivity == .sensitive) }),
    ("fingerprint", { .string(orNone: $0.fingerprint) }),
    ("unit", { .text(orEmpty: $0.unit) }),
    ("description", { .text($0.description) }),
  ])
}

extension DetailEntry {
  /// Whether every record of the event has it; what is secret is never written, and a fingerprint
  /// stands under another name.
  var isAlwaysWritten: Bool { isRequired && sensitivity != .secret && fingerprint == nil }
}

enum ScenarioView {
  static let table: ViewTable<InContext<ScenarioEntry>> = EntryView.table([
    ("scenario", { .text($0.entry.scenario) }),
    ("preconditions", { .text($0.entry.preconditions) }),
    ("expected", { .text($0.entry.expected) }),
    ("evidence", { .text($0.entry.evidence) }),
    ("errors", { ReferenceViews.errors($0.entry.errors, $0.context) }),
    ("hasErrors", { .bool(!$0.entry.errors.isEmpty) }),
    ("events", { ReferenceViews.events($0.entry.events, $0.context) }),
    ("hasEvents", { .bool(!$0.entry.events.isEmpty) }),
    ("scopes", { ReferenceViews.scopes($0.entry.scopes, $0.context) }),
    ("hasScopes", { .bool(!$0.entry.scopes.isEmpty) }),
  ]).adding(RunbookView.names)
}
