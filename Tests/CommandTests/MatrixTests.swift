import Foundation
import Testing

/// `codebook matrix`: what it shows, what it fails on, and what it cannot read.
@Suite struct MatrixTests {
  private static let row = """

    matrix:
      SAVE-01:
        scenario: The disk is full
        preconditions: Something was changed
        expected: Nothing is lost
        evidence: Logs
        runbook: {cause: [Fill it.], check: [Look.], recover: [Empty it.]}

    """
  private static let green = """
    <testsuites><testsuite name="s" tests="1"><testcase name="test_SAVE_01"/></testsuite></testsuites>
    """
  private static let step = "<a id=\"SAVE-01\"></a>\n"

  private func folder() throws -> WorkFolder {
    let folder = try WorkFolder.withCatalog()
    try folder.write("catalog.yaml", try folder.text("catalog.yaml") + Self.row)
    try folder.write("Generated/docs/runbook.md", Self.step)
    try folder.write("a.xml", Self.green)
    return folder
  }

  @Test func aWholeMatrixIsClean() throws {
    let folder = try folder()
    let run = try folder.run("matrix", "--results", "swift=a.xml,python=a.xml")
    #expect(run.status == 0, "\(run.all)")
    #expect(
      run.output == """
        ID       Scenario          swift     python    Runbook
        SAVE-01  The disk is full  1 passed  1 passed  3 steps

        """)
    #expect(run.errors == "rows that hold: 1 of 1 (swift: 1 test, python: 1 test)\n")
  }

  @Test func withoutResultsTheCatalogIsShown() throws {
    let folder = try folder()
    let run = try folder.run("matrix")
    #expect(run.status == 0 && run.output.hasSuffix("SAVE-01  The disk is full  3 steps\n"))
    #expect(run.errors == "1 row, and no results; give them by --results SUITE=FILE\n")
    try folder.write("Generated/docs/runbook.md", "")
    #expect(try folder.run("matrix", "-q").output.contains("[matrix-row-incomplete]"))
    #expect(try folder.run("matrix", "--runbook", "none.md").status == 2)
  }

  @Test(arguments: ["text", "json", "github", "sarif", "markdown"])
  func whatIsMissingIsAFinding(format: String) throws {
    let folder = try folder()
    try folder.write("b.xml", "<testsuites/>")
    let run = try folder.run(
      "matrix", "--format", format, "--results", "swift=a.xml", "--results", "python=b.xml")
    #expect(run.status == 1)
    #expect(run.output.contains("matrix-row-untested"))
    #expect(run.errors == "rows that hold: 0 of 1 (swift: 1 test, python: 0 tests)\n")
  }

  @Test func warningsPassWhereTheyMay() throws {
    let folder = try folder()
    try folder.write(
      "a.xml",
      Self.green.replacing("name=\"s\" tests=\"1\"", with: "name=\"TestResults\" skipped=\"0\""))
    #expect(try folder.run("matrix", "--results", "a.xml").status == 1)
    let run = try folder.run("matrix", "--fail-on", "error", "--results", "a.xml")
    #expect(run.status == 0 && run.output.contains("warning: this XML shows tests that were"))
  }

  @Test(arguments: [
    ("<!DOCTYPE a [<!ENTITY b \"c\">]><testsuites/>", "a.xml:1:13: the XML has a document type"),
    ("<testsuites>", "a.xml:1:13: the XML ends before its end: it was cut short"),
    ("no", "a.xml: it is neither JUnit's XML nor an event stream of swift-testing"),
    ("", "a.xml: it is empty"),
  ])
  func whatCannotBeReadIsSaid(text: String, problem: String) throws {
    let folder = try folder()
    try folder.write("a.xml", text)
    let run = try folder.run("matrix", "--results", "swift=a.xml")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("codebook: error: cannot read results: \(problem)"))
  }

  @Test(arguments: ["no results", #"{"ts":"2026-01-09T18:07:23.412Z","level":"INFO"}"#])
  func aFileOfAnotherKindIsNotMadeAgain(text: String) throws {
    let folder = try folder()
    try folder.write("a.log", text)
    let run = try folder.run("matrix", "--results", "swift=a.log")
    #expect(run.status == 2 && run.errors.contains("name a file of results: swift test"))
    #expect(!run.errors.contains("again"))
  }

  @Test func whatIsNotThereIsSaid() throws {
    let folder = try folder()
    for (words, message) in [
      ("swift=none.xml", "cannot read none.xml: No such file or directory"),
      ("swift=", "`swift=` names no file"), ("=a.xml", "`=a.xml` names no suite"),
    ] {
      let run = try folder.run("matrix", "--results", words)
      #expect(run.status == 2 && run.errors.contains(message), "\(run.all)")
    }
    let bare = try WorkFolder.withCatalog()
    let run = try bare.run("matrix")
    #expect(run.status == 2 && run.errors.contains("catalog.yaml has no matrix"))
  }

  @Test func explainTellsWhichRowsThereAre() throws {
    let folder = try folder()
    let run = try folder.run("explain", "save-9999")
    #expect(run.status == 2 && run.errors.contains("there is `SAVE-01`"), "\(run.all)")
    try folder.write(
      "catalog.yaml",
      try folder.text("catalog.yaml")
        + Self.row.split(separator: "matrix:\n")[1].replacing("01", with: "02"))
    let more = try folder.run("explain", "SAVE-9999")
    #expect(more.errors.contains("there are `SAVE-01` to `SAVE-02`"), "\(more.all)")
  }

  @Test func aHugeFileIsNotRead() throws {
    let folder = try folder()
    let file = try FileHandle(forWritingTo: folder.url("a.xml"))
    try file.truncate(atOffset: 65 << 20)
    try file.close()
    let run = try folder.run("matrix", "--results", "swift=a.xml")
    #expect(run.status == 2 && run.errors.contains("a.xml has 68157440 bytes"))
  }
}
