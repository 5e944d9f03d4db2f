import CodebookCore
import Foundation
import Testing

@Suite("A change is found at the catalog's own lines")
struct CatalogChangesTests {
  @Test(arguments: [
    (
      "Please ask for help.", "Please wait.", "`errors.SH-PAY-002.user` was changed", "Please wait."
    ),
    ("the card.", "the cart.", "`errors.SH-PAY-002.operator` was changed", "Payment refused"),
    ("service: shop\n", "service: till\n", "`events.paid.service` was changed", "till\n    comp"),
    ("severity: 17", "severity: 18", "`levels.ERROR.severity` was changed", "18}"),
    ("unit: ms, ", "", "`fields.wait_ms.unit` was changed", "wait_ms:\n    {"),
    ("  till: {", "  tilt: {", "`services.tilt` is new", "tilt: {"),
    ("  till: {", "  tilt: {", "`services.till` is gone", "services:\n"),
    ("version: 1.2.0", "version: 1.3.0", "`product.version` was changed", "1.3.0,"),
    ("language: de, ", "", "`product.language` was changed", "product:\n"),
    ("[ts, wait_ms]", "[wait_ms, ts]", "`record_order` was changed", "[wait_ms, ts]"),
    ("examples: ['{\"ts\":\"now\"}']\n", "", "`examples` was changed", "# A comment"),
    ("keys: Keys.", "keys: Key.", "`redaction.log_classes` was changed", "{keys: Key.}"),
    ("The records.", "Records.", "`bundle.files` was changed", "logs/a.jsonl:"),
    ("Codes stay.", "Codes go.", "`guidelines.codes` was changed", "{stable: Codes go.}"),
    ("events: closed", "events: open", "`vocabularies.events` was changed", "open, scopes"),
    ("x-note: free", "x-note: bound", "`x-note` was changed", "bound\n"),
    ("team: pay", "team: till", "`errors.SH-PAY-001.extensions` was changed", "SH-PAY-001:\n"),
  ])
  func isFound(_ old: String, _ new: String, _ message: String, _ place: String) throws {
    let range = try #require(SampleCatalog.text.range(of: old), "\(old) is not in the sample")
    let text = SampleCatalog.text.replacingCharacters(in: range, with: new)
    let findings = try findings(text)
    let finding = try #require(
      findings.first { $0.message == "\(message) since the output was made" },
      "\(findings.map(\.message))")
    let start = try #require(finding.location.range).start
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines[(Int(start.line) - 1)...].joined(separator: "\n")
      .dropFirst(Int(start.column) - 1)
    #expect(rest.hasPrefix(place), "\(rest.prefix(40))")
    #expect(findings.count == (old == "  till: {" ? 2 : 1))
  }

  @Test func nothingIsFoundWhereNothingChanged() throws {
    #expect(try findings("# Another comment\n" + SampleCatalog.text).isEmpty)
    let now = try SampleCatalog.canonical().json
    for committed in ["", "no JSON", "{", "[1, 2]"] {
      let findings = CatalogChanges.findings(
        since: Array(committed.utf8), in: try catalog(SampleCatalog.text), now: now)
      #expect(findings.count <= 20)
    }
  }

  @Test func thereIsALimit() throws {
    let text = SampleCatalog.text
    let findings = CatalogChanges.findings(
      since: Array("{}".utf8), in: try catalog(text), now: try SampleCatalog.canonical(text).json,
      limit: 3)
    #expect(findings.count == 3)
  }

  private func findings(_ text: String) throws -> [Diagnostic] {
    CatalogChanges.findings(
      since: try SampleCatalog.canonical().json, in: try catalog(text),
      now: try SampleCatalog.canonical(text).json)
  }

  private func catalog(_ text: String) throws -> Catalog {
    let source = SourceText(name: "catalog.yaml", text: text)
    return try #require(
      CatalogLoader.load(source, standardRules: SampleStandardRules.rules).catalog)
  }
}
