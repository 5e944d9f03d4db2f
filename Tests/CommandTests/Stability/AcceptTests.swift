import Foundation
import Testing

/// `accept` writes one item into the catalog and leaves every other byte as it was.
@Suite struct AcceptTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder.released()
    try folder.reword(ErrorLine.all[5], "user")
  }

  private static let section = "stability:\n  ledger: catalog.ledger.jsonl\n"

  /// How the section may be written.
  static let styles = [
    "stability:\n  ledger: catalog.ledger.jsonl\n",
    "stability:  # what was published\n  # The ledger.\n  ledger: catalog.ledger.jsonl\n",
    "stability: {ledger: catalog.ledger.jsonl}\n",
    "stability: {\n  ledger: catalog.ledger.jsonl,\n}\n",
    "stability:\n  accepted: []\n  ledger: catalog.ledger.jsonl\n",
    "stability:\n  ledger: catalog.ledger.jsonl\n  accepted: [ ]  # none\n",
    "\"stability\":\n    accepted: [\n    ]\n    ledger: catalog.ledger.jsonl\n",
    "stability:\n  ledger: catalog.ledger.jsonl\n# the end",
  ]

  /// Every style, and a few of them with the line ends of Windows.
  static let files = styles.map { ($0, false) } + [0, 3, 5].map { (styles[$0], true) }

  @Test(arguments: files)
  func everyStyle(_ style: String, hasCRLF: Bool) throws {
    try folder.replace(Self.section, by: style, in: "catalog.yaml")
    if hasCRLF { try folder.replace("\n", by: "\r\n", in: "catalog.yaml") }
    let before = try folder.text("catalog.yaml")
    try folder.succeed("accept", "PT-HTTP-429", "--reason", "Grammar.")
    let after = try folder.text("catalog.yaml")
    // What was added is one stretch of the new text.
    let common = zip(before.unicodeScalars, after.unicodeScalars).prefix { $0 == $1 }.count
    let rest = before.unicodeScalars.count - common
    #expect(after.unicodeScalars.suffix(rest).elementsEqual(before.unicodeScalars.suffix(rest)))
    #expect(after.contains("\r\n") == hasCRLF && !(hasCRLF && after.contains(/[^\r]\n/)))
    #expect(try folder.findings().isEmpty)
    // A release takes it out again.
    try folder.release("1.0.1")
    let released = try folder.text("catalog.yaml")
    let wanted = before.replacing("version: 1.0.0", with: "version: 1.0.1")
    if style.contains("[") {
      #expect(!released.contains("accepted"))
    } else {
      #expect(released == wanted)
    }
    try folder.succeed("check")
  }

  @Test(arguments: [
    "It says \"please\": that's new", "ends with a colon:", "# no comment", "{a: [b]}, c", "true",
    "12", "- a dash", "Grüße, 你好 👋 e\u{301}", "two\nlines\r\nand\ttabs", "\u{2028}\u{85}\u{7F}",
    "'single'", "back\\slash", "%", "  spaces  ", "a\u{FEFF}b\u{1}",
  ])
  func everyReason(_ reason: String) throws {
    try folder.succeed("accept", "PT-HTTP-429", "--reason=\(reason)")
    #expect(try folder.findings().isEmpty)
    try folder.release("1.0.1")
    struct Line: Decodable {
      struct Claim: Decodable { let reason: String }
      let accepted: [Claim]?
    }
    let lines = try folder.text("catalog.ledger.jsonl").split(separator: "\n").map { line in
      try JSONDecoder().decode(Line.self, from: Data(line.utf8))
    }
    let kept = lines.compactMap(\.accepted).flatMap { $0 }.map(\.reason)
    #expect(kept.count == 1 && kept[0].unicodeScalars.elementsEqual(reason.unicodeScalars))
  }

  @Test func severalWarningsAtOnceOrOneByOne() throws {
    let event = "message: WebSocket disconnected; scheduling reconnect"
    try folder.replace(
      "level: WARN\n    service: engine\n    component: ws_client\n    requires: [attempt",
      by: "level: ERROR\n    service: engine\n    component: ws_client\n    requires: [attempt",
      in: "catalog.yaml")
    try folder.replace(event, by: "message: WebSocket is down", in: "catalog.yaml")
    let wanted = try folder.rules()
    #expect(wanted == ["event-level-raised", "event-message-changed", "user-message-changed"])
    let text = try folder.text("catalog.yaml")
    let both = try folder.succeed("accept", "reconnect_scheduled", "--reason", "Agreed.")
    #expect(both.errors.split(separator: "\n").count == 2)
    #expect(try folder.rules() == ["user-message-changed"])
    try folder.write("catalog.yaml", text)
    let rule = ["--rule", "event-message-changed"]
    let one = try Codebook.run(
      ["accept", "reconnect_scheduled", "--reason", "Agreed."] + rule, in: folder.url)
    #expect(one.errors == "catalog.yaml: accepted event-message-changed of reconnect_scheduled\n")
    #expect(try folder.rules() == ["event-level-raised", "user-message-changed"])
    // Items join those that are there.
    try folder.succeed("accept", "PT-HTTP-429", "--reason", "Agreed.", "-q")
    try folder.succeed("accept", "reconnect_scheduled", "--reason", "Agreed.", "-q")
    #expect(try folder.findings().isEmpty)
    #expect(try folder.text("catalog.yaml").split(separator: "accepted:").count == 2)
  }

  @Test func whatIsAcceptedIsNotAcceptedAgain() throws {
    try folder.succeed("accept", "PT-HTTP-429", "--reason", "Grammar.")
    try expectRefusal("PT-HTTP-429", "there is no warning about a change of `PT-HTTP-429`")
  }

  @Test func unknownEntriesAndUnchangedOnesAreRefused() throws {
    try expectRefusal("PT-HTTP-430", "there is no warning about a change of `PT-HTTP-430`")
    try expectRefusal("PT-NET-001", "there is no warning about a change of `PT-NET-001`")
  }

  @Test func anErrorIsToldHowItMayPass() throws {
    try folder.reword(ErrorLine.all[5], "operator")
    let text = try expectRefusal("PT-HTTP-429", "has an error, code-meaning-changed")
    #expect(text.contains("{rule: code-meaning-changed, entry: PT-HTTP-429, fingerprint: \""))
  }

  @Test func aCatalogWithoutALedgerHasNothingToAccept() throws {
    try folder.replace(Self.section, by: "", in: "catalog.yaml")
    try expectRefusal("PT-HTTP-429", "catalog.yaml names no ledger")
    try folder.write("catalog.yaml", try folder.text("catalog.yaml") + Self.section)
    try FileManager.default.removeItem(at: folder.url("catalog.ledger.jsonl"))
    try expectRefusal("PT-HTTP-429", "there is no catalog.ledger.jsonl")
  }

  @Test func aReasonIsNeeded() throws {
    #expect(try folder.run("accept", "PT-HTTP-429").errors.contains("`--reason` is missing"))
    for nothing in [" \n", "…", "..."] {
      let refused = try folder.run("accept", "PT-HTTP-429", "--reason", nothing)
      #expect(refused.status == 2 && refused.errors.contains("the reason says nothing"))
    }
    let text = try folder.text("catalog.yaml")
    let input = try folder.run("accept", "PT-HTTP-429", "--reason", "x", "-c", "-", input: text)
    #expect(input.status == 2 && input.errors.contains("standard input cannot be written to"))
  }

  @discardableResult
  private func expectRefusal(_ id: String, _ reason: String) throws -> String {
    let before = try folder.files(".")
    let outcome = try folder.run("accept", id, "--reason", "Because.")
    #expect(outcome.status == 2 && outcome.errors.contains(reason), "\(outcome.all)")
    #expect(outcome.errors.contains("\nfix: "))
    #expect(try folder.files(".") == before)
    return outcome.errors
  }
}
