import CodebookCore
import Testing

/// A ledger that grows by one release after the other, as `codebook release` writes them.
struct LedgerBuilder {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// What the lines say; `nil` before the first release.
  var ledger: Ledger? {
    get throws {
      if bytes.isEmpty { return nil }
      let result = LedgerReader.read(SourceText(name: "catalog.ledger.jsonl", bytes: bytes))
      let ledger = try #require(result.ledger, "\(result.diagnostics)")
      return ledger
    }
  }

  /// What stands published.
  var snapshot: Snapshot { get throws { try ledger?.snapshot() ?? .empty } }

  /// Publishes a catalog, whatever the rules say of it.
  mutating func release(
    _ catalog: Catalog, as version: SemanticVersion, on day: CalendarDate = Published.day
  ) throws {
    let ledger = try ledger
    let comparison = Comparison(
      base: ledger?.snapshot() ?? .empty, catalog: catalog, today: day)
    let release = Release(
      version, after: ledger, comparison: comparison, check: StabilityCheck(comparison),
      digest: CanonicalCatalog(catalog).digest)
    bytes += release.lines
  }
}

/// Catalogs, published and held against what was published.
enum Published {
  static let day: CalendarDate = "2026-07-01"

  /// A catalog of a text in which nothing is wrong with the structure. The shipped redaction rules
  /// are a few, so that ledgers stay short.
  static func catalog(_ text: String) throws -> Catalog {
    let result = CatalogLoader.load(
      SourceText(name: "catalog.yaml", text: text), standardRules: SampleStandardRules.rules)
    #expect(result.diagnostics.isEmpty)
    return try #require(result.catalog)
  }

  /// What a ledger with one release, 1.0.0, says.
  static func snapshot(_ catalog: Catalog) throws -> Snapshot {
    var builder = LedgerBuilder()
    try builder.release(catalog, as: SemanticVersion(1, 0, 0))
    return try builder.snapshot
  }

  /// What the rules say of sections, after others of the same small catalog were published.
  static func check(_ fragment: String, after published: String) throws -> StabilityCheck {
    let base = try snapshot(catalog(try ComposedCatalog.text(published)))
    return try check(fragment, against: base)
  }

  static func check(
    _ fragment: String, against base: Snapshot, today: CalendarDate = day
  ) throws -> StabilityCheck {
    let catalog = try catalog(try ComposedCatalog.text(fragment))
    return StabilityCheck(Comparison(base: base, catalog: catalog, today: today))
  }
}

extension CalendarDate: ExpressibleByStringLiteral {
  /// A day that there is.
  public init(stringLiteral text: String) {
    guard let day = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    self = day
  }
}
