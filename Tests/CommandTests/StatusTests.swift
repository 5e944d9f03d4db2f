import Foundation
import Testing

/// Exit statuses: 0 clean, 1 findings, 2 could not run; findings go to standard output, and why a
/// command could not run goes to standard error.
@Suite struct StatusTests {
  private static let cases: [(String, Int32)] = [
    ("generate", 0), ("check", 1), ("lint", 0), ("explain ACME-DB-001", 0),
    ("explain duplicate-key", 0), ("explain", 0), ("explain log-", 0), ("init -c new.yaml", 0),
    ("schema", 0),
    ("completions bash", 0),
    ("--help", 0), ("--version", 0), ("help lint", 0), ("lint --help", 0),
    // A catalog with an error, and one with a warning.
    ("lint -c broken.yaml", 1), ("check -c broken.yaml", 1), ("generate -c broken.yaml", 1),
    ("lint -c warned.yaml", 1), ("lint -c warned.yaml --fail-on error", 0),
    ("generate -c warned.yaml", 0), ("explain -c broken.yaml ACME-DB-001", 0),
    // What is not there, or cannot be read.
    ("lint -c absent.yaml", 2), ("check -c absent.yaml", 2), ("generate -c absent.yaml", 2),
    ("explain X -c absent.yaml", 2), ("lint -c folder", 2), ("check -c folder", 2),
    ("generate -c folder", 2), ("lint -c catalog.yaml/below", 2), ("lint -c /dev/zero", 2),
    // What cannot be done.
    ("", 2), ("bogus", 2), ("lint --bogus", 2), ("lint surplus", 2), ("explain A B", 2),
    ("init", 2),
    ("generate --target swit", 2), ("generate --flat", 2), ("generate --out catalog.yaml", 2),
    ("check --out catalog.yaml", 2), ("generate --templates folder", 2),
    ("generate --templates absent", 2), ("explain ACME-DB-002", 2), ("explain log-nonsense", 2),
    ("completions tcsh", 2),
    ("init -c new.yaml --prefix a.b", 2), ("init -c absent/new.yaml", 2),
    // Releases, and what is held against them.
    ("diff", 2), ("diff catalog.yaml", 0), ("diff warned.yaml", 1), ("diff broken.yaml", 1),
    ("diff -c warned.yaml catalog.yaml", 0), ("diff -c broken.yaml catalog.yaml", 1),
    ("diff absent.yaml", 2), ("diff folder", 2), ("diff git:HEAD", 2), ("diff git:-x", 2),
    ("diff catalog.yaml --today soon", 2), ("diff catalog.yaml --format sarif", 0),
    ("release", 2), ("release 1.0.0", 2), ("release 1.0.0 -c ledger.yaml", 0),
    ("release one -c ledger.yaml", 2), ("release 1.0.0 -c broken.yaml", 1),
    ("release 1.0.0 -c absent.yaml", 2), ("release 1.0.0 -c -", 2),
    ("accept", 2), ("accept ACME-DB-001", 2), ("accept ACME-DB-001 --reason x", 2),
    ("accept ACME-DB-001 --reason x -c ledger.yaml", 2),
    ("accept ACME-DB-001 --reason x -c broken.yaml", 2),
    ("check -c ledger.yaml", 1), ("diff -c ledger.yaml", 1), ("generate -c ledger.yaml", 0),
    ("check --ledger-base git:HEAD", 2), ("check -c ledger.yaml --ledger-base absent", 2),
  ]

  @Test(arguments: cases)
  func status(_ line: String, _ expected: Int32) throws {
    let folder = try WorkFolder.withCatalog()
    let text = try folder.text("catalog.yaml")
    try folder.write("broken.yaml", text.replacing("level: ERROR", with: "level: EROR"))
    let storage = "  DB: {category: Storage}\n"
    try folder.write(
      "warned.yaml", text.replacing(storage, with: storage + "  NET: {category: Network}\n"))
    try folder.write("ledger.yaml", text + "\nstability: {ledger: new.ledger.jsonl}\n")
    try folder.write("folder/nothing", "")
    let outcome = try Codebook.run(line.split(separator: " ").map(String.init), in: folder.url)
    #expect(outcome.status == expected, "\(outcome.all)")
    if expected == 2 {
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("codebook: error: "))
    } else {
      #expect(!outcome.errors.contains("error: "))
    }
    if expected == 1 { #expect(!outcome.output.isEmpty) }
  }

  @Test func whatCannotRunLeavesNothingBehind() throws {
    let folder = try WorkFolder.withCatalog()
    for arguments in [["generate", "--target", "swit"], ["generate", "--format", "jsn"]] {
      _ = try Codebook.run(arguments, in: folder.url)
    }
    #expect(try folder.files(".").keys.sorted() == ["catalog.yaml"])
  }
}
