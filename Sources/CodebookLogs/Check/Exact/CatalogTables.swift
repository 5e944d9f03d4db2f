internal import CodebookRuntime

/// A catalog's names by their bytes: texts that look alike are not the same name.
struct CatalogTables: Sendable {
  /// An event, with the places of its details.
  struct Event: Sendable {
    let description: CatalogDescription.Event
    let details: [[UInt8]: Int]
  }

  let catalog: LogCatalog
  let fields: [[UInt8]: Int]
  let events: [Event]
  private let indexes: [LogCatalog.Kind: [[UInt8]: Int16]]
  private let roles: [CatalogDescription.Role: Int]

  var description: CatalogDescription { catalog.description }

  init(_ catalog: LogCatalog) {
    self.catalog = catalog
    let description = catalog.description
    fields = Self.places(description.fields.map(\.name))
    events = description.events.map {
      Event(description: $0, details: Self.places($0.details.map(\.name)))
    }
    let names: [(LogCatalog.Kind, [String])] = [
      (.level, description.levels.map(\.name)), (.service, description.services),
      (.component, description.components), (.event, description.events.map(\.name)),
      (.errorCode, description.errors.map(\.code)), (.scope, catalog.scopes),
    ]
    indexes = Dictionary(
      uniqueKeysWithValues: names.map { kind, names in
        (kind, Self.places(names).mapValues { Int16(clamping: $0) })
      })
    roles = Dictionary(
      description.fields.enumerated().compactMap { place, field in
        field.role.map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of the field with a role.
  func field(_ role: CatalogDescription.Role) -> Int? { roles[role] }

  /// The place of a name in the catalog's list of its kind.
  func index(of name: [UInt8], _ kind: LogCatalog.Kind) -> Int16? { indexes[kind]?[name] }

  /// What is to be said of a name that is on its way out, or gone.
  func parting(of name: [UInt8], _ kind: LogCatalog.Kind) -> LogCatalog.Parting? {
    catalog.partings.isEmpty
      ? nil : catalog.partings[.init(kind, String(decoding: name, as: UTF8.self))]
  }

  /// Names of a kind that may stand in records.
  func names(_ kind: LogCatalog.Kind) -> [String] {
    let names =
      switch kind {
      case .level: description.levels.map(\.name)
      case .service: description.services
      case .component: description.components
      case .event: description.events.map(\.name)
      case .errorCode: description.errors.map(\.code)
      case .scope: catalog.scopes
      case .field: description.fields.map(\.name)
      }
    return names.filter { catalog.partings[.init(kind, $0)]?.isRetired != true }
  }

  /// Whether names that the catalog does not list may stand in records. One without any name is
  /// open, whatever the catalog says.
  func isOpen(_ kind: LogCatalog.Kind) -> Bool {
    switch kind {
    case .component: description.componentsAreOpen || description.components.isEmpty
    case .event: catalog.eventsAreOpen || description.events.isEmpty
    case .scope: catalog.scopesAreOpen || catalog.scopes.isEmpty
    case .level, .service, .field, .errorCode: false
    }
  }

  private static func places(_ names: [String]) -> [[UInt8]: Int] {
    Dictionary(
      names.enumerated().map { (Array($1.utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
