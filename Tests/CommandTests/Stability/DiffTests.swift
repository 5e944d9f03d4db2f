import Foundation
import Testing

/// `diff` in every format, against the ledger and against a file.
@Suite struct DiffTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder.released() }

  private static let hostile = #"A|B `c` <b> \| ``d`` [e](f) "g" ::error:: %0A ]]>"#

  /// A base whose texts are as bad as texts can be, and a catalog with other ones.
  private func writeHostileBase() throws {
    let yaml = "'\(Self.hostile)'"
    try folder.write("base.yaml", try folder.text("catalog.yaml"))
    try folder.replace("{category: Database}", by: "{category: \(yaml)}", in: "base.yaml")
    try folder.replace(
      "user: Order blocked by configured risk limits.", by: "user: \(yaml)", in: "base.yaml")
    try folder.replace(
      "    evidence: Per-scope counters + logs",
      by: "    evidence: |\n      one\n\n      | two |\n      ```\n      three", in: "base.yaml")
    try folder.replace(
      "  PT-INT-001:\n", by: "  PT-INT-001:\n    description: \"a\\nb | c\"\n", in: "base.yaml")
  }

  @Test func nothingChanged() throws {
    // What the catalog has become since its last release is not what this is about.
    try folder.release("1.0.1")
    let outcome = try folder.run("diff")
    #expect(outcome.all.hasPrefix("exit status 0\n"))
    #expect(outcome.errors == "catalog.yaml against the ledger (1.0.1): nothing changed\n")
    #expect(try folder.run("diff", "catalog.yaml").status == 0)
    #expect(try folder.run("diff", "-q").all == "exit status 0\n")
  }

  @Test func notesAreShownAndAreNoFailure() throws {
    try folder.release("1.0.1")
    let draft = "  reconnected:\n    stability: draft\n"
    try folder.replace(draft, by: "  reconnected:\n", in: "catalog.yaml")
    for base in ["ledger", "ledger.yaml"] {
      try folder.write(
        "ledger.yaml", try folder.text("catalog.yaml").replacing("  reconnected:\n", with: draft))
      let outcome = try folder.run("diff", base)
      #expect(outcome.status == 0, "\(outcome.all)")
      let line = try folder.line(of: "  reconnected:")
      #expect(outcome.output.contains("catalog.yaml:\(line):"))
      #expect(outcome.output.contains("note: the event `reconnected` is new [event-added]"))
      #expect(
        outcome.errors.contains("1 entry changed; the next version is 1.1.0 or later (minor)"))
    }
    #expect(try folder.findings().isEmpty, "check leaves notes to diff")
  }

  @Test func warningsFailUnlessErrorsAreAskedFor() throws {
    try folder.reword(ErrorLine.all[5], "user")
    #expect(try folder.run("diff").status == 1)
    #expect(try folder.run("diff", "--fail-on", "error").status == 0)
    try folder.reword(ErrorLine.all[5], "operator")
    #expect(try folder.run("diff", "--fail-on", "error").status == 1)
  }

  @Test func aBrokenCatalogIsReportedFirst() throws {
    try folder.replace("level: ERROR", by: "level: EROR", in: "catalog.yaml")
    let outcome = try folder.run("diff")
    #expect(outcome.status == 1 && outcome.output.contains("EROR"))
  }

  @Test func aCatalogWithoutALedgerNeedsABase() throws {
    let folder = try WorkFolder.withCatalog()
    let outcome = try folder.run("diff")
    #expect(outcome.status == 2 && outcome.errors.contains("name a BASE, such as git:HEAD"))
    #expect(try folder.run("diff", "catalog.yaml").status == 0)
  }

  /// What is accepted was accepted of another change than this one.
  @Test func whatIsAcceptedIsNoFindingOfAnotherBase() throws {
    try folder.reword(ErrorLine.all[5], "user")
    try folder.succeed("accept", "PT-HTTP-429", "--reason", "Grammar.")
    #expect(try folder.run("diff").status == 0)
    #expect(try folder.run("diff", "catalog.yaml").all.contains("nothing changed"))
    #expect(try folder.run("diff", "catalog.yaml").status == 0)
  }

  private func output(_ format: String) throws -> String {
    let outcome = try folder.run("diff", "base.yaml", "--format", format)
    #expect(outcome.status == 1, "\(outcome.all)")
    return outcome.output
  }

  @Test func json() throws {
    try writeHostileBase()
    let value = try JSONSerialization.jsonObject(with: Data(output("json").utf8))
    let found = try #require((value as? [String: Any])?["diagnostics"] as? [[String: Any]])
    let entries = Set(found.compactMap { $0["entry"] as? String })
    #expect(entries.isSuperset(of: ["PT-RISK-001", "PT-INT-001", "RR-04"]), "\(entries)")
    for finding in found where finding["severity"] as? String != "note" {
      #expect((finding["fingerprint"] as? String)?.count == 12)
      #expect((finding["effects"] as? [String])?.isEmpty == false)
    }
  }

  @Test func sarif() throws {
    try writeHostileBase()
    let value = try JSONSerialization.jsonObject(with: Data(output("sarif").utf8))
    let run = ((value as? [String: Any])?["runs"] as? [[String: Any]])?.first
    let results = try #require(run?["results"] as? [[String: Any]])
    for result in results where result["level"] as? String != "note" {
      let fingerprints = result["partialFingerprints"] as? [String: String]
      #expect(fingerprints?["codebookChange/v1"]?.count == 12, "\(result)")
    }
    #expect(results.contains { $0["level"] as? String == "warning" })
  }

  @Test func github() throws {
    try writeHostileBase()
    for line in try output("github").split(separator: "\n") {
      #expect(
        line.hasPrefix("::error ") || line.hasPrefix("::warning ") || line.hasPrefix("::notice "))
    }
  }

  /// Every row of a table has as many cells as its head, whatever the texts hold.
  @Test func markdown() throws {
    try writeHostileBase()
    let lines = try output("markdown").split(separator: "\n", omittingEmptySubsequences: false)
    var rows = 0
    var isInTable = false
    for line in lines {
      if line == "| Place | Finding | Breaks | Rule |" { isInTable = true }
      if line.isEmpty { isInTable = false }
      guard isInTable else { continue }
      rows += 1
      #expect(Self.bars(in: line) == 5 && line.hasPrefix("|") && line.hasSuffix("|"), "\(line)")
    }
    #expect(rows > 4)
    #expect(lines.count { $0.hasPrefix("<details>") } == lines.count { $0 == "</details>" })
  }

  /// Bars that are not escaped: they end a cell, also inside code.
  private static func bars(in line: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if scalar == "|", !isEscaped { count += 1 }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return count
  }
}
