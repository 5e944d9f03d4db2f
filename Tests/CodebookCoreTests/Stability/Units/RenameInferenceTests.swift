import Testing

@testable import CodebookCore

@Suite("An entry with another name is one finding")
struct RenameInferenceTests {
  private static func loud(_ current: String, after published: String) throws -> [String] {
    try Published.check(current, after: published).diagnostics
      .filter { $0.severity > .note }.map(\.rule)
  }

  private static let old =
    "  ACME-DB-001: {user: The database is busy now., operator: Lock of the database not obtained.}\n"
  private static let renamed = old.replacing("001", with: "002")

  @Test func oneFindingNotTwo() throws {
    #expect(
      try Self.loud("errors:\n" + Self.renamed, after: "errors:\n" + Self.old) == ["code-renamed"])
  }

  @Test func withAFewOtherWords() throws {
    let reworded = Self.renamed.replacing("busy now", with: "busy today")
    #expect(
      try Self.loud("errors:\n" + reworded, after: "errors:\n" + Self.old) == ["code-renamed"])
  }

  @Test func theMostAlikeAreTakenTogether() throws {
    let published =
      Self.old + Self.old.replacing("001", with: "003").replacing("busy", with: "full")
    let current =
      Self.old.replacing("001", with: "004").replacing("busy", with: "full")
      + Self.old.replacing("001", with: "005")
    let found = try Published.check("errors:\n" + current, after: "errors:\n" + published)
      .diagnostics.filter { $0.rule == "code-renamed" }.map(\.message)
    #expect(
      found == [
        "the error code `ACME-DB-001` is now called `ACME-DB-005`",
        "the error code `ACME-DB-003` is now called `ACME-DB-004`",
      ])
  }

  @Test(arguments: [
    ("user: Busy., operator: Busy.", "user: Full., operator: Full."),
    ("user: Busy., operator: Lock.", "user: Busy., operator: Disk."),
    ("user: Is it?, operator: Is it?", "user: Was it?, operator: Was it?"),
  ])
  func shortAndUnlike(_ before: String, _ after: String) throws {
    let found = try Self.loud(
      "errors:\n  ACME-DB-002: {\(after)}\n", after: "errors:\n  ACME-DB-001: {\(before)}\n")
    #expect(found == ["code-removed"])
  }

  @Test func entriesThatSayNothing() throws {
    let found = try Self.loud(
      "events:\n  stopped: {level: INFO, service: app}\n",
      after: "events:\n  started: {level: INFO, service: app}\n")
    #expect(Set(found) == ["event-removed", "event-added"])
  }

  @Test func otherKinds() throws {
    let found = try Self.loud(
      "scopes: {}\ncomponents:\n  data: {description: The data of markets.}\n",
      after: "scopes:\n  data: {description: The data of markets.}\ncomponents: {}\n")
    #expect(Set(found) == ["enum-value-removed", "enum-value-added"])
  }

  @Test func waiverOfANameCoversNothingElse() throws {
    let after = "errors:\n" + Self.old
    let first = try Published.check("errors:\n" + Self.renamed, after: after).diagnostics
    let reworded = Self.renamed.replacing("busy now", with: "busy today")
    let second = try Published.check("errors:\n" + reworded, after: after).diagnostics
    #expect(first.first?.fingerprint != second.first?.fingerprint)
  }

  @Test(arguments: [true, false])
  func tenThousandOfThem(_ isSame: Bool) throws {
    func catalog(_ domain: String, _ words: String) throws -> Catalog {
      let lines = (0..<10_000).map { number in
        "  ACME-\(domain)-\(number): {user: \(words) u\(number)., operator: \(words) o\(number).}\n"
      }
      return try Published.catalog(ComposedCatalog.text("errors:\n" + lines.joined()))
    }
    let base = Snapshot(try catalog("DB", "Some words"))
    let current = try catalog("NET", isSame ? "Some words" : "Other words")
    let clock = ContinuousClock()
    let start = clock.now
    let comparison = Comparison(base: base, catalog: current, today: Published.day)
    #expect(clock.now - start < .seconds(30))
    #expect(comparison.renames.count == (isSame ? 10_000 : 0))
    #expect(comparison.changes.count == (isSame ? 0 : 20_000))
  }
}
