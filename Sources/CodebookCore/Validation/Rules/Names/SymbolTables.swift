/// The names that entries get in one scope of one language.
struct SymbolTable {
  /// What the scope is, such as `events in Swift`.
  let scope: String
  let reserved: Set<String>
  let symbols: [(symbol: String, id: String, range: SourceRange, entry: EntryInfo?)]

  /// Every scope in which a catalog's symbols must differ.
  static func all(of catalog: Catalog) -> [SymbolTable] {
    let sections: [(String, [EntryInfo])] = [
      ("levels", catalog.levels.map(\.info)), ("services", catalog.services.map(\.info)),
      ("components", catalog.components.map(\.info)), ("fields", catalog.fields.map(\.info)),
      ("scopes", catalog.scopes.map(\.info)), ("domains", catalog.domains.map(\.info)),
      ("error codes", catalog.errors.map(\.info)), ("events", catalog.events.map(\.info)),
    ]
    let entries = sections.flatMap { name, infos in
      [
        SymbolTable(
          scope: "\(name) in Swift", reserved: ReservedNames.swift,
          symbols: infos.map { (SwiftNames.member($0.id), $0.id, $0.idRange, $0) }),
        // An enumeration's members are capitals in Python, where no keyword is.
        SymbolTable(
          scope: "\(name) in Python", reserved: [],
          symbols: infos.map { (PythonNames.constant($0.id), $0.id, $0.idRange, $0) }),
      ]
    }
    return entries + catalog.errors.flatMap(parameters) + catalog.events.flatMap(arguments)
      + [functions(catalog)]
  }

  private static func parameters(of error: ErrorEntry) -> [SymbolTable] {
    guard !error.parameters.isEmpty else { return [] }
    return tables(
      "parameters of \(error.id)", error.info, error.parameters.map { ($0.name, $0.nameRange) })
  }

  /// What an event's generated function takes.
  private static func arguments(of event: EventEntry) -> [SymbolTable] {
    guard !event.details.isEmpty else { return [] }
    return tables(
      "details of \(event.id)", event.info, event.details.map { ($0.name, $0.nameRange) })
  }

  /// Events become functions, and a function's name in Python is the event's own.
  private static func functions(_ catalog: Catalog) -> SymbolTable {
    SymbolTable(
      scope: "functions of events in Python", reserved: ReservedNames.python,
      symbols: catalog.events.map { ($0.id, $0.id, $0.info.idRange, $0.info) })
  }

  private static func tables(
    _ scope: String, _ entry: EntryInfo, _ names: [(String, SourceRange)]
  ) -> [SymbolTable] {
    [
      SymbolTable(
        scope: "\(scope) in Swift", reserved: ReservedNames.swift,
        symbols: names.map { (SwiftNames.member($0), $0, $1, entry) }),
      SymbolTable(
        scope: "\(scope) in Python", reserved: ReservedNames.python,
        symbols: names.map { ($0, $0, $1, entry) }),
    ]
  }
}
