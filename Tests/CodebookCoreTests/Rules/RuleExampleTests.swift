import CodebookCore
import Testing

@Suite("Examples of rules do what they say")
struct RuleExampleTests {
  /// Rules whose bad example no catalog in a text can be, with the test that takes its place.
  private static let untold = [
    // A file over the limit, a file that is not UTF-8, a file without anything: see ReadingTests.
    "too-large", "encoding", "empty-catalog",
  ]

  private static let rules = RuleRegistry.rules.filter {
    // Those about changes take two catalogs: see ChangeExampleTests; those about logs take lines:
    // see LogRuleExampleTests.
    ![.generating, .comparing, .logs].contains($0.stage) && !untold.contains($0.id)
  }.map(\.id)

  @Test func theBaseIsClean() throws {
    #expect(try ComposedCatalog.findings("") == [])
  }

  @Test(arguments: rules)
  func badIsFound(_ id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    let found = try ComposedCatalog.findings(rule.badExample + "\n")
    let own = found.filter { $0.rule == id }
    #expect(!own.isEmpty, "found instead: \(found.map(\.rule))")
    #expect(own.allSatisfy { $0.severity == rule.severity && $0.location.range != nil })
  }

  @Test(arguments: rules)
  func goodIsClean(_ id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    let found = try ComposedCatalog.findings(rule.goodExample + "\n")
    #expect(found.isEmpty)
  }

  @Test func everyRuleIsExplained() {
    for rule in RuleRegistry.rules {
      #expect(rule.summary.hasSuffix(".") && !rule.summary.contains("\n"), "\(rule.id)")
      #expect(rule.rationale.hasSuffix("."), "\(rule.id)")
      #expect(rule.badExample != rule.goodExample && !rule.goodExample.isEmpty, "\(rule.id)")
    }
    #expect(Set(RuleRegistry.rules.map(\.id)).count == RuleRegistry.rules.count)
  }
}
