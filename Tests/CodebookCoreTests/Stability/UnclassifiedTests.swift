import Testing

@testable import CodebookCore

/// What no two catalogs can show: names that another codebook made, and facets that no rule knows.
@Suite("Changes that no catalog can make")
struct UnclassifiedTests {
  private static let key = EntryKey(.error, "ACME-DB-001")

  private static func check(
    _ key: EntryKey = key, _ alter: (inout Facets) -> Void
  ) throws -> [Diagnostic] {
    let catalog = try Published.catalog(ComposedCatalog.base())
    let base = try Published.snapshot(catalog).altering(key, alter)
    return StabilityCheck(Comparison(base: base, catalog: catalog, today: Published.day))
      .diagnostics
  }

  @Test(arguments: ["swift_name", "python_name"])
  func symbolChanged(_ facet: String) throws {
    let found = try Self.check { $0[facet] = .string("another") }
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.rule == "symbol-changed" && finding.severity == .error)
    #expect(finding.message.contains("`another`") && finding.location.range != nil)
  }

  @Test func symbolOfATombstoneMayChange() throws {
    let retired = "scopes:\n  rest.data: {stability: retired, description: Data.}\n"
    let catalog = try Published.catalog(ComposedCatalog.text(retired))
    let base = try Published.snapshot(catalog).altering(EntryKey(.scope, "rest.data")) {
      $0["swift_name"] = .string("another")
    }
    let check = StabilityCheck(Comparison(base: base, catalog: catalog, today: Published.day))
    #expect(check.diagnostics == [])
  }

  @Test(arguments: [
    (EntryKind.error, "ACME-DB-001"), (.event, "app_started"), (.field, "attempt"),
    (.level, "INFO"),
    (.product, "product"), (.record, "record"), (.vocabulary, "scopes"), (.domain, "DB"),
  ])
  func unknownFacet(_ kind: EntryKind, _ id: String) throws {
    let found = try Self.check(EntryKey(kind, id)) { $0["colour"] = .string("red") }
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.rule == "unclassified-change")
    #expect(finding.severity == .error && finding.message.contains("`colour`"))
    #expect(finding.location.range != nil && finding.fingerprint != nil)
  }

  @Test func unknownFacetBesideAKnownOne() throws {
    let found = try Self.check {
      $0["user_message"] = .string("The database was busy. Please try again.")
      $0["colour"] = .string("red")
    }
    #expect(found.map(\.rule) == ["user-message-changed", "unclassified-change"])
  }
}

extension Snapshot {
  /// The same with another entry.
  func altering(_ key: EntryKey, _ alter: (inout Facets) -> Void) throws -> Snapshot {
    let entry = try #require(entries[key])
    var facets = entry.facets
    alter(&facets)
    var altered = entries
    altered[key] = SnapshotEntry(
      key: key, facets: facets, lifecycle: entry.lifecycle, location: entry.location,
      node: entry.node, history: entry.history)
    return Snapshot(name: name, version: version, entries: altered, sections: sections)
  }
}
