/// What refers to what in a catalog, looked up by ID.
struct CatalogIndex: Sendable {
  let levels: [String: LevelEntry]
  let services: [String: ServiceEntry]
  let components: [String: ComponentEntry]
  let fields: [String: FieldEntry]
  let scopes: [String: ScopeEntry]
  let domains: [String: DomainEntry]
  let errors: [String: ErrorEntry]
  let events: [String: EventEntry]
  /// By error code.
  let eventsOfError: [String: [EventEntry]]
  /// By error code.
  let scenariosOfError: [String: [ScenarioEntry]]
  /// By event.
  let scenariosOfEvent: [String: [ScenarioEntry]]
  /// By domain.
  let errorsOfDomain: [String: [ErrorEntry]]
  /// The codes whose messages have parameters.
  let parameterizedErrors: [ErrorEntry]
  /// The events that say something of their records.
  let constrainedEvents: [EventEntry]
  /// In the order in which a record has them.
  let orderedFields: [FieldEntry]
  /// Those that no record has any more.
  let retiredFields: [FieldEntry]
  let firstService: String
  /// A component that any event may have that leaves it to the caller.
  let sampleComponent: String
  let firstScope: String
  let firstError: ErrorEntry?
  /// The level of what happens in normal operation: OpenTelemetry's INFO, or what comes next.
  let middleLevel: String

  init(_ catalog: Catalog) {
    levels = Self.byID(catalog.levels)
    services = Self.byID(catalog.services)
    components = Self.byID(catalog.components)
    fields = Self.byID(catalog.fields)
    scopes = Self.byID(catalog.scopes)
    domains = Self.byID(catalog.domains)
    errors = Self.byID(catalog.errors)
    events = Self.byID(catalog.events)
    eventsOfError = Self.referring(catalog.events, by: \.errors)
    scenariosOfError = Self.referring(catalog.matrix, by: \.errors)
    scenariosOfEvent = Self.referring(catalog.matrix, by: \.events)
    errorsOfDomain = Dictionary(grouping: catalog.errors) { $0.code?.domain ?? "" }
    parameterizedErrors = catalog.errors.filter { !$0.parameters.isEmpty }
    constrainedEvents = catalog.events.filter(\.isConstrained)
    let fields = fields
    orderedFields = catalog.recordOrder.compactMap { fields[$0] }.filter { !$0.isRetired }
    retiredFields = catalog.fields.filter(\.isRetired)
    firstService = catalog.services.first?.id ?? ""
    sampleComponent =
      catalog.componentsAreClosed
      ? catalog.components.first?.id ?? RuntimeNames.component : "sample_component"
    firstScope = catalog.scopes.first?.id ?? "sample.scope"
    firstError = catalog.errors.first { !$0.isRetired }
    let info = 9
    middleLevel = (catalog.levels.first { $0.severity >= info } ?? catalog.levels.last)?.id ?? ""
  }

  private static func byID<Model: Entry>(_ entries: [Model]) -> [String: Model] {
    Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func referring<Model>(
    _ entries: [Model], by reference: (Model) -> [String]
  ) -> [String: [Model]] {
    var referring: [String: [Model]] = [:]
    for entry in entries {
      for id in reference(entry) { referring[id, default: []].append(entry) }
    }
    return referring
  }
}

/// A vocabulary without a name is open, whatever the catalog says: closed, it would allow nothing,
/// and no record would be valid.
extension Catalog {
  var componentsAreClosed: Bool { vocabularies.componentsAreClosed && !components.isEmpty }
  var eventsAreClosed: Bool { vocabularies.eventsAreClosed && !events.isEmpty }
  var scopesAreClosed: Bool { vocabularies.scopesAreClosed && !scopes.isEmpty }
}

extension EventEntry {
  /// Whether a record of the event can break what the catalog says of it.
  var isConstrained: Bool {
    level != nil
      || [services, components, requires, errors].contains { !$0.isEmpty } || !details.isEmpty
  }
}

extension ErrorEntry {
  /// The category of the code: its own, else its domain's.
  func category(in index: CatalogIndex) -> String {
    ownCategory ?? code.flatMap { index.domains[$0.domain]?.category } ?? ""
  }
}
