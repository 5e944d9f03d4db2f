/// The diagnostics bundle as templates see it.
enum BundleView {
  static let table = ViewTable<BundleSection>([
    ("name", { .text($0.name) }),
    ("format", { .string($0.format) }),
    ("destination", { .text(orEmpty: $0.destination) }),
    ("description", { .text($0.description) }),
    ("files", { BundleFileView.table.list($0.files) }),
    ("currentFiles", { BundleFileView.table.list($0.currentFiles) }),
    // All but the manifest, in the order in which it lists them.
    (
      "listedFiles", { BundleFileView.table.list($0.currentFiles.filter { $0.role != .manifest }) }
    ),
    ("hasRoles", { .bool($0.usesRoles) }),
    ("hasKeys", { .bool($0.currentFiles.contains { !$0.keys.isEmpty }) }),
    ("layoutVersion", { .number($0.version) }),
    ("logBytes", { .number($0.limits.logBytes) }),
    ("totalBytes", { .number($0.limits.totalBytes) }),
    ("logHours", { .number(orNone: $0.limits.logHours) }),
    ("collectorSeconds", { .number($0.limits.collectorSeconds) }),
  ])

  /// The name of the list of files that are JSON documents. A path of a template may go over it.
  static let documents = "bundleDocuments"

  /// What the whole catalog has of it.
  static let names: [(String, ViewTable<CatalogContext>.Property)] = [
    ("bundle", { $0.catalog.bundle.map { table.object($0) } ?? .bool(false) }),
    (documents, { BundleFileView.table.list($0.catalog.bundle?.documents ?? []) }),
  ]
}

extension BundleSection {
  /// The files that have a schema: logs have that of records.
  fileprivate var documents: [BundleFileEntry] {
    currentFiles.filter { $0.role != nil && $0.role != .log }
  }
}

/// A file of the bundle as templates see it.
enum BundleFileView {
  static let table = ViewTable<BundleFileEntry>([
    ("path", { .string($0.id) }),
    // The path without its ending.
    ("stem", { .string($0.stem) }),
    ("description", { .text($0.info.description) }),
    ("summary", { .text($0.summary) }),
    ("contents", { DocumentViews.statements($0.contents) }),
    // What it holds, by the IDs of statements.
    ("holds", { .object(StatementLookup(statements: $0.contents)) }),
    ("isRetired", { .bool($0.isRetired) }),
    ("role", { .string(orNone: $0.role?.rawValue) }),
    ("service", { .string(orNone: $0.service) }),
    ("keys", { BundleKeyView.table.list($0.keys) }),
    ("configuration", { ConfigurationTreeView.table.object(ConfigurationTree($0.keys)) }),
  ]).adding(roles)

  /// `isManifest`, `isLog` … for each role.
  private static let roles: [(String, ViewTable<BundleFileEntry>.Property)] =
    BundleRole.allCases.map { role in
      ("is\(SwiftNames.type(role.rawValue))", { .bool($0.role == role) })
    }
}

extension BundleFileEntry {
  fileprivate var stem: String {
    let ending = role?.ending ?? ""
    return id.hasSuffix(ending) ? String(id.dropLast(ending.count)) : id
  }

  /// Its description, or else all that it holds.
  fileprivate var summary: String {
    info.description.isEmpty ? contents.map(\.text).joined(separator: "; ") : info.description
  }
}

/// `{{holds.generated_at.json}}`: what a file says of one thing that it holds; empty, and so false,
/// where it says nothing.
private struct StatementLookup: TemplateObject {
  let statements: [Statement]

  func value(named name: String) -> TemplateValue? {
    .text(statements.first { $0.id == name }?.text ?? "")
  }

  var names: [String] { statements.map(\.id) }
}

/// A key of the configuration as templates see it.
enum BundleKeyView {
  static let table = ViewTable<BundleKeyEntry>([
    ("name", { .string($0.name) }),
    ("description", { .text($0.description) }),
    ("type", { .string($0.type) }),
    ("sensitivity", { .string($0.sensitivity.rawValue) }),
    ("isPublic", { .bool($0.sensitivity == .public) }),
    ("isSensitive", { .bool($0.sensitivity == .sensitive) }),
    ("isSecret", { .bool($0.sensitivity == .secret) }),
    ("fingerprint", { .string(orNone: $0.fingerprint) }),
  ])
}
