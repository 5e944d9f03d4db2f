import Testing

@testable import CodebookCore

@Suite("The catalog's version is large enough")
struct VersionCheckTests {
  private static let code = "errors:\n  ACME-DB-001: {user: Busy., operator: Database is busy.}\n"
  private static let another = "  ACME-DB-002: {user: Full., operator: Disk is full.}\n"
  private static let documented = code.replacing(".}", with: "., description: It is busy.}")
  private static let reworded = code.replacing("Busy", with: "Locked")
  private static let removed = "errors: {}\n"

  private static func product(_ version: String) -> String {
    "product: {name: Acme, prefix: ACME, version: \(version), swift_module: AcmeCatalog, "
      + "python_package: acme_catalog}\n"
  }

  private static func check(
    _ fragment: String, _ version: String, after last: String
  ) throws -> StabilityCheck {
    var builder = LedgerBuilder()
    let version0 = try #require(SemanticVersion(last))
    try builder.release(
      Published.catalog(ComposedCatalog.text(product(last) + code)), as: version0)
    return try Published.check(product(version) + fragment, against: builder.snapshot)
  }

  @Test(arguments: [
    (documented, Bump.patch, "1.0.1"), (reworded, .patch, "1.0.1"),
    (code + another, .minor, "1.1.0"), (documented + another, .minor, "1.1.0"),
    (removed, .major, "2.0.0"),
  ])
  func required(_ fragment: String, _ bump: Bump, _ version: String) throws {
    let check = try Self.check(fragment, "1.0.0", after: "1.0.0")
    #expect(check.bump == bump && check.requiredVersion?.description == version)
    #expect(!check.diagnostics.contains { $0.rule == "version-bump-too-small" })
  }

  @Test func belowOne() throws {
    #expect(
      try Self.check(Self.removed, "0.3.1", after: "0.3.1").requiredVersion?.description == "0.4.0")
    #expect(
      try Self.check(Self.reworded, "0.3.1", after: "0.3.1").requiredVersion?.description == "0.3.2"
    )
  }

  @Test(arguments: [
    ("1.0.1", false), ("1.0.9", false), ("1.1.0", true), ("1.2.0", true), ("2.0.0", true),
  ])
  func forAnAddition(_ version: String, _ isEnough: Bool) throws {
    let check = try Self.check(Self.code + Self.another, version, after: "1.0.0")
    let found = check.diagnostics.filter { $0.rule == "version-bump-too-small" }
    #expect(found.isEmpty == isEnough)
    #expect(found.allSatisfy { $0.fix == "version: 1.1.0" && $0.location.range != nil })
  }

  @Test(arguments: [("1.9.9", false), ("2.0.0", true)])
  func forABreak(_ version: String, _ isEnough: Bool) throws {
    let check = try Self.check(Self.removed, version, after: "1.0.0")
    #expect(!check.diagnostics.contains { $0.rule == "version-bump-too-small" } == isEnough)
  }

  @Test func openVocabulariesGrowWithAMinorOne() throws {
    let scopes = "vocabularies: {scopes: open}\nscopes:\n  rest.data: {description: Data.}\n"
    let check = try Published.check(
      scopes + "  rest.new: {description: New.}\n", after: scopes)
    #expect(check.bump == .minor)
  }

  @Test func behindTheLedger() throws {
    let found = try Self.check(Self.code, "1.0.0", after: "1.1.0").diagnostics
    #expect(found.map(\.rule) == ["release-unfinished"])
    #expect(found.first?.fix?.hasPrefix("version: 1.1.0\n") == true)
  }

  @Test func nothingNew() throws {
    let check = try Self.check(Self.code, "1.0.0", after: "1.0.0")
    #expect(check.diagnostics == [] && check.bump == nil && check.requiredVersion == nil)
  }

  @Test func beforeTheFirstRelease() throws {
    let check = try Published.check(Self.code, against: .empty)
    #expect(check.diagnostics == [] && check.bump == nil)
  }
}
