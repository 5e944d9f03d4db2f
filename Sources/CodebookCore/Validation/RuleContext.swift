/// What a rule looks at: the catalog, and which IDs it declares.
struct RuleContext: Sendable {
  let catalog: Catalog
  let ids: DeclaredIDs

  init(_ catalog: Catalog) {
    self.catalog = catalog
    ids = DeclaredIDs(catalog)
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
