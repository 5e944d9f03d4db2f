internal import CodebookCore
internal import CodebookLogs
internal import CodebookRuntime

extension LogCatalog {
  /// What a catalog tells those who read logs.
  ///
  /// - Throws: A failure where one of its redaction rules is none.
  init(_ catalog: Catalog) throws(Failure) {
    self.init(
      description: try CatalogDescription(catalog, digest: CanonicalCatalog(catalog).digest),
      eventsAreOpen: !catalog.vocabularies.eventsAreClosed,
      scopesAreOpen: !catalog.vocabularies.scopesAreClosed,
      scopes: catalog.scopes.filter { !$0.isRetired }.map(\.id),
      ownSessions: Set(catalog.services.filter(\.hasOwnSession).map(\.id)),
      componentServices: Self.componentServices(catalog),
      partings: Self.partings(catalog), rows: Self.rows(catalog),
      errorTexts: catalog.errorTexts(ErrorText.init))
  }

  private static func partings(_ catalog: Catalog) -> [Name: Parting] {
    let named: [(Kind, [EntryInfo])] = [
      (.level, catalog.levels.map(\.info)), (.service, catalog.services.map(\.info)),
      (.component, catalog.components.map(\.info)), (.field, catalog.fields.map(\.info)),
      (.scope, catalog.scopes.map(\.info)), (.errorCode, catalog.errors.map(\.info)),
      (.event, catalog.events.map(\.info)),
    ]
    var partings: [Name: Parting] = [:]
    for (kind, entries) in named {
      for entry in entries where entry.stability == .retired || entry.stability == .deprecated {
        partings[Name(kind, entry.id)] = Parting(
          isRetired: entry.stability == .retired, replacement: entry.replacedBy)
      }
    }
    return partings
  }

  private static func componentServices(_ catalog: Catalog) -> [String: [String]] {
    let bound = catalog.components.filter { !$0.services.isEmpty }.map { ($0.id, $0.services) }
    return Dictionary(bound, uniquingKeysWith: { first, _ in first })
  }

  private static func rows(_ catalog: Catalog) -> [Row] {
    catalog.matrix.filter { !$0.isRetired }.map {
      Row(
        id: $0.id, scenario: $0.scenario, events: $0.events, errors: $0.errors, scopes: $0.scopes)
    }
  }
}
