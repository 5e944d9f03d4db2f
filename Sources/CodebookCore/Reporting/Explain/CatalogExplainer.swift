/// Gathers what a catalog says of an ID.
struct CatalogExplainer {
  let catalog: Catalog
  let index: CatalogIndex
  let history: [EntryKey: EntryHistory]

  func explanations(of id: String) -> [Explanation] {
    let found: [Explanation?] = [
      index.errors[id].map(explain), index.domains[id].map(explain), index.events[id].map(explain),
      index.fields[id].map(explain), index.levels[id].map(explain),
      index.services[id].map { simple($0, "service", [("session", session(of: $0))]) },
      index.components[id].map { simple($0, "component", [("services", list($0.services))]) },
      index.scopes[id].map(explain),
      catalog.matrix.first { $0.id == id }.map(explain),
      catalog.bundle?.files.first { $0.id == id }.map(explain),
      redactionRule(id),
    ]
    let declared = found.compactMap(\.self)
    return declared.isEmpty ? [runtimeName(id)].compactMap(\.self) : declared
  }

  private func session(of service: ServiceEntry) -> String {
    service.hasOwnSession ? "each process has its own" : "one for all processes of a run"
  }

  private func explain(_ error: ErrorEntry) -> Explanation {
    simple(
      error, "error code",
      [
        ("user reads", error.userMessage),
        ("operator reads", error.operatorMessage),
        ("category", error.category(in: index)),
        ("domain", error.code?.domain),
        (
          "parameters",
          lines(
            error.parameters.map { parameter in
              "{\(parameter.name)}: \(parameter.type), \(parameter.sensitivity.rawValue)"
                + (parameter.description.isEmpty ? "" : "; \(parameter.description)")
            })
        ),
        ("events", list((index.eventsOfError[error.id] ?? []).map(\.id))),
        ("scenarios", lines((index.scenariosOfError[error.id] ?? []).map(titled))),
        ("Swift", "ErrorCode.\(SwiftNames.member(error.id))"),
        ("Python", "ErrorCode.\(PythonNames.constant(error.id))"),
      ])
  }

  private func explain(_ domain: DomainEntry) -> Explanation {
    simple(
      domain, "domain",
      [
        ("category", domain.category),
        ("codes", list((index.errorsOfDomain[domain.id] ?? []).map(\.id))),
      ])
  }

  private func explain(_ event: EventEntry) -> Explanation {
    simple(
      event, "event",
      [
        ("level", event.level ?? "given by the caller"),
        ("services", list(event.services) ?? "given by the caller"),
        ("components", list(event.components) ?? "given by the caller"),
        ("message", event.message ?? "given by the caller"),
        ("must have", list(event.requires)),
        ("may have", list(event.optional)),
        ("codes", list(event.errors)),
        (
          "details",
          lines(
            event.details.map { detail in
              "\(detail.name): \(detail.type), \(detail.sensitivity.rawValue)"
                + (detail.isRequired ? "" : ", optional")
                + (detail.description.isEmpty ? "" : "; \(detail.description)")
            })
        ),
        ("scenarios", lines((index.scenariosOfEvent[event.id] ?? []).map(titled))),
        ("Swift", lines(["Event.\(SwiftNames.member(event.id))"] + calls(event, \.swift))),
        ("Python", lines(["Event.\(PythonNames.constant(event.id))"] + calls(event, \.python))),
      ])
  }

  /// How an event is logged; a retired one is not.
  private func calls(_ event: EventEntry, _ language: KeyPath<EventCall, String>) -> [String] {
    event.isRetired ? [] : [EventCall(event: event, index: index)[keyPath: language]]
  }

  private func explain(_ field: FieldEntry) -> Explanation {
    simple(
      field, "log field",
      [
        ("type", field.type),
        ("required", field.isRequired ? "yes" : "no"),
        ("role", field.role?.rawValue),
        ("unit", field.unit),
        ("minimum", field.minimum.map(String.init)),
        ("maximum", field.maximum.map(String.init)),
        ("sensitivity", field.sensitivity.rawValue),
        ("needed by", list(catalog.events.filter { $0.requires.contains(field.id) }.map(\.id))),
      ])
  }

  private func explain(_ level: LevelEntry) -> Explanation {
    simple(
      level, "level",
      [
        ("severity", "\(level.severity) (OpenTelemetry)"),
        ("events", list(catalog.events.filter { $0.level == level.id }.map(\.id))),
      ])
  }

  private func explain(_ row: ScenarioEntry) -> Explanation {
    simple(
      row, "scenario",
      [
        ("scenario", row.scenario),
        ("preconditions", row.preconditions),
        ("expected", row.expected),
        ("evidence", row.evidence),
        ("codes", list(row.errors)),
        ("events", list(row.events)),
        ("scopes", list(row.scopes)),
      ] + evidence(of: row))
  }

  /// - Parameter place: Where it is defined, if not in the catalog.
  func simple<Model: Entry>(
    _ entry: Model, _ kind: String, _ facts: [(String, String?)], place: String? = nil
  ) -> Explanation {
    let history = history[EntryKey(Model.kind, entry.id)]
    let common: [(String, String?)] = [
      ("description", entry.info.description),
      ("since", history?.since ?? entry.info.since),
      ("stability", entry.info.stability.rawValue),
      ("deprecated since", history?.deprecatedSince ?? entry.info.deprecatedSince),
      ("to be retired from", entry.info.sunset),
      ("retired in", history?.retiredSince ?? entry.info.retiredSince),
      ("replaced by", entry.info.replacedBy),
      ("reason", entry.info.reason),
      (
        "exceptions",
        lines(entry.info.exceptions.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
      ),
      ("defined at", place ?? "\(catalog.file):\(entry.info.idRange.start.line)"),
    ]
    return Explanation(entry.id, kind, facts + common)
  }

  private func titled(_ row: ScenarioEntry) -> String { "\(row.id): \(row.scenario)" }

  func list(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: ", ")
  }

  func lines(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: "\n")
  }
}
