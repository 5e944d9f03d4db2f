import CodebookCore
import Foundation
import Testing

/// `Fixtures/Rules/<id>/` holds sections that replace those of `base.yaml`: in `bad*.yaml` the rule
/// must find exactly what stands between `⟦` and `⟧`, in `good*.yaml` no rule finds anything.
@Suite("Rules find what their fixtures mark")
struct RuleFixtureTests {
  private static let folder = ComposedCatalog.fixtures.appending(path: "Rules")

  private static let cases: [String] = {
    let all = FileManager.default.enumerator(atPath: folder.path)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test(arguments: cases)
  func fixture(_ path: String) throws {
    let parts = path.split(separator: "/").map(String.init)
    let rule = try #require(RuleRegistry.rule(parts[0]), "no rule has this folder's name")
    let fragment = try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
    let marked = MarkedText(try ComposedCatalog.text(fragment))
    let found = ComposedCatalog.findings(in: marked.text)
    if parts[1].hasPrefix("bad") {
      let own = found.filter { $0.rule == rule.id }.compactMap(\.location.range).sorted()
      #expect(!own.isEmpty && own == marked.ranges, "\(found)")
    } else {
      #expect(parts[1].hasPrefix("good") && marked.ranges.isEmpty && found.isEmpty, "\(found)")
    }
  }

  /// The engine refuses such a pattern, too; nobody needs to hear that twice.
  @Test(arguments: cases.filter { $0.hasPrefix("redaction-pattern-") && $0.contains("/bad") })
  func aFaultOfAPatternIsToldOnce(_ path: String) throws {
    let fragment = try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
    let found = ComposedCatalog.findings(in: MarkedText(try ComposedCatalog.text(fragment)).text)
    #expect(found.allSatisfy { $0.rule.hasPrefix("redaction-pattern-") }, "\(found)")
  }

  @Test(arguments: RuleRegistry.rules.filter { $0.stage == .linting }.map(\.id))
  func hasBoth(_ id: String) {
    for kind in ["bad", "good"] {
      #expect(Self.cases.contains { $0.hasPrefix("\(id)/\(kind)") }, "no \(kind) fixture")
    }
  }
}
