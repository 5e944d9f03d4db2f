import Testing

@testable import CodebookCore

@Suite("What may pass, and for how long")
struct WaiverTests {
  private static let published = """
    errors:
      ACME-DB-001: {user: Busy., operator: Database is busy.}
      ACME-DB-002: {user: Full., operator: Disk is full.}
    scopes:
      rest.data: {stability: retired, description: Data.}

    """
  private static let reworded = published.replacing("user: Busy.", with: "user: Locked.")
  private static let removed = published.replacing(
    "  ACME-DB-002: {user: Full., operator: Disk is full.}\n", with: "")

  private static func check(_ text: String) throws -> StabilityCheck {
    try Published.check(text, after: published)
  }

  /// The fingerprint of the one finding that there is.
  private static func fingerprint(_ text: String) throws -> String {
    let found = try check(text).diagnostics
    #expect(found.count == 1)
    return try #require(found.first?.fingerprint)
  }

  private static func accepted(
    _ fingerprint: String, rule: String = "user-message-changed", entry: String = "ACME-DB-001"
  ) -> String {
    "stability:\n  accepted:\n    - {rule: \(rule), entry: \(entry), "
      + "fingerprint: \"\(fingerprint)\", reason: It reads better.}\n"
  }

  private static func waived(
    _ fingerprint: String, rule: String = "code-removed", entry: String = "ACME-DB-002",
    until day: String = "2026-07-01"
  ) -> String {
    "stability:\n  waivers:\n    - {rule: \(rule), entry: \(entry), "
      + "fingerprint: \"\(fingerprint)\", reason: Nobody had it., owner: ann, expires: \"\(day)\"}\n"
  }

  @Test func acceptedWarning() throws {
    let check = try Self.check(Self.reworded + Self.accepted(Self.fingerprint(Self.reworded)))
    #expect(check.diagnostics.map(\.severity) == [.note])
    #expect(check.diagnostics.first?.notes.last?.message == "accepted: It reads better.")
    #expect(check.accepted[EntryKey(.error, "ACME-DB-001")]?.map(\.reason) == ["It reads better."])
    #expect(check.bump == .patch)
  }

  @Test func waivedError() throws {
    let check = try Self.check(Self.removed + Self.waived(Self.fingerprint(Self.removed)))
    #expect(check.diagnostics.map(\.severity) == [.note])
    let passage = "waived until 2026-07-01 by ann: Nobody had it."
    #expect(check.diagnostics.first?.notes.last?.message == passage)
    #expect(check.accepted[EntryKey(.error, "ACME-DB-002")]?.map(\.owner) == ["ann"])
    #expect(check.bump == .major && check.requiredVersion == SemanticVersion(2, 0, 0))
  }

  @Test func eachInItsOwnList() throws {
    // A warning is accepted and not waived, an error waived and not accepted.
    let waiver = Self.waived(
      try Self.fingerprint(Self.reworded), rule: "user-message-changed", entry: "ACME-DB-001")
    #expect(
      try Self.check(Self.reworded + waiver).diagnostics.map(\.rule)
        == ["user-message-changed", "unused-waiver"])
    let acceptance = Self.accepted(
      try Self.fingerprint(Self.removed), rule: "code-removed", entry: "ACME-DB-002")
    #expect(
      try Self.check(Self.removed + acceptance).diagnostics.map(\.rule)
        == ["code-removed", "unused-waiver"])
  }

  @Test func expired() throws {
    let print = try Self.fingerprint(Self.removed)
    let check = try Self.check(Self.removed + Self.waived(print, until: "2026-06-30"))
    #expect(check.diagnostics.map(\.rule) == ["code-removed", "expired-waiver"])
    #expect(check.diagnostics.last?.message.contains("2026-06-30") == true)
    #expect(check.diagnostics.last?.fix?.contains("ann") == true)
    #expect(check.accepted.isEmpty)
  }

  @Test func noDay() throws {
    let print = try Self.fingerprint(Self.removed)
    let check = try Self.check(Self.removed + Self.waived(print, until: "2027-02-30"))
    #expect(check.diagnostics.map(\.rule) == ["code-removed", "expired-waiver"])
    #expect(check.diagnostics.last?.message.contains("a last day that there is not") == true)
  }

  @Test func unused() throws {
    let check = try Self.check(Self.published + Self.accepted("0123456789ab"))
    let finding = try #require(check.diagnostics.first)
    #expect(check.diagnostics.count == 1 && finding.rule == "unused-waiver")
    #expect(finding.location.range != nil && finding.fix == "remove it")
    #expect(finding.message.contains("finds nothing"))
  }

  @Test func anotherChange() throws {
    let print = try Self.fingerprint(Self.reworded)
    let again = Self.reworded.replacing("Locked.", with: "Barred.")
    let found = try Self.check(again + Self.accepted(print)).diagnostics
    #expect(found.map(\.rule) == ["user-message-changed", "unused-waiver"])
    #expect(found.last?.message.contains("in another way") == true)
    #expect(found.last?.fix?.contains(try Self.fingerprint(again)) == true)
  }

  @Test func sameTwice() throws {
    let print = try Self.fingerprint(Self.reworded)
    let once = Self.accepted(print)
    let twice = once + once.split(separator: "\n").suffix(1).joined() + "\n"
    let found = CatalogLoader.load(
      SourceText(name: "catalog.yaml", text: try ComposedCatalog.text(Self.reworded + twice)))
    let catalog = try #require(found.catalog)
    let base = try Published.snapshot(
      Published.catalog(ComposedCatalog.text(Self.published)))
    let check = StabilityCheck(
      Comparison(base: base, catalog: catalog, today: Published.day))
    #expect((found.diagnostics + check.diagnostics).contains { $0.severity == .error })
  }

  @Test func finalRule() throws {
    let reused = Self.published.replacing("stability: retired, ", with: "")
    let found = try Self.check(
      reused + Self.waived("0123456789ab", rule: "id-reused", entry: "rest.data")
    ).diagnostics
    #expect(found.map(\.rule) == ["id-reused", "unused-waiver"])
    #expect(found.first?.fingerprint == nil)
    #expect(found.last?.message.contains("nothing can let") == true)
  }

  @Test(arguments: ["no-such-rule", "code-format", "ledger-edited"])
  func noRuleAboutChanges(_ rule: String) throws {
    let found = try Self.check(Self.published + Self.accepted("0123456789ab", rule: rule))
      .diagnostics
    #expect(found.map(\.rule) == ["unused-waiver"])
    #expect(found.first?.message.contains("no rule `\(rule)` about changes") == true)
  }
}
