import Testing

@testable import CodebookCore

/// Ledgers whose every line is in order, digests included, and whose facts do not follow.
@Suite("A ledger's facts follow from one another")
struct LedgerHistoryTests {
  private static func catalog(_ codes: String) throws -> Catalog {
    try Published.catalog(ComposedCatalog.text("errors:\n" + codes))
  }

  private static let busy = "  ACME-DB-001: {user: Busy u., operator: Busy o.}\n"
  private static let full = "  ACME-DB-001: {user: Full u., operator: Full o.}\n"
  private static let other = "  ACME-DB-002: {user: Down u., operator: Down o.}\n"

  /// A release that somebody made up: against another past than the ledger has.
  ///
  /// - Parameters:
  ///   - pretended: What the release takes for published; `nil` for nothing at all.
  ///   - date: The day of the made-up release.
  private static func forged(
    _ published: String, pretended: String?, now: String,
    version: SemanticVersion = SemanticVersion(1, 1, 0),
    on date: CalendarDate = Published.day
  ) throws -> [Diagnostic] {
    var builder = LedgerBuilder()
    try builder.release(catalog(published), as: SemanticVersion(1, 0, 0))
    let base = try pretended.map { try Published.snapshot(catalog($0)) } ?? .empty
    let current = try catalog(now)
    let comparison = Comparison(base: base, catalog: current, today: date)
    let release = Release(
      version, after: try builder.ledger, comparison: comparison,
      check: StabilityCheck(comparison), digest: CanonicalCatalog(current).digest)
    return try #require(try LedgerBuilder(builder.bytes + release.lines).ledger).problems()
  }

  @Test func whatFollowsIsNoProblem() throws {
    #expect(try Self.forged(Self.busy, pretended: Self.busy, now: Self.full) == [])
  }

  @Test func aCodePublishedAgainWithAnotherMeaning() throws {
    let found = try Self.forged(Self.busy, pretended: nil, now: Self.full)
    #expect(found.contains { $0.rule == "ledger-conflict" && $0.entry == "ACME-DB-001" })
  }

  @Test func aChangeFromWhatNeverWas() throws {
    let found = try Self.forged(Self.busy, pretended: Self.full, now: Self.busy)
    #expect(found.first?.rule == "ledger-edited")
    #expect(found.first?.message.contains("of `ACME-DB-001` never was") == true, "\(found)")
  }

  @Test func aChangeOfWhatNobodyPublished() throws {
    let down = Self.other.replacing("Down u.", with: "Gone u.")
    let found = try Self.forged(
      Self.busy, pretended: Self.busy + Self.other, now: Self.busy + down)
    #expect(found.first?.message.contains("`ACME-DB-002`, which nothing has published") == true)
  }

  @Test func aVersionThatIsNoLater() throws {
    for version in [SemanticVersion(1, 0, 0), SemanticVersion(0, 9, 0)] {
      let found = try Self.forged(
        Self.busy, pretended: Self.busy, now: Self.full, version: version)
      #expect(found.first?.message.contains("is no later version than 1.0.0+") == true)
    }
  }

  /// Clocks differ; a ledger must not be lost to that.
  @Test func aDayBeforeTheLastReleaseIsNoProblem() throws {
    let found = try Self.forged(
      Self.busy, pretended: Self.busy, now: Self.full, on: "2026-06-30")
    #expect(found == [])
  }
}
