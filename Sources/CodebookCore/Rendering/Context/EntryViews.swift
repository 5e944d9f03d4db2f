/// The names that every entry offers to templates.
enum EntryView {
  static func table<Model: Entry>(_ more: [(String, ViewTable<InContext<Model>>.Property)])
    -> ViewTable<InContext<Model>>
  {
    ViewTable<InContext<Model>>([
      ("id", { .string($0.entry.id) }),
      ("idText", { .text($0.entry.id) }),
      ("swiftName", { .string(SwiftNames.member($0.entry.id)) }),
      ("swiftValue", { .string($0.entry.swiftValue) }),
      ("swiftTypeName", { .string(SwiftNames.type($0.entry.id)) }),
      ("pythonName", { .string(PythonNames.constant($0.entry.id)) }),
    ]).adding(more).adding([
      ("description", { .text($0.entry.info.description) }),
      ("since", { .string(orNone: $0.history.since) }),
      ("deprecatedSince", { .string(orNone: $0.history.deprecatedSince) }),
      ("retiredSince", { .string(orNone: $0.history.retiredSince) }),
      ("sunset", { .string(orNone: $0.entry.info.sunset) }),
      ("reason", { .text(orEmpty: $0.entry.info.reason) }),
      ("deprecationNote", { .text($0.deprecationNote) }),
      ("isRetired", { .bool($0.entry.isRetired) }),
      ("isOutdated", { .bool($0.entry.isOutdated) }),
      ("stability", { .string($0.entry.info.stability.rawValue) }),
      ("isDraft", { .bool($0.entry.info.stability == .draft) }),
      ("isDeprecated", { .bool($0.entry.info.stability == .deprecated) }),
      ("replacedBy", { .text(orEmpty: $0.entry.info.replacedBy) }),
    ])
  }
}

enum LevelView {
  static let table: ViewTable<InContext<LevelEntry>> = EntryView.table([
    ("severity", { .number($0.entry.severity) }),
    ("severityRange", { .string(SeverityRange.name(of: $0.entry.severity)) }),
  ])
}

enum ServiceView {
  static let table: ViewTable<InContext<ServiceEntry>> = EntryView.table([
    ("hasOwnSession", { .bool($0.entry.hasOwnSession) })
  ])
}

enum ComponentView {
  static let table: ViewTable<InContext<ComponentEntry>> = EntryView.table([
    ("services", { ReferenceViews.services($0.entry.services, $0.context) }),
    ("hasServices", { .bool(!$0.entry.services.isEmpty) }),
  ])
}

enum ScopeView {
  static let table: ViewTable<InContext<ScopeEntry>> = EntryView.table([])
}

enum DomainView {
  static let table: ViewTable<InContext<DomainEntry>> = EntryView.table([
    ("category", { .text($0.entry.category) }),
    (
      "errors",
      { domain in
        domain.context.views(domain.index.errorsOfDomain[domain.entry.id] ?? [], ErrorView.table)
      }
    ),
  ])
}

enum FieldView {
  static let table: ViewTable<InContext<FieldEntry>> = EntryView.table([
    ("name", { .string($0.entry.id) }),
    ("type", { .string($0.entry.type) }),
    ("typePythonName", { .string(PythonNames.constant($0.entry.type)) }),
    ("isNumber", { .bool($0.entry.type == "number") }),
    ("isContainer", { .bool(["array", "object"].contains($0.entry.type)) }),
    // No record has a retired field any more.
    ("isRequired", { .bool($0.entry.isRequired && !$0.entry.isRetired) }),
    ("role", { .string(orNone: $0.entry.role?.rawValue) }),
    ("hasRole", { .bool($0.entry.role != nil) }),
    ("unit", { .text(orEmpty: $0.entry.unit) }),
    ("minimum", { .number(orNone: $0.entry.minimum) }),
    ("maximum", { .number(orNone: $0.entry.maximum) }),
    ("sensitivity", { .string($0.entry.sensitivity.rawValue) }),
    ("isSensitive", { .bool($0.entry.sensitivity == .sensitive) }),
    ("fingerprint", { .string(orNone: $0.entry.fingerprint) }),
  ]).adding(roles)

  /// `isTimestamp`, `isLevel` … for each role.
  private static let roles: [(String, ViewTable<InContext<FieldEntry>>.Property)] =
    FieldRole.allCases.map { role in
      ("is\(SwiftNames.type(role.rawValue))", { .bool($0.entry.role == role) })
    }
}

/// Lists of entries that another entry names; IDs that the catalog lacks are left out.
enum ReferenceViews {
  static func services(_ ids: [String], _ context: CatalogContext) -> TemplateValue {
    context.views(ids.compactMap { context.index.services[$0] }, ServiceView.table)
  }

  static func components(_ ids: [String], _ context: CatalogContext) -> TemplateValue {
    context.views(ids.compactMap { context.index.components[$0] }, ComponentView.table)
  }

  static func fields(_ ids: [String], _ context: CatalogContext) -> TemplateValue {
    context.views(ids.compactMap { context.index.fields[$0] }, FieldView.table)
  }

  static func errors(_ ids: [String], _ context: CatalogContext) -> TemplateValue {
    context.views(ids.compactMap { context.index.errors[$0] }, ErrorView.table)
  }

  static func events(_ ids: [String], _ context: CatalogContext) -> TemplateValue {
    context.views(ids.compactMap { context.index.events[$0] }, EventView.table)
  }

  static func scopes(_ ids: [String], _ context: CatalogContext) -> TemplateValue {
    context.views(ids.compactMap { context.index.scopes[$0] }, ScopeView.table)
  }
}
