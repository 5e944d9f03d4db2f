import CodebookCore
import Testing

/// What a matrix lacks, and what can never count.
@Suite struct MatrixCoverageTests {
  private static let green: KeyValuePairs = [
    "RR_01_a()": TestResult.Outcome.passed, "RR_02_b()": .passed, "other()": .failed,
  ]

  @Test func aWholeMatrixIsNoFinding() throws {
    let swift = MatrixSuite("swift", writer: .eventStream, Self.green)
    let python = MatrixSuite(
      "python", ["test_RR_01[1]": .passed, "test_RR_01[2]": .skipped, "test_RR_02": .passed])
    let coverage = try SampleMatrix().coverage(swift, python)
    #expect(coverage.findings == [])
    #expect(coverage.rows.map(\.entry.id) == ["RR-01", "RR-02"])
    #expect(coverage.rows.map(\.holds) == [true, true])
    #expect(coverage.testCount(of: "python") == 3)
  }

  @Test func everySuiteNeedsEveryRow() throws {
    let swift = MatrixSuite("swift", ["RR_01_a()": .passed, "test_rr_02_b": .passed])
    let coverage = try SampleMatrix().coverage(swift, MatrixSuite("python", [:]))
    #expect(
      coverage.findings == [
        "no test of python names `RR-01` [matrix-row-untested]",
        "no test of swift names `RR-02` [matrix-row-untested]",
        "no test of python names `RR-02` [matrix-row-untested]",
      ])
    #expect(coverage.rows.map(\.holds) == [false, false])
    let note = try #require(coverage.diagnostics[1].notes.first)
    #expect(note.message == "`test_rr_02_b` does not have it as words of its own")
    #expect(note.location?.file == "swift.xml")
  }

  @Test func whatWasSkippedAloneIsNoPass() throws {
    let coverage = try SampleMatrix().coverage(
      MatrixSuite("swift", ["RR_01_a()": .skipped, "RR_02_b()": .passed]))
    #expect(
      coverage.findings == ["no test of `RR-01` ran to its end in swift [matrix-row-skipped]"])
    #expect(coverage.diagnostics[0].entry == "RR-01")
    #expect(coverage.diagnostics[0].location.range?.start.line == 10)
  }

  @Test func oneFailureIsEnough() throws {
    let coverage = try SampleMatrix().coverage(
      MatrixSuite(
        "swift", ["RR_01_a()": .failed, "RR_01_b()": .passed, "RR_02_b()": .passed]))
    #expect(coverage.findings == ["a test of `RR-01` failed in swift [matrix-row-failed]"])
  }

  @Test func namesMustBeOfTheMatrix() throws {
    let coverage = try SampleMatrix().coverage(
      MatrixSuite(
        "swift",
        [
          "RR_01_a()": .passed, "RR_02_b()": .passed, "RR_09_c()": .passed, "RR_1_d()": .skipped,
          "RR_03_e()": .passed, "RR_01_and_RR_02()": .passed, "RR_01_RR_01()": .passed,
        ]))
    #expect(
      coverage.findings == [
        "swift.xml: `RR_09_c()` names `RR-09`, which the matrix does not have [matrix-unknown-id]",
        "swift.xml: `RR_1_d()` names `RR-1`, which the matrix does not have [matrix-unknown-id]",
        "swift.xml: `RR_03_e()` names `RR-03`, which is retired [matrix-unknown-id]",
        "swift.xml: `RR_01_and_RR_02()` names `RR-01` and `RR-02` [matrix-duplicate-id]",
        "swift.xml: `RR_01_RR_01()` names `RR-01` twice [matrix-duplicate-id]",
      ])
    #expect(coverage.diagnostics[1].fix == "did you mean `RR-01`?")
  }

  @Test func argumentsAreToldOfOnce() throws {
    let coverage = try SampleMatrix().coverage(
      MatrixSuite(
        "python",
        ["test_RR_09[1]": .passed, "test_RR_09[2]": .passed, "RR_01": .passed, "RR_02": .passed]))
    #expect(coverage.diagnostics.count == 1)
  }

  @Test func aRowNeedsARunbookAndItsStep() throws {
    let matrix = try SampleMatrix {
      $0.replacing("    runbook: {cause: [Pull.], check: [Look.], recover: [Plug.]}\n", with: "")
    }
    let half = RunbookPage(path: "docs/runbook.md", text: "<a id=\"RR-011\"></a>")
    #expect(
      matrix.coverage(page: half).findings == [
        "docs/runbook.md has no step `RR-01` [matrix-row-incomplete]",
        "`RR-02` has no runbook [matrix-row-incomplete]",
      ])
    let none = RunbookPage(path: "docs/runbook.md", text: nil)
    let found = try #require(matrix.coverage(page: none).diagnostics.first)
    #expect(found.fix == "codebook generate, or name the page with --runbook FILE")
  }

  @Test func aCatalogWithPoliciesNeedsTimelines() throws {
    let matrix = try SampleMatrix {
      $0 + "resilience: {description: x, network: {component: a, error: AC-NET-001}, events: {}}\n"
    }
    #expect(
      matrix.coverage().findings == [
        "`RR-01` has no timelines [matrix-row-incomplete]",
        "`RR-02` has no timelines [matrix-row-incomplete]",
      ])
  }
}
