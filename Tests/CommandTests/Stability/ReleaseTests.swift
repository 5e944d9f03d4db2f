import Foundation
import Testing

/// What `release` publishes, and what it refuses.
@Suite struct ReleaseTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder.released(hasOutput: true) }

  private static let user = "user: Too many requests sent. Retrying automatically."
  private static let new = "user: Too many requests were sent. Retrying automatically."

  private func rewordAndAccept() throws {
    try folder.replace(Self.user, by: Self.new, in: "catalog.yaml")
    try folder.succeed("accept", "PT-HTTP-429", "--reason", "Grammar.")
  }

  @Test func theFirstReleaseMakesTheLedger() throws {
    let folder = try WorkFolder.withCatalog()
    try folder.write(
      "catalog.yaml", try folder.text("catalog.yaml") + "\nstability: {ledger: a.ledger.jsonl}\n")
    try folder.succeed("generate")
    let missing = try #require(try folder.finding("ledger-missing"))
    #expect(missing.start?.line == (try folder.line(of: "stability: {")))
    #expect(missing.fix?.contains("codebook release 0.1.0") == true)
    let before = try folder.text("catalog.yaml")
    let outcome = try folder.succeed("release", "0.1.0", "--today", "2027-01-01")
    #expect(outcome.errors.hasPrefix("a.ledger.jsonl: 0.1.0 with "), "\(outcome.all)")
    #expect(try folder.text("catalog.yaml") == before)
    #expect(try folder.text("a.ledger.jsonl").hasSuffix(#""version":"0.1.0"}"# + "\n"))
    try folder.succeed("check")
    #expect(try folder.names() == ["a.ledger.jsonl", "catalog.yaml"])
  }

  @Test func aLostLedgerIsNotBegunAnew() throws {
    try FileManager.default.removeItem(at: folder.url("catalog.ledger.jsonl"))
    let outcome = try folder.run("release", "1.0.1")
    #expect(outcome.status == 2, "\(outcome.all)")
    #expect(outcome.errors.contains("tells of 1.0.0, which was released"), "\(outcome.errors)")
    #expect(try !folder.names().contains("catalog.ledger.jsonl"))
    try FileManager.default.removeItem(at: folder.url("Generated/docs/changelog.md"))
    try folder.succeed("release", "1.0.1")
  }

  @Test func aLedgerAmongOutputIsRefused() throws {
    try folder.replace("catalog.ledger.jsonl", by: "Generated/l.jsonl", in: "catalog.yaml")
    let outcome = try folder.run("release", "1.0.1")
    #expect(outcome.status == 2 && outcome.errors.contains("lies among output"), "\(outcome.all)")
  }

  @Test func theLedgerOnlyGrowsAndTheCatalogKeepsItsForm() throws {
    // The ledger learns of the redaction rules, which it does not know yet.
    try folder.release("1.0.1")
    let ledger = try folder.text("catalog.ledger.jsonl")
    try folder.replace(Self.user, by: Self.new + "  # shorter", in: "catalog.yaml")
    let wanted = try folder.text("catalog.yaml").replacing("version: 1.0.1", with: "version: 1.0.2")
    try folder.succeed("accept", "PT-HTTP-429", "--reason", "Grammar.")
    let outcome = try folder.succeed("release", "1.0.2", "--today", "2027-01-01")
    #expect(outcome.errors.hasPrefix("catalog.ledger.jsonl: 1.0.2 with 1 fact\n"))
    let now = try folder.text("catalog.ledger.jsonl")
    #expect(now.hasPrefix(ledger))
    let added = now.dropFirst(ledger.count)
    #expect(added.split(separator: "\n").count == 2)
    #expect(added.contains(#""reason":"Grammar.","rule":"user-message-changed""#))
    #expect(added.contains(#""date":"2027-01-01""#))
    #expect(try folder.text("catalog.yaml") == wanted, "byte for byte")
    #expect(try folder.text("Generated/docs/changelog.md").contains("## 1.0.2"))
    try folder.succeed("check")
    try folder.succeed("check", "--ledger-base", try copyOf(ledger))
  }

  private func copyOf(_ ledger: String) throws -> String {
    try folder.write("earlier.jsonl", ledger)
    return "earlier.jsonl"
  }

  @Test(arguments: [
    ("1.0.0", 2, "1.0.0 is released already, and the catalog has changed since"),
    ("0.9.9", 2, "0.9.9 is lower than 1.0.0, which is released"),
    ("1.0.1", 2, "1.0.1 is too small after 1.0.0: the largest change is a minor one"),
    ("1.1", 2, "`1.1` is no version"), ("v1.1.0", 2, "`v1.1.0` is no version"),
  ])
  func aVersionThatWillNotDo(_ version: String, _ status: Int32, _ reason: String) throws {
    try folder.replace("stability: draft\n    level: INFO", by: "level: INFO", in: "catalog.yaml")
    let before = try folder.files(".")
    let outcome = try folder.run("release", version)
    #expect(outcome.status == status, "\(outcome.all)")
    #expect(outcome.all.contains(reason), "\(outcome.all)")
    #expect(outcome.all.contains("1.1.0"), "it says which would do")
    #expect(try folder.files(".") == before)
    // A larger one than is needed is right.
    try folder.release("3.0.0")
    try folder.succeed("check")
  }

  @Test func anEarlierVersionIsNoWayBack() throws {
    try rewordAndAccept()
    try folder.release("1.0.1")
    let before = try folder.files(".")
    let outcome = try folder.run("release", "1.0.0")
    #expect(outcome.status == 2, "\(outcome.all)")
    #expect(outcome.errors.contains("1.0.0 is lower than 1.0.1, which is released"))
    #expect(try folder.files(".") == before)
  }

  @Test func thereMayBeNothingToRelease() throws {
    // The ledger learns of the redaction rules, which it does not know yet.
    try folder.release("1.0.1")
    let before = try folder.files(".")
    let outcome = try folder.run("release", "1.1.0")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nothing changed since the ledger (1.0.1)"))
    #expect(try folder.files(".") == before)
    try folder.replace(
      "stability: draft\n    level: INFO", by: "stability: draft\n    level: WARN",
      in: "catalog.yaml")
    #expect(try folder.run("release", "1.1.0").status == 2, "drafts are no part of a release")
  }

  @Test func draftsAreLeftOut() throws {
    try folder.replace(
      "  reconnected:\n    stability: draft\n", by: "  reconnected:\n", in: "catalog.yaml")
    try folder.release("1.1.0")
    let ledger = try folder.text("catalog.ledger.jsonl")
    #expect(ledger.contains(#""id":"reconnected""#))
    #expect(!ledger.contains(#""id":"rate_limited""#))
  }

  @Test func whatWasNotAcceptedIsNotReleased() throws {
    try folder.replace(Self.user, by: Self.new, in: "catalog.yaml")
    let before = try folder.files(".")
    let outcome = try folder.run("release", "1.0.1")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("[user-message-changed]"))
    #expect(outcome.errors == "1.0.1 is not released\n")
    #expect(try folder.files(".") == before)
  }

  @Test func aCatalogWithFindingsIsNotReleased() throws {
    try rewordAndAccept()
    let text = try folder.text("catalog.yaml")
    for (wrong, rule) in [("bogus: 1\n", "unknown-key"), ("scopes: {}\n", "duplicate-key")] {
      try folder.write("catalog.yaml", text + wrong)
      let before = try folder.files(".")
      let outcome = try folder.run("release", "1.0.1")
      #expect(outcome.status == 1 && outcome.output.contains("[\(rule)]"), "\(outcome.all)")
      #expect(try folder.files(".") == before)
    }
  }

  @Test func aLedgerThatWasEditedIsNotAddedTo() throws {
    try rewordAndAccept()
    try folder.replace("Engine failed", by: "Engine fialed", in: "catalog.ledger.jsonl")
    let before = try folder.files(".")
    let outcome = try folder.run("release", "1.0.1")
    #expect(outcome.status == 1 && outcome.output.contains("[ledger-edited]"), "\(outcome.all)")
    #expect(try folder.files(".") == before)
  }

  @Test func aCatalogWithoutALedgerIsNotReleased() throws {
    let folder = try WorkFolder.withCatalog()
    let outcome = try folder.run("release", "0.1.0")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("fix:\n  stability:\n    ledger: catalog.ledger.jsonl\n"))
    #expect(try folder.run("release", "0.1.0", "-c", "-", input: "").status == 2)
  }

  @Test func whatCannotBeGeneratedIsNotReleased() throws {
    try rewordAndAccept()
    try folder.write("own/swift/x.mustache", "{{#bogus}}")
    for templates in ["own", "absent"] {
      let before = try folder.files(".")
      let outcome = try folder.run("release", "1.0.1", "--templates", templates)
      #expect(outcome.status == (templates == "own" ? 1 : 2), "\(outcome.all)")
      #expect(try folder.files(".") == before)
    }
  }

  /// The ledger does not fit; what is there stays whole, and the next run succeeds.
  @Test func aFileThatMayNotGrowLeavesEverythingAsItWas() throws {
    try rewordAndAccept()
    let before = try folder.files(".")
    let codebook = try #require(Codebook.executable).path
    let outcome = try Codebook.run(
      ["-c", "trap '' XFSZ; ulimit -f 32; exec \"$0\" release 1.0.1", codebook], in: folder.url,
      executable: URL(filePath: "/bin/sh"))
    #expect(outcome.status == 2 && outcome.errors.contains("File too large"), "\(outcome.all)")
    #expect(try folder.files(".") == before)
    try folder.release("1.0.1")
    try folder.succeed("check")
  }

  @Test func outputThatCannotBeWrittenIsMadeByTheNextRun() throws {
    try rewordAndAccept()
    let outcome = try folder.run("release", "1.0.1", "--out", "catalog.ledger.jsonl")
    #expect(outcome.status == 2, "\(outcome.all)")
    let again = try folder.succeed("release", "1.0.1")
    #expect(again.errors.hasPrefix("1.0.1 is in the ledger; finishing what is left\n"))
    try folder.succeed("check")
  }
}
