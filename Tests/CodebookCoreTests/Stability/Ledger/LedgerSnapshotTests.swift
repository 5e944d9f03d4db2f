import Testing

@testable import CodebookCore

@Suite("A ledger tells what stands published, and since when")
struct LedgerSnapshotTests {
  private static let code = EntryKey(.error, "ACME-DB-002")

  /// Releases of a catalog whose second code has these lines; without it where there are none.
  private static func release(
    _ life: String?, as version: SemanticVersion, in builder: inout LedgerBuilder
  ) throws {
    let second = """
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.

      """
    let fragment = """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.

      """
    let text = fragment + (life.map { second + $0 } ?? "")
    try builder.release(Published.catalog(ComposedCatalog.text(text)), as: version)
  }

  private static func entry(after lives: String?...) throws -> SnapshotEntry? {
    var builder = LedgerBuilder()
    for (place, life) in lives.enumerated() {
      try release(life, as: SemanticVersion(1, place, 0), in: &builder)
    }
    return try builder.snapshot.entries[code]
  }

  private static let deprecated = "    stability: deprecated\n"
  private static let retired = "    stability: retired\n"

  @Test func versions() throws {
    let stable = try #require(try Self.entry(after: nil, ""))
    #expect(stable.history == EntryHistory(since: "1.1.0"))
    let retired = try #require(
      try Self.entry(after: "", Self.deprecated, Self.deprecated, Self.retired))
    #expect(
      retired.history
        == EntryHistory(since: "1.0.0", deprecatedSince: "1.1.0", retiredSince: "1.3.0"))
    #expect(retired.isRetired && retired.isGone)
    let again = try #require(try Self.entry(after: "", Self.deprecated, "", Self.deprecated))
    #expect(again.history == EntryHistory(since: "1.0.0", deprecatedSince: "1.3.0"))
    let removed = try #require(try Self.entry(after: "", nil))
    #expect(removed.history == EntryHistory(since: "1.0.0", removedSince: "1.1.0"))
    #expect(removed.isGone)
    let back = try #require(try Self.entry(after: "", nil, ""))
    #expect(back.history == EntryHistory(since: "1.0.0") && !back.isGone)
  }

  @Test func saysWhatTheCatalogSays() throws {
    let catalog = try Published.catalog(SampleCatalog.text)
    let (ledger, now) = (try Published.snapshot(catalog), Snapshot(catalog))
    #expect(Set(ledger.entries.keys) == Set(now.entries.keys))
    for (key, entry) in now.entries {
      #expect(ledger.entries[key]?.facets == entry.facets)
      #expect(ledger.entries[key]?.lifecycle == entry.lifecycle)
    }
  }

  @Test(arguments: [false, true])
  func whatOneBranchRetiredStaysRetired(_ isOtherFirst: Bool) throws {
    var trunk = LedgerBuilder()
    try Self.release("", as: SemanticVersion(1, 0, 0), in: &trunk)
    try Self.release(Self.deprecated, as: SemanticVersion(1, 1, 0), in: &trunk)
    var (one, other) = (trunk, trunk)
    try Self.release(Self.retired, as: SemanticVersion(1, 2, 0), in: &one)
    try Self.release("", as: SemanticVersion(1, 2, 0), in: &other)
    let parts = [one, other].map { $0.bytes.dropFirst(trunk.bytes.count) }
    let builder = LedgerBuilder(
      trunk.bytes + (isOtherFirst ? parts[1] + parts[0] : parts[0] + parts[1]))
    #expect(try builder.snapshot.entries[Self.code]?.isRetired == true)
    let problems = try #require(try builder.ledger).problems()
    #expect(problems.map(\.rule) == ["ledger-unjoined"])
    #expect(problems.first?.notes.count == 1 && problems.first?.location.range != nil)
    #expect(problems.first?.fix == "codebook release 1.2.1")
    var joined = builder
    try Self.release(Self.retired, as: SemanticVersion(1, 2, 1), in: &joined)
    #expect(try joined.ledger?.problems() == [])
  }

  /// Both published it, with one meaning; that the other one still has it brings nothing back.
  @Test func whatBothPublishedAndOneRetired() throws {
    var trunk = LedgerBuilder()
    try Self.release(nil, as: SemanticVersion(1, 0, 0), in: &trunk)
    var (one, other) = (trunk, trunk)
    for (place, life) in ["", Self.deprecated, Self.retired].enumerated() {
      try Self.release(life, as: SemanticVersion(1, place + 1, 0), in: &one)
    }
    try Self.release("", as: SemanticVersion(1, 9, 0), in: &other)
    let merged = LedgerBuilder(one.bytes + other.bytes.dropFirst(trunk.bytes.count))
    #expect(try merged.snapshot.entries[Self.code]?.isRetired == true)
  }
}
