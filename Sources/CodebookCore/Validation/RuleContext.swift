/// What a rule looks at: the catalog, and what several rules would work out alike.
struct RuleContext: Sendable {
  let catalog: Catalog
  /// The codes that are not retired: what a tombstone says can no longer be changed.
  let liveErrors: [ErrorEntry]
  /// The redaction rules that the catalog itself has, without tombstones.
  let liveRedactionRules: [RedactionRuleEntry]
  /// What becomes of their examples.
  let redactionTrial: RedactionTrial
  /// Which IDs it declares.
  let ids: DeclaredIDs
  /// The names that its IDs get in generated code.
  let symbols: [SymbolTable]
  /// The `{name}`s of its errors' messages, an element for each error.
  let placeholders: [ErrorPlaceholders]

  init(_ catalog: Catalog) {
    self.catalog = catalog
    liveErrors = catalog.errors.filter { !$0.isRetired }
    liveRedactionRules = catalog.redaction.ownRules.filter { !$0.isRetired }
    redactionTrial = RedactionTrial(liveRedactionRules, of: catalog)
    ids = DeclaredIDs(catalog)
    symbols = SymbolTable.all(of: catalog)
    placeholders = catalog.errors.map(ErrorPlaceholders.init)
  }
}

/// The `{name}`s of an error's messages.
struct ErrorPlaceholders: Sendable {
  let user: [MessageTemplate.Placeholder]
  let `operator`: [MessageTemplate.Placeholder]

  init(_ error: ErrorEntry) {
    user = MessageTemplate.placeholders(in: error.userMessage)
    `operator` = MessageTemplate.placeholders(in: error.operatorMessage)
  }
}

/// The IDs of each section, for looking references up.
struct DeclaredIDs: Sendable {
  let levels: Set<String>
  let services: Set<String>
  let components: Set<String>
  let fields: Set<String>
  let scopes: Set<String>
  let domains: Set<String>
  let errors: Set<String>
  let events: Set<String>

  init(_ catalog: Catalog) {
    levels = Set(catalog.levels.map(\.id))
    services = Set(catalog.services.map(\.id))
    components = Set(catalog.components.map(\.id))
    fields = Set(catalog.fields.map(\.id))
    scopes = Set(catalog.scopes.map(\.id))
    domains = Set(catalog.domains.map(\.id))
    errors = Set(catalog.errors.map(\.id))
    events = Set(catalog.events.map(\.id))
  }
}
