/// A catalog in its canonical form: what the digest is of, and what other tools read.
///
/// Entries are sorted by ID and names by code point, so that comments, formatting and the order of
/// entries change nothing.
package struct CanonicalCatalog: Sendable {
  /// `catalog.json`: the form with a final newline.
  package let json: [UInt8]
  /// SHA-256 of the form, without the newline, as 64 hexadecimal digits.
  package let digest: String

  package init(_ catalog: Catalog) {
    var bytes = JSONValue(catalog).canonical
    digest = SHA256.hexDigest(of: bytes)
    bytes.append(UInt8(ascii: "\n"))
    json = bytes
  }
}

extension JSONValue {
  fileprivate init(_ catalog: Catalog) {
    let index = CatalogIndex(catalog)
    self = .members([
      ("format", .integer(CatalogFormat.version)),
      ("product", .product(catalog)),
      ("levels", .entries(catalog.levels, key: "name") { [("severity", .integer($0.severity))] }),
      ("services", .entries(catalog.services, key: "name") { _ in [] }),
      (
        "components",
        .entries(catalog.components, key: "name") { [("services", .texts($0.services))] }
      ),
      ("fields", .entries(catalog.fields, key: "name", Self.fieldMembers)),
      ("record_order", .array(catalog.recordOrder.map { .string($0) })),
      ("scopes", .entries(catalog.scopes, key: "name") { _ in [] }),
      (
        "domains",
        .entries(catalog.domains, key: "name") { [("category", .string($0.category))] }
      ),
      ("errors", .entries(catalog.errors, key: "code") { Self.errorMembers($0, index) }),
      ("events", .entries(catalog.events, key: "name", Self.eventMembers)),
      ("guidelines", .object(catalog.guidelines.map { ($0.id, .statements($0.rules)) })),
      ("examples", .texts(catalog.examples)),
      ("vocabularies", .vocabularies(catalog.vocabularies)),
      ("redaction", catalog.redaction.map { Self.redaction($0, catalog.root) }),
      ("bundle", catalog.bundle.map { Self.bundle($0, catalog.root) }),
      ("matrix", .entries(catalog.matrix, key: "id", Self.scenarioMembers)),
      ("extensions", .extensions(catalog.root)),
    ])
  }

  private static func fieldMembers(_ field: FieldEntry) -> Members {
    [
      ("type", .string(field.type)),
      ("required", .bool(field.isRequired)),
      ("role", field.role.map { .string($0.rawValue) }),
      ("unit", .text(field.unit)),
      ("minimum", field.minimum.map { .integer($0) }),
      ("maximum", field.maximum.map { .integer($0) }),
      ("sensitivity", .string(field.sensitivity.rawValue)),
    ]
  }

  private static func errorMembers(_ error: ErrorEntry, _ index: CatalogIndex) -> Members {
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
              ("description", .text(parameter.description)),
              ("fallback", .string(parameter.fallback)),
              (
                "extensions",
                error.info.node.value(at: ["parameters", parameter.name]).flatMap(extensions)
              ),
            ])
          }
        ).unlessEmpty
      ),
    ]
  }

  private static func eventMembers(_ event: EventEntry) -> Members {
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
              ("unit", .text(detail.unit)),
              ("description", .text(detail.description)),
              (
                "extensions",
                event.info.node.value(at: ["details", detail.name]).flatMap(extensions)
              ),
            ])
          }
        ).unlessEmpty
      ),
    ]
  }

  private static func scenarioMembers(_ row: ScenarioEntry) -> Members {
    [
      ("scenario", .string(row.scenario)),
      ("preconditions", .string(row.preconditions)),
      ("expected", .string(row.expected)),
      ("evidence", .string(row.evidence)),
      ("errors", .texts(row.errors)),
      ("events", .texts(row.events)),
      ("scopes", .texts(row.scopes)),
    ]
  }

  private static func redaction(_ section: RedactionSection, _ root: Node) -> JSONValue {
    .members([
      ("log_classes", .statements(section.logClasses)),
      ("bundle_classes", .statements(section.bundleClasses)),
      ("policy", .statements(section.policy)),
      ("extensions", root.value("redaction").flatMap(extensions)),
    ])
  }

  private static func bundle(_ section: BundleSection, _ root: Node) -> JSONValue {
    .members([
      ("name", .string(section.name)),
      ("format", .string(section.format)),
      ("destination", .text(section.destination)),
      ("description", .text(section.description)),
      (
        "files", .entries(section.files, key: "path") { [("contents", .statements($0.contents))] }
      ),
      ("extensions", root.value("bundle").flatMap(extensions)),
    ])
  }

  private static func product(_ catalog: Catalog) -> JSONValue {
    let product = catalog.product
    return .members([
      ("name", .string(product.name)),
      ("prefix", .string(product.prefix)),
      ("version", .string(product.version)),
      ("language", .string(product.language)),
      ("description", .text(product.description)),
      ("swift_module", .string(product.swiftModule)),
      ("python_package", .string(product.pythonPackage)),
      ("code_digits", .integer(product.codeDigits)),
      ("extensions", catalog.root.value("product").flatMap(extensions)),
    ])
  }

  private static func vocabularies(_ vocabularies: Vocabularies) -> JSONValue {
    func word(_ isClosed: Bool) -> JSONValue { .string(isClosed ? "closed" : "open") }
    return .members([
      ("components", word(vocabularies.componentsAreClosed)),
      ("events", word(vocabularies.eventsAreClosed)),
      ("scopes", word(vocabularies.scopesAreClosed)),
    ])
  }
}
