import CodebookCore
import Testing

/// What people and programs read of a matrix.
@Suite struct MatrixReportTests {
  private func text(
    _ format: ReportFormat, listsTests: Bool = false, isGreen: Bool = true
  ) throws -> String {
    let matrix = try SampleMatrix()
    let python: KeyValuePairs<String, TestResult.Outcome> =
      isGreen
      ? ["test_RR_01[1]": .passed, "test_RR_01[2]": .passed, "test_RR_02": .passed]
      : ["test_RR_01[1]": .passed, "test_RR_01[2]": .passed]
    let coverage = matrix.coverage(
      MatrixSuite(
        "swift", ["RR_01_a()": .passed, "RR_01_b()": .skipped, "RR_02_c()": .passed]),
      MatrixSuite("python", python))
    let report = Report(coverage.diagnostics, sources: [matrix.source])
    return MatrixReport(coverage, report: report, runbook: SampleMatrix.page)
      .rendered(as: format, listsTests: listsTests, toolVersion: "1")
  }

  @Test func textIsATable() throws {
    #expect(
      try text(.text) == """
        ID     Scenario                      swift                python    Runbook
        RR-01  The connection drops          1 skipped, 1 passed  2 passed  4 steps
        RR-02  The connection | drops often  1 passed             1 passed  3 steps

        """)
  }

  @Test func testsStandBelowTheirRow() throws {
    #expect(
      try text(.text, listsTests: true).hasSuffix(
        """
        RR-02  The connection | drops often  1 passed             1 passed  3 steps
          swift  passed  g RR_02_c()
          python  passed  g test_RR_02

        """))
  }

  @Test func findingsFollowTheTable() throws {
    let found = try text(.text, isGreen: false)
    #expect(found.contains(" none      3 steps\n\ncatalog.yaml:16:3: error: "))
    #expect(found.hasSuffix("\n1 error\n"))
    let document = try text(.markdown, isGreen: false)
    #expect(document.contains("| [3 steps](docs/runbook.md#RR-02) |\n\n**codebook: 1 error**\n"))
  }

  @Test func markdownIsATableForDocumentation() throws {
    #expect(
      try text(.markdown) == """
        | ID | Scenario | swift | python | Runbook |
        | --- | --- | --- | --- | --- |
        | `RR-01` | The connection drops | 1 skipped, 1 passed<br>`RR_01_a`<br>`RR_01_b` | 2 passed<br>`test_RR_01` | [4 steps](docs/runbook.md#RR-01) |
        | `RR-02` | The connection \\| drops often | 1 passed<br>`RR_02_c` | 1 passed<br>`test_RR_02` | [3 steps](docs/runbook.md#RR-02) |

        """)
  }

  @Test func jsonHasEverything() throws {
    let found = try text(.json)
    for part in [
      "\"suites\": [\n    \"swift\",\n    \"python\"\n  ]", "\"holds\": true",
      "\"runbook\": \"docs/runbook.md#RR-02\"", "\"name\": \"test_RR_01[2]\"",
      "\"outcome\": \"skipped\"", "\"version\": 1",
    ] {
      #expect(found.contains(part), "\(part)")
    }
  }

  @Test func annotationsAreFindingsAlone() throws {
    let none = try text(.github)
    #expect(none.isEmpty)
    let annotations = try text(.github, isGreen: false)
    #expect(annotations.hasPrefix("::error file=catalog.yaml,line=16"))
    let sarif = try text(.sarif, isGreen: false)
    #expect(sarif.contains("\"ruleId\": \"matrix-row-untested\""))
  }
}
