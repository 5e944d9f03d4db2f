import CodebookCore
import Testing

@Suite("Examples of rules about changes do what they say")
struct ChangeExampleTests {
  /// Rules whose examples no two catalogs can be, with the test that takes their place.
  private static let untold = [
    // Another codebook, and a gap in this one: see UnclassifiedTests.
    "symbol-changed", "unclassified-change",
  ]

  private static let rules = RuleRegistry.changes.map(\.id).filter { !untold.contains($0) }

  @Test func thereAreAll() {
    #expect(Self.rules.count + Self.untold.count == RuleRegistry.changes.count)
    #expect(Self.untold.allSatisfy { RuleRegistry.rule($0) != nil })
  }

  @Test(arguments: rules)
  func badIsFound(_ id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    let change = try #require(rule.change)
    let check = try Published.check(rule.badExample + "\n", after: change.published + "\n")
    let own = check.diagnostics.filter { $0.rule == id }
    #expect(own.contains { $0.severity == rule.severity }, "found instead: \(check.diagnostics)")
    for diagnostic in own {
      #expect(diagnostic.location.file == "catalog.yaml" && diagnostic.location.range != nil)
      #expect(diagnostic.effects == change.effects && diagnostic.entry != nil)
      let mayPass = !change.isFinal && diagnostic.severity > .note
      #expect((diagnostic.fingerprint != nil) == mayPass)
    }
    let bump = try #require(check.bump)
    #expect(bump >= change.bump)
  }

  @Test(arguments: rules)
  func goodMayPass(_ id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    let published = try #require(rule.change?.published)
    let check = try Published.check(rule.goodExample + "\n", after: published + "\n")
    #expect(check.diagnostics.filter { $0.severity > .note } == [])
    let lint = try ComposedCatalog.findings(rule.goodExample + "\n")
    #expect(lint.filter { $0.severity == .error } == [])
  }

  @Test(arguments: rules)
  func publishedIsNoChange(_ id: String) throws {
    let published = try #require(RuleRegistry.rule(id)?.change?.published)
    let check = try Published.check(published + "\n", after: published + "\n")
    #expect(check.diagnostics == [] && check.bump == nil)
  }
}
