import CodebookCore
import Testing

@Suite("One run tells all that is wrong, in the order of the file")
struct RecoveryTests {
  /// Problems of the reader, of the shape and of rules in one file.
  private static let text = """
    x-tag: ⟦!x 1⟧
    x-alias: ⟦*none⟧
    domains:
      DB: {⟦categry⟧: Storage}
    errors:
      ACME-DB-001:
        user: ⟦database busy⟧
        operator: Database lock not obtained; inspect open transactions.
        since: ⟦1.0⟧
      ⟦ACME-DB-2⟧:
        user: The disk is full. Please try again.
        operator: Database file not written; inspect the disk.
      ⟦ACME-DB-001⟧: {}
    scopes: ⟦5⟧
    events:
      app_started: {level: ⟦INF⟧, service: app, message: "Started ⟦{x}⟧"}
    x-nul: ⟦"\\0"⟧
    """

  @Test func everyStage() throws {
    let marked = MarkedText(try ComposedCatalog.text(Self.text))
    let report = Report(ComposedCatalog.findings(in: marked.text))
    let found = report.diagnostics.compactMap(\.location.range)
    #expect(Set(marked.ranges).subtracting(found) == [], "\(report.diagnostics)")
    #expect(found == found.sorted())
    let rules = Set(report.diagnostics.map(\.rule))
    #expect(
      rules.isSuperset(of: [
        "tag", "alias", "unknown-key", "missing-key", "user-message-sentence", "wrong-type",
        "code-format", "duplicate-key", "unknown-reference", "undeclared-parameter",
        "control-character",
      ]))
  }

  /// Where nothing can be read further, one problem is told, and no rule guesses at the rest.
  @Test(arguments: ["a: [", "a: \"", "a: \u{1}", "\u{0}", "codebook: 99\nerrors: 5\nx: y\n"])
  func fatal(_ text: String) {
    let result = CatalogLoader.load(SourceText(name: "c.yaml", text: text))
    #expect(result.catalog == nil)
    #expect(result.diagnostics.count == 1)
  }

  @Test func missingKeysOfTheRoot() {
    let found = ComposedCatalog.findings(in: "\n# first\nx-a: 1\n").filter {
      $0.rule == "missing-key"
    }
    #expect(found.count == 6)
    let place = SourcePosition(line: 3, column: 1)
    #expect(found.allSatisfy { $0.location.range == SourceRange(place, place) })
    #expect(found.allSatisfy { $0.fix?.hasPrefix("add `") == true })
  }

  @Test func repetitionIsLeftOut() {
    let location = SourceLocation(file: "c.yaml", range: .fileStart)
    let twice = [Diagnostic](repeating: Diagnostic(rule: "tag", "twice", at: location), count: 2)
    #expect(Report(twice).diagnostics.count == 1)
  }
}
