import Foundation
import Testing

/// `check --ledger-base`: whatever an earlier commit's ledger has, today's has too.
@Suite(.enabled(if: Git.isInstalled, Git.comment))
struct LedgerBaseTests {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder.released()
    try folder.write(".gitignore", "Generated\n")
    try folder.commitAll()
  }

  private func undraft(_ event: String) throws {
    let draft = "  \(event):\n    stability: draft\n"
    try folder.replace(draft, by: "  \(event):\n", in: "catalog.yaml")
  }

  private func base(_ base: String) throws -> [Finding] {
    try folder.findings("--ledger-base", base)
  }

  @Test func aLedgerThatGrewHoldsWhatItHeld() throws {
    try undraft("reconnected")
    try folder.release("1.1.0")
    #expect(try base("git:HEAD").isEmpty)
    #expect(try base("git:HEAD:catalog.ledger.jsonl").isEmpty)
    try folder.commitAll("1.1.0")
    #expect(try base("git:HEAD").isEmpty && base("git:HEAD~1").isEmpty)
  }

  /// All of a release taken back: what is left is a ledger without a fault, and not the same one.
  @Test func aReleaseThatWasTakenBackIsFound() throws {
    try folder.release("1.0.1")
    try folder.commitAll("1.0.1")
    let files = try ["catalog.yaml", "catalog.ledger.jsonl"].map { ($0, try folder.text($0)) }
    try undraft("reconnected")
    try folder.release("1.1.0")
    try folder.commitAll("1.1.0")
    for (name, text) in files { try folder.write(name, text) }
    #expect(try folder.findings().isEmpty)
    let found = try #require(try base("git:HEAD").first)
    #expect(found.rule == "ledger-edited" && found.file == "catalog.ledger.jsonl")
    #expect(found.message.contains("git:HEAD:catalog.ledger.jsonl and 1 more are no longer"))
    #expect(try base("git:HEAD~1").isEmpty)
  }

  @Test func twoBranchesThatBothReleasedAreJoined() throws {
    try folder.git("checkout", "-qb", "left")
    try undraft("reconnected")
    try folder.release("1.1.0")
    try folder.commitAll("Left")
    try folder.git("checkout", "-qb", "right", "main")
    try undraft("order_blocked")
    try folder.release("1.1.0")
    try folder.commitAll("Right")
    try folder.git("merge", "-q", "left", "-m", "Both")
    #expect(try folder.git("status", "--porcelain").isEmpty, "no conflict: the ledger is joined")
    let found = try base("git:left")
    #expect(found.map(\.rule) == ["ledger-unjoined"], "\(found)")
    #expect(found.first?.fix == "codebook release 1.1.1")
    #expect(try base("git:right").map(\.rule) == ["ledger-unjoined"])
    let again = try folder.run("release", "1.1.0")
    try folder.release("1.1.1")
    #expect(again.status == 2, "it would not join them: \(again.all)")
    #expect(again.errors.contains("and more than one branch did it\nfix: codebook release 1.1.1"))
    for branch in ["main", "left", "right", "HEAD"] { #expect(try base("git:\(branch)").isEmpty) }
    #expect(try folder.findings().isEmpty)
    let ledger = try folder.text("catalog.ledger.jsonl").split(separator: "\n")
    #expect(ledger.last?.contains(#""previous":["1.1.0+"#) == true)
    #expect(ledger.count { $0.contains(#""fact":"released""#) } == 4)
  }

  /// A catalog that names another ledger must not be proved by whatever a commit has there.
  @Test func theLedgerIsTheOneThatTheCommitNames() throws {
    try folder.write("decoy.jsonl", "\n")
    try folder.commitAll("Decoy")
    let lines = try folder.text("catalog.ledger.jsonl").split(separator: "\n")
    try folder.write("decoy.jsonl", lines.dropFirst().joined(separator: "\n") + "\n")
    try folder.replace("catalog.ledger.jsonl", by: "decoy.jsonl", in: "catalog.yaml")
    let found = try base("git:HEAD").filter { $0.message.contains("no longer in the ledger") }
    #expect(found.map(\.rule) == ["ledger-edited"], "\(found)")
    #expect(found.first?.message.contains("git:HEAD:catalog.ledger.jsonl") == true)
  }

  @Test func anEmptyBaseProvesNothing() throws {
    try folder.write("empty.jsonl", "")
    let outcome = try folder.run("check", "--ledger-base", "empty.jsonl")
    #expect(outcome.status == 2 && outcome.errors.contains("empty"), "\(outcome.all)")
  }

  @Test func whatIsNoLedger() throws {
    #expect(try base("catalog.ledger.jsonl").isEmpty, "a file will do")
    for base in ["absent.jsonl", "git:v9", "git:HEAD:absent.jsonl"] {
      let outcome = try folder.run("check", "--ledger-base", base)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.all)")
    }
    let bare = try WorkFolder.withCatalog()
    let outcome = try bare.run("check", "--ledger-base", "git:HEAD")
    #expect(outcome.status == 2 && outcome.errors.contains("the catalog names no ledger"))
  }
}
