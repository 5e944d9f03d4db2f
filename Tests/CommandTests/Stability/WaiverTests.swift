import Foundation
import Testing

/// Errors that somebody answers for, until a day.
@Suite struct WaiverTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder.released()
    // Events and scenarios still name other codes.
    try folder.removeReferences(to: "PT-PROC-002")
    try folder.remove("PT-PROC-002")
  }

  private func rules(today: String) throws -> [String] {
    try folder.findings("--today", today).map(\.rule)
  }

  @Test func countUntilTheirLastDay() throws {
    #expect(try rules(today: "2027-01-01") == ["code-removed"])
    try folder.waiveAll(expires: "2027-03-31")
    #expect(try rules(today: "2027-01-01").isEmpty)
    #expect(try rules(today: "2027-03-31").isEmpty)
    let late = try folder.findings("--today", "2027-04-01")
    #expect(Set(late.map(\.rule)) == ["code-removed", "expired-waiver"], "\(late)")
    let expired = try #require(late.first { $0.rule == "expired-waiver" })
    #expect(expired.start?.line == (try folder.line(of: "- {rule: code-removed")))
    #expect(try folder.run("check", "--today", "soon").status == 2)
  }

  @Test func goIntoTheLedgerAndOutOfTheCatalog() throws {
    let wanted = try folder.text("catalog.yaml").replacing("version: 1.0.0", with: "version: 2.0.0")
    try folder.waiveAll()
    let small = try folder.run("release", "1.1.0", "--today", "2027-01-01")
    #expect(small.status == 2, "\(small.all)")
    #expect(small.errors.contains("fix: codebook release 2.0.0"), "\(small.all)")
    try folder.release("2.0.0")
    #expect(try folder.text("catalog.yaml") == wanted)
    let line = try folder.line(of: #""owner":"sre""#, in: "catalog.ledger.jsonl")
    #expect(try folder.line(of: #""fact":"removed""#, in: "catalog.ledger.jsonl") == line)
    try folder.succeed("check")
    // However long it has been gone: it never means anything else.
    try folder.replace("PT-PROC-001", by: "PT-PROC-002", in: "catalog.yaml")
    #expect(try folder.findings().contains { $0.rule == "code-reused" })
  }

  @Test func mustBeOfUse() throws {
    try folder.waiveAll()
    let text = try folder.text("catalog.yaml")
    let original = WorkFolder.repository.appending(path: "catalog.yaml")
    let whole = try String(contentsOf: original, encoding: .utf8)
    let section = try #require(text.range(of: "\nstability:\n")).lowerBound
    let cut = try #require(whole.range(of: "\nstability:\n")).lowerBound
    try folder.write("catalog.yaml", String(whole[..<cut]) + text[section...])
    let unused = try #require(try folder.finding("unused-waiver"))
    #expect(unused.message == "`code-removed` finds nothing of `PT-PROC-002` to waive")
    let outcome = try folder.run("release", "2.0.0")
    #expect(outcome.status == 1 && outcome.output.contains("[unused-waiver]"))
  }

  @Test func areForOneChangeOnly() throws {
    try folder.waiveAll()
    let claim = try folder.text("catalog.yaml").split(separator: "\n")
      .first { $0.contains("- {rule: code-removed") }
    let digits = try #require(claim?.split(separator: "\"").dropFirst().first)
    try folder.replace(String(digits), by: "0123456789ab", in: "catalog.yaml")
    let found = try folder.findings()
    #expect(Set(found.map(\.rule)) == ["code-removed", "unused-waiver"])
    let unused = found.first { $0.rule == "unused-waiver" }
    #expect(unused?.fix?.contains("its fingerprint is now \(digits)") == true, "\(found)")
  }
}
