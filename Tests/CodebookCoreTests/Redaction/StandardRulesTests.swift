import Foundation
import Testing

@testable import CodebookCore

@Suite("The redaction rules that Codebook ships")
struct StandardRulesTests {
  private static let text = String(decoding: StandardRules.shippedSource.bytes, as: UTF8.self)

  @Test func areThoseOfTheFile() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../../redaction/standard.yaml")
      .standardized
    let isSame = try String(contentsOf: file, encoding: .utf8) == Self.text
    #expect(isSame, "redaction/standard.yaml was changed; run make embed")
  }

  @Test func haveTheFormatOfACatalogs() {
    let file = StandardRulesFile.read(StandardRules.shippedSource)
    #expect(file.diagnostics == [] && file.rules.rules.count > 100)
    #expect(file.rules.rules.allSatisfy { $0.isStandard && $0.matcher != nil && !$0.isRetired })
  }

  /// A catalog that has them as its own is held against all that is asked of a catalog's.
  @Test func keepToTheRules() throws {
    let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
    let own = lines.map { $0.isEmpty || $0.hasPrefix("#") ? "" : "  \($0)" }
    let fragment = "redaction:\n  standard_rules: false\n" + own.joined(separator: "\n") + "\n"
    #expect(try ComposedCatalog.findings(fragment) == [])
  }

  @Test func holdInACatalogThatSaysNothing() throws {
    let catalog = try catalog("")
    #expect(catalog.redaction.rules.map(\.id) == StandardRules.shipped.rules.map(\.id))
    #expect(catalog.redaction.safeKeys == StandardRules.shipped.safeKeys)
  }

  @Test func canBeRefused() throws {
    let redaction = try catalog("redaction: {standard_rules: false, safe_keys: [a_b]}").redaction
    #expect(redaction.rules.isEmpty && redaction.safeKeys == ["a_b"])
    #expect(redaction.limits == RedactionSection.Limits())
  }

  @Test func areResolvedInTheirOrder() throws {
    let text = """
      redaction:
        disabled_rules: {shipped-token: Not ours.}
        rules:
          own-rule: {kind: key, names: [a]}
          shipped-name: {kind: key, names: [b]}
      """
    let source = SourceText(name: "c.yaml", text: try ComposedCatalog.text(text))
    let redaction = try #require(
      CatalogLoader.load(source, standardRules: SampleStandardRules.rules).catalog
    ).redaction
    #expect(redaction.rules.map(\.id) == ["shipped-name", "own-rule"])
    #expect(redaction.rules.map(\.isStandard) == [false, false])
  }

  @Test func tombstonesHoldNoLonger() throws {
    let text = """
      redaction:
        rules:
          own-rule: {kind: key, names: [a], stability: retired}
          draft-rule: {kind: key, names: [a], stability: draft}
      """
    let redaction = try catalog(text).redaction
    #expect(redaction.rules.suffix(1).map(\.id) == ["draft-rule"])
    #expect(redaction.published.suffix(1).map(\.id) == ["own-rule"])
  }

  /// A ledger of a codebook that had no rules takes them in silence; one that has them does not.
  @Test func areNoChangeToALedgerThatNeverHeardOfThem() throws {
    let catalog = try Published.catalog(ComposedCatalog.base())
    let known = try Published.snapshot(catalog)
    let old = Snapshot(
      name: known.name, version: known.version,
      entries: known.entries.filter { $0.key.kind != .redactionRule }, sections: known.sections)
    let older = try old.altering(EntryKey(.record, "record")) { facets in
      facets = facets.filter { !$0.key.hasPrefix("redaction/") }
    }
    #expect(check(catalog, older).diagnostics == [] && check(catalog, older).bump == nil)
    #expect(Set(check(catalog, old).diagnostics.map(\.rule)) == ["redaction-strengthened"])
  }

  private func check(_ catalog: Catalog, _ base: Snapshot) -> StabilityCheck {
    StabilityCheck(Comparison(base: base, catalog: catalog, today: Published.day))
  }

  private func catalog(_ fragment: String) throws -> Catalog {
    let source = SourceText(name: "c.yaml", text: try ComposedCatalog.text(fragment + "\n"))
    return try #require(CatalogLoader.load(source).catalog)
  }
}
