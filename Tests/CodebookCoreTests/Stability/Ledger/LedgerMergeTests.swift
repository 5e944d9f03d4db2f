import Testing

@testable import CodebookCore

@Suite("Ledgers of two branches, merged")
struct LedgerMergeTests {
  private static func code(_ number: Int, _ words: String) -> String {
    "  ACME-DB-00\(number): {user: \(words) u., operator: \(words) o.}\n"
  }

  /// A trunk with one code, and two branches that release this under one version.
  private static func merged(_ one: String, _ other: String) throws -> Ledger {
    let trunk = code(1, "Busy")
    var builder = LedgerBuilder()
    func release(_ codes: String, _ minor: Int, in builder: inout LedgerBuilder) throws {
      try builder.release(
        Published.catalog(ComposedCatalog.text("errors:\n" + codes)),
        as: SemanticVersion(1, minor, 0))
    }
    try release(trunk, 0, in: &builder)
    let length = builder.bytes.count
    var (left, right) = (builder, builder)
    try release(trunk + one, 1, in: &left)
    try release(trunk + other, 1, in: &right)
    let more = left.bytes == right.bytes ? [] : Array(right.bytes.dropFirst(length))
    return try #require(try LedgerBuilder(left.bytes + more).ledger)
  }

  @Test func unlikeIDs() throws {
    let ledger = try Self.merged(Self.code(2, "Full"), Self.code(3, "Down"))
    #expect(ledger.problems().map(\.rule) == ["ledger-unjoined"])
    #expect(ledger.snapshot().entries.keys.count { $0.kind == .error } == 3)
  }

  @Test func oneIDWithTwoMeanings() throws {
    let ledger = try Self.merged(Self.code(2, "Full"), Self.code(2, "Down"))
    let conflict = try #require(ledger.problems().first)
    #expect(ledger.problems().map(\.rule) == ["ledger-conflict"])
    #expect(conflict.entry == "ACME-DB-002" && conflict.severity == .error)
    #expect(
      conflict.location.range?.start.line ?? 0 > conflict.notes[0].location?.range?.start.line ?? 0)
  }

  /// The other branch publishes the same, after this one has gone on to change it.
  @Test func oneMeaningThatOneBranchChangedSince() throws {
    let (trunk, text) = (Self.code(1, "Busy"), Self.code(2, "Full"))
    func catalog(_ codes: String) throws -> Catalog {
      try Published.catalog(ComposedCatalog.text("errors:\n" + codes))
    }
    var left = LedgerBuilder()
    try left.release(catalog(trunk), as: SemanticVersion(1, 0, 0))
    let length = left.bytes.count
    var right = left
    try left.release(catalog(trunk + text), as: SemanticVersion(1, 1, 0))
    try left.release(catalog(trunk + Self.code(2, "Crowded")), as: SemanticVersion(1, 2, 0))
    try right.release(catalog(trunk + text + Self.code(3, "Down")), as: SemanticVersion(1, 1, 0))
    let ledger = try #require(
      try LedgerBuilder(left.bytes + right.bytes.dropFirst(length)).ledger)
    #expect(ledger.problems().map(\.rule) == ["ledger-unjoined"], "\(ledger.problems())")
  }

  /// Both branches change what the trunk published, each in its own words.
  @Test func oneTextThatBothBranchesChange() throws {
    func release(_ codes: String, _ minor: Int, in builder: inout LedgerBuilder) throws {
      try builder.release(
        Published.catalog(ComposedCatalog.text("errors:\n" + codes)),
        as: SemanticVersion(1, minor, 0))
    }
    var left = LedgerBuilder()
    try release(Self.code(1, "Busy"), 0, in: &left)
    let length = left.bytes.count
    var right = left
    try release(Self.code(1, "Full"), 1, in: &left)
    try release(Self.code(1, "Crowded"), 2, in: &left)
    try release(Self.code(1, "Down"), 1, in: &right)
    let ledger = try #require(
      try LedgerBuilder(left.bytes + right.bytes.dropFirst(length)).ledger)
    #expect(ledger.problems().map(\.rule) == ["ledger-unjoined"], "\(ledger.problems())")
  }

  @Test func aReleaseThatFollowsNone() throws {
    func first(_ codes: String) throws -> [UInt8] {
      var builder = LedgerBuilder()
      try builder.release(
        Published.catalog(ComposedCatalog.text("errors:\n" + codes)), as: SemanticVersion(1, 0, 0))
      return builder.bytes
    }
    let both = try first(Self.code(1, "Busy")) + first(Self.code(2, "Full"))
    let joined = try #require(try LedgerBuilder(both).ledger)
    #expect(joined.problems().contains { $0.message.contains("follows no release") })
  }

  @Test func sameReleaseTwice() throws {
    let ledger = try Self.merged(Self.code(2, "Full"), Self.code(2, "Full"))
    #expect(ledger.problems() == [] && ledger.releases.count == 2)
  }
}
