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
      ("product", .members(CanonicalMembers.product(catalog))),
      ("levels", .entries(catalog.levels, key: "name", CanonicalMembers.level)),
      ("services", .entries(catalog.services, key: "name", CanonicalMembers.service)),
      ("components", .entries(catalog.components, key: "name", CanonicalMembers.component)),
      ("fields", .entries(catalog.fields, key: "name", CanonicalMembers.field)),
      ("record_order", .array(catalog.recordOrder.map { .string($0) })),
      ("scopes", .entries(catalog.scopes, key: "name") { _ in [] }),
      ("domains", .entries(catalog.domains, key: "name", CanonicalMembers.domain)),
      ("errors", .entries(catalog.errors, key: "code") { CanonicalMembers.error($0, index) }),
      ("events", .entries(catalog.events, key: "name", CanonicalMembers.event)),
      ("guidelines", .object(catalog.guidelines.map { ($0.id, .statements($0.rules)) })),
      ("examples", .texts(catalog.examples)),
      (
        "vocabularies",
        .object(
          CanonicalMembers.vocabularies(catalog.vocabularies).map { ($0.name, .string($0.state)) })
      ),
      ("redaction", Self.redaction(catalog)),
      ("bundle", catalog.bundle.map { Self.bundle($0, catalog.root) }),
      ("resilience", catalog.resilience.map { .members(CanonicalMembers.resilience($0)) }),
      ("matrix", .entries(catalog.matrix, key: "id", CanonicalMembers.scenario)),
      ("extensions", .extensions(catalog.root)),
    ])
  }

  private static func redaction(_ catalog: Catalog) -> JSONValue {
    let rules = JSONValue.entries(
      catalog.redaction.published, key: "id", CanonicalMembers.redactionRule)
    return .members(
      CanonicalMembers.redaction(catalog.redaction, catalog.root) + [
        ("rules", catalog.redaction.published.isEmpty ? nil : rules),
        // It decides between finds of one priority.
        ("rule_order", .texts(catalog.redaction.rules.map(\.id))),
      ])
  }

  private static func bundle(_ section: BundleSection, _ root: Node) -> JSONValue {
    .members(
      CanonicalMembers.bundle(section, root) + [
        ("files", .entries(section.files, key: "path", CanonicalMembers.bundleFile))
      ])
  }
}
