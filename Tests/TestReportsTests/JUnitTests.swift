import CodebookCore
import TestReports
import Testing

/// What elements and attributes of JUnit's XML mean.
@Suite struct JUnitTests {
  private func outcome(_ test: String) throws -> TestResult {
    let text = "<testsuites><testsuite name='s'>\(test)</testsuite></testsuites>"
    let file = try TestReportReader.read(Array(text.utf8), path: "a.xml")
    return try #require(file.results.first)
  }

  @Test(arguments: [
    ("<testcase name='a'/>", TestResult.Outcome.passed, nil),
    ("<testcase name='a'><system-out>x</system-out></testcase>", .passed, nil),
    ("<testcase name='a'><failure>\n  why\nmore</failure></testcase>", .failed, "why"),
    ("<testcase name='a'><error message='m'>text</error></testcase>", .failed, "m"),
    ("<testcase name='a'><skipped/><failure/></testcase>", .failed, nil),
    ("<testcase name='a'><skipped type='pytest.xfail'/></testcase>", .skipped, "pytest.xfail"),
    ("<testcase name='a' status='run'/>", .passed, nil),
    ("<testcase name='a' status='notrun'/>", .skipped, "its status is `notrun`"),
    ("<testcase name='a' status='run' result='skipped'/>", .skipped, "its status is `skipped`"),
    ("<testcase name='a' status='failed'/>", .failed, "its status is `failed`"),
    ("<testcase name='a' status='what'/>", .skipped, "its status is `what`"),
  ])
  func aTestEnds(_ test: String, _ outcome: TestResult.Outcome, _ reason: String?) throws {
    let result = try self.outcome(test)
    #expect(result.outcome == outcome)
    #expect(result.reason == reason)
  }

  @Test func suitesCountWhatIsBelowThem() throws {
    let text = """
      <testsuite name='outer' tests='2' failures='3'>
        <testcase name='a'><failure/><failure/></testcase>
        <testsuite name='inner' tests='1'><testcase name='b'><failure/></testcase></testsuite>
      </testsuite>
      """
    let file = try TestReportReader.read(Array(text.utf8), path: "a.xml")
    #expect(file.counts.map(\.name) == ["outer", "inner"])
    #expect(file.counts.map(\.tests) == [2, 1])
    #expect(file.counts[0].failures == SuiteCounts.Found(tests: 2, elements: 3))
    #expect(file.results.map(\.line) == [2, 3])
  }

  @Test func aLongReasonIsCut() throws {
    let result = try outcome(
      "<testcase name='a'><failure>\(String(repeating: "x", count: 5000))</failure></testcase>")
    #expect(result.reason?.count == 200)
  }
}
