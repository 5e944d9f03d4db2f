/// What the canonical form, and so a ledger, tells of each kind of entry.
enum CanonicalMembers {
  static func level(_ level: LevelEntry) -> Members { [("severity", .integer(level.severity))] }

  static func service(_ service: ServiceEntry) -> Members {
    [("session", service.hasOwnSession ? .string("own") : nil)]
  }

  static func component(_ component: ComponentEntry) -> Members {
    [("services", .texts(component.services))]
  }

  static func domain(_ domain: DomainEntry) -> Members { [("category", .string(domain.category))] }

  static func field(_ field: FieldEntry) -> Members {
    [
      ("type", .string(field.type)),
      ("required", .bool(field.isRequired)),
      ("role", field.role.map { .string($0.rawValue) }),
      ("unit", .text(field.unit)),
      ("minimum", field.minimum.map { .integer($0) }),
      ("maximum", field.maximum.map { .integer($0) }),
      ("sensitivity", .string(field.sensitivity.rawValue)),
      ("fingerprint", .text(field.fingerprint)),
    ]
  }

  static func error(_ error: ErrorEntry, _ index: CatalogIndex) -> Members {
    [
      ("domain", .string(error.code?.domain ?? "")),
      ("category", .string(error.category(in: index))),
      ("user_message", .string(error.userMessage)),
      ("operator_message", .string(error.operatorMessage)),
      (
        "parameters",
        .array(
          error.parameters.sorted { $0.name < $1.name }.map { parameter in
            .members([
              ("name", .string(parameter.name)),
              ("type", .string(parameter.type)),
              ("sensitivity", .string(parameter.sensitivity.rawValue)),
              ("fingerprint", .text(parameter.fingerprint)),
              ("description", .text(parameter.description)),
              ("fallback", .string(parameter.fallback)),
              (
                "extensions",
                extensions(of: error.info.node.value(at: ["parameters", parameter.name]))
              ),
            ])
          }
        ).unlessEmpty
      ),
    ]
  }

  static func event(_ event: EventEntry) -> Members {
    [
      ("level", .text(event.level)),
      ("services", .texts(event.services)),
      ("components", .texts(event.components)),
      ("message", .text(event.message)),
      ("requires", .texts(event.requires)),
      ("optional", .texts(event.optional)),
      ("errors", .texts(event.errors)),
      (
        "details",
        .array(
          event.details.sorted { $0.name < $1.name }.map { detail in
            .members([
              ("name", .string(detail.name)),
              ("type", .string(detail.type)),
              ("required", .bool(detail.isRequired)),
              ("sensitivity", .string(detail.sensitivity.rawValue)),
              ("fingerprint", .text(detail.fingerprint)),
              ("unit", .text(detail.unit)),
              ("description", .text(detail.description)),
              (
                "extensions",
                extensions(of: event.info.node.value(at: ["details", detail.name]))
              ),
            ])
          }
        ).unlessEmpty
      ),
    ]
  }

  static func scenario(_ row: ScenarioEntry) -> Members {
    [
      ("scenario", .string(row.scenario)),
      ("preconditions", .string(row.preconditions)),
      ("expected", .string(row.expected)),
      ("evidence", .string(row.evidence)),
      ("errors", .texts(row.errors)),
      ("events", .texts(row.events)),
      ("scopes", .texts(row.scopes)),
      ("timelines", timelines(row)),
      ("runbook", row.runbook.map(runbook)),
    ]
  }

  static func product(_ catalog: Catalog) -> Members {
    let product = catalog.product
    return [
      ("name", .string(product.name)),
      ("prefix", .string(product.prefix)),
      ("version", .string(product.version)),
      ("language", .string(product.language)),
      ("description", .text(product.description)),
      ("swift_module", .string(product.swiftModule)),
      ("python_package", .string(product.pythonPackage)),
      ("code_digits", .integer(product.codeDigits)),
      ("extensions", extensions(of: catalog.root.value("product"))),
    ]
  }

  static func vocabularies(_ vocabularies: Vocabularies) -> [(name: String, state: String)] {
    func word(_ isClosed: Bool) -> String { isClosed ? "closed" : "open" }
    return [
      ("components", word(vocabularies.componentsAreClosed)),
      ("events", word(vocabularies.eventsAreClosed)),
      ("scopes", word(vocabularies.scopesAreClosed)),
    ]
  }

  static func extensions(of node: Node?) -> JSONValue? {
    node.flatMap { JSONValue.extensions($0) }
  }
}
