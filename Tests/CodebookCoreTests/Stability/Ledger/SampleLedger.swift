@testable import CodebookCore

/// A ledger with three releases and every kind of fact.
enum SampleLedger {
  private static let first = """
    errors:
      ACME-DB-001:
        user: The database is busy. Please try again.
        operator: Database lock not obtained; inspect open transactions.
      ACME-DB-002:
        user: The database is full. Please try again later.
        operator: Database disk is full; check the free space of the volume.
    scopes:
      rest.data: {description: Data.}

    """

  static func bytes() throws -> [UInt8] {
    var builder = LedgerBuilder()
    try builder.release(catalog(first), as: SemanticVersion(1, 0, 0))
    let deprecated = first.replacing("-002:", with: "-002:\n    stability: deprecated")
    let reworded = try accepting(deprecated.replacing("busy", with: "locked"), after: builder)
    try builder.release(reworded, as: SemanticVersion(1, 1, 0))
    let removed = deprecated.replacing("busy", with: "locked")
      .replacing("scopes:\n  rest.data: {description: Data.}", with: "scopes: {}")
    try builder.release(catalog(removed), as: SemanticVersion(2, 0, 0))
    return builder.bytes
  }

  /// Its lines, without their line breaks.
  static func lines() throws -> [String] {
    String(decoding: try bytes(), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  static func read(_ bytes: [UInt8]) -> LedgerReader.Result {
    LedgerReader.read(SourceText(name: "catalog.ledger.jsonl", bytes: bytes))
  }

  static func read(_ lines: [String]) -> LedgerReader.Result {
    read(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private static func catalog(_ fragment: String) throws -> Catalog {
    try Published.catalog(ComposedCatalog.text(fragment))
  }

  /// The catalog with what was looked at, so that the ledger keeps that too.
  private static func accepting(
    _ fragment: String, after builder: LedgerBuilder
  ) throws -> Catalog {
    let comparison = Comparison(
      base: try builder.snapshot, catalog: try catalog(fragment), today: Published.day)
    let warnings = StabilityCheck(comparison).diagnostics.filter { $0.severity == .warning }
    let claims = warnings.map { warning in
      "    - {rule: \(warning.rule), entry: \(warning.entry ?? ""), "
        + "fingerprint: \"\(warning.fingerprint ?? "")\", reason: It reads better.}\n"
    }
    return try catalog(fragment + "stability:\n  accepted:\n" + claims.joined())
  }
}
