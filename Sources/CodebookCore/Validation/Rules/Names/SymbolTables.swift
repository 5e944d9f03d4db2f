/// The names that entries get in one scope of one language.
struct SymbolTable: Sendable {
  struct Symbol: Sendable {
    let name: String
    let id: String
    let range: SourceRange
    /// What the ID stands in, whose `allow` may except it.
    let entry: EntryInfo
  }

  /// What the scope is, such as `events in Swift`.
  let scope: String
  let reserved: Set<String>
  let symbols: [Symbol]
}

extension SymbolTable {
  /// Every scope in which a catalog's symbols must differ.
  static func all(of catalog: Catalog) -> [SymbolTable] {
    var tables =
      enumeration("levels", catalog.levels) + enumeration("services", catalog.services)
      + enumeration("components", catalog.components) + enumeration("fields", catalog.fields)
      + enumeration("scopes", catalog.scopes) + enumeration("domains", catalog.domains)
      + enumeration("error codes", catalog.errors) + enumeration("events", catalog.events)
    for error in catalog.errors where !error.parameters.isEmpty {
      tables.append(
        arguments(
          "parameters of \(error.id.shortened)", error.info,
          error.parameters.lazy.map { ($0.name, $0.nameRange) }))
    }
    for event in catalog.events where !event.details.isEmpty {
      tables.append(
        arguments(
          "details of \(event.id.shortened)", event.info,
          event.details.lazy.map { ($0.name, $0.nameRange) }))
    }
    return tables
  }

  /// A section whose entries become the cases of an enumeration.
  private static func enumeration(_ section: String, _ entries: [some Entry]) -> [SymbolTable] {
    func symbols(_ name: (String) -> String) -> [Symbol] {
      entries.map { entry in
        Symbol(
          name: name(entry.id), id: entry.id, range: entry.info.idRange, entry: entry.info)
      }
    }
    return [
      SymbolTable(
        scope: "\(section) in Swift", reserved: ReservedNames.swiftCases,
        symbols: symbols(SwiftNames.member)),
      // Members are capitals in Python, where no keyword is.
      SymbolTable(
        scope: "\(section) in Python", reserved: [], symbols: symbols(PythonNames.constant)),
    ]
  }

  /// What a function takes. Python has the names as they are, and differing IDs differ there.
  private static func arguments(
    _ scope: String, _ entry: EntryInfo, _ names: some Sequence<(String, SourceRange)>
  ) -> SymbolTable {
    SymbolTable(
      scope: "\(scope) in Swift", reserved: ReservedNames.swiftArguments,
      symbols: names.map { name, range in
        Symbol(name: SwiftNames.member(name), id: name, range: range, entry: entry)
      })
  }
}
