import CodebookCore
import Foundation
import Testing

/// `Fixtures/Stability/previous/<rule>/` holds what was published, release by release with `---`
/// between them, and `current/<rule>/` the catalog of today under the same name; both as sections
/// that replace those of `base.yaml`. In `bad*.yaml` the rule must find, with its own severity,
/// exactly what stands between `⟦` and `⟧`; in `good*.yaml` it finds nothing that heavy.
@Suite("Rules about changes find what their fixtures mark")
struct ChangeFixtureTests {
  private static let folder = ComposedCatalog.fixtures.appending(path: "Stability")

  private static func cases(_ side: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.appending(path: side).path)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }

  private static let cases = cases("current")

  /// Neither is made by two catalogs: see UnclassifiedTests.
  private static let untold = ["symbol-changed", "unclassified-change"]

  @Test(arguments: cases)
  func fixture(_ path: String) throws {
    let parts = path.split(separator: "/").map(String.init)
    let rule = try #require(RuleRegistry.rule(parts[0]), "no rule has this folder's name")
    let marked = MarkedText(try ComposedCatalog.text(Self.text("current", path)))
    let comparison = Comparison(
      base: try Self.published(path), catalog: try Published.catalog(marked.text),
      today: Published.day)
    let found = StabilityCheck(comparison).diagnostics
    let own = found.filter { $0.rule == rule.id && $0.severity >= rule.severity }
    #expect(!found.contains { $0.rule == "unclassified-change" }, "\(found)")
    if parts[1].hasPrefix("bad") {
      #expect(
        !own.isEmpty && own.compactMap(\.location.range).sorted() == marked.ranges, "\(found)")
    } else {
      #expect(parts[1].hasPrefix("good") && marked.ranges.isEmpty && own.isEmpty, "\(found)")
    }
  }

  @Test(arguments: RuleRegistry.changes.map(\.id).filter { !untold.contains($0) })
  func hasBoth(_ id: String) {
    for kind in ["bad", "good"] {
      #expect(Self.cases.contains { $0.hasPrefix("\(id)/\(kind)") }, "no \(kind) fixture")
    }
  }

  @Test func everyCaseHasBothSides() { #expect(Self.cases("previous") == Self.cases) }

  private static func text(_ side: String, _ path: String) throws -> String {
    try String(
      contentsOf: folder.appending(path: side).appending(path: path), encoding: .utf8)
  }

  /// What stands in the ledger after its releases: 1.0.0, 2.0.0 and so on.
  private static func published(_ path: String) throws -> Snapshot {
    var builder = LedgerBuilder()
    for (place, text) in try text("previous", path).components(separatedBy: "---\n").enumerated() {
      let catalog = try Published.catalog(ComposedCatalog.text(text))
      try builder.release(catalog, as: SemanticVersion(place + 1, 0, 0))
    }
    return try builder.snapshot
  }
}
