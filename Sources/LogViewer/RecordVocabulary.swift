package import CodebookLogs
package import CodebookRuntime

/// What is known of records before one is seen: the fields' names, the levels, what codes say.
package struct RecordVocabulary: Sendable {
  /// What the fields are called.
  package let names: FieldNames
  /// The levels with their severities, the least severe first.
  package let levels: [CatalogDescription.Level]
  /// What error codes say; none without a catalog.
  package let errorTexts: [String: LogCatalog.ErrorText]
  /// The fields of a record; empty where there is no catalog.
  package let fields: [String]
  /// What events declare in their details; empty where there is no catalog.
  package let details: [String]

  /// Under which names it is looked for.
  package let choice: NameChoice

  private let severities: [String: Int]

  /// What a catalog tells; without one, the names of the specification.
  package init(_ catalog: LogCatalog?) {
    names = catalog.map { FieldNames($0.description) } ?? .conventional
    levels = catalog?.description.levels ?? Self.conventionalLevels
    errorTexts = catalog?.errorTexts ?? [:]
    fields = catalog?.description.fields.map(\.name) ?? []
    choice = NameChoice(names, fields: fields)
    let events = catalog?.description.events ?? []
    details = Set(events.flatMap(\.details).map(\.name)).sorted()
    // A log may be of another process than the catalog's: what is common is known at all times.
    severities = Dictionary(
      (levels + Self.conventionalLevels).map { ($0.name.uppercased(), $0.severity) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How severe a level is; INFO's severity where it is not known.
  package func severity(of level: String) -> Int { severities[level.uppercased()] ?? 9 }

  /// The names of levels that are at least as severe as one; `nil` where that is not known.
  package func levels(from level: String) -> [String]? {
    guard let floor = severities[level.uppercased()] else { return nil }
    return everyLevel.filter { severity(of: $0) >= floor }
  }

  /// Whether logs of this catalog may have a level, or any log where there is no catalog.
  package func has(level: String) -> Bool {
    let known = fields.isEmpty ? Array(severities.keys) : levels.map { $0.name.uppercased() }
    return known.contains(level.uppercased())
  }

  /// The names of levels as they may be written.
  var everyLevel: [String] {
    let names = severities.keys.flatMap { name in
      [name, name.lowercased(), name.prefix(1) + name.dropFirst().lowercased()]
    }
    return Set(names + levels.map(\.name)).sorted()
  }

  private static let conventionalLevels: [CatalogDescription.Level] = [
    .init("TRACE", severity: 1), .init("DEBUG", severity: 5), .init("INFO", severity: 9),
    .init("NOTICE", severity: 10), .init("WARN", severity: 13), .init("WARNING", severity: 13),
    .init("ERROR", severity: 17), .init("CRITICAL", severity: 21), .init("FATAL", severity: 21),
  ]
}
