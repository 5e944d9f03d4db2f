extension RuleRegistry {
  /// What `codebook matrix` reports of tests and their results.
  static let testRules: [Rule] = [
    results(
      "matrix-row-untested", "Every suite has a test for each row of the matrix.",
      "A scenario that nobody tries in one language works there by luck.",
      bad: "RR-03 in the catalog, and no test of the suite python with RR_03 in its name",
      good: "def test_RR_03_waits_as_long_as_it_is_told"),
    results(
      "matrix-row-skipped", "For each row a test ran to its end.",
      """
      A test that was skipped, cancelled or failed as expected shows nothing, however green the \
      summary is.
      """,
      bad: "@Test(.disabled(\"flaky\")) func RR_03_waits() alone", good: "the test, enabled"),
    results(
      "matrix-row-failed", "No test of a row fails.", "The product does not do what the row says.",
      bad: "test_RR_03_waits, failed", good: "the code mended"),
    results(
      "matrix-row-incomplete", "Every row has a timeline, a runbook and its step on the page.",
      "A scenario has a test that is the same each time, and steps that a person can follow.",
      bad: "RR-09: {scenario: …}", good: "RR-09: {scenario: …, timelines: …, runbook: …}"),
    results(
      "matrix-unknown-id", "Tests name rows that the matrix has.",
      "Either the name is wrong, and another row has a test less, or a row is missing.",
      bad: "func RR_99_waits()", good: "func RR_03_waits()"),
    results(
      "matrix-duplicate-id", "A test names one row, once.",
      "A test that is to show two things shows neither when it fails.",
      bad: "func RR_03_and_RR_04()", good: "func RR_03_waits() and func RR_04_goes_on()"),
    results(
      "results-counts", "What a file of results says of itself is what it has.",
      """
      Where the numbers do not agree, something was lost or changed on the way: a run that \
      crashed, two runs in one file, a file of another run beside this one's.
      """,
      bad: "<testsuite skipped=\"2\"> without a test that was skipped", good: "the tests, run again"
    ),
    results(
      "results-unproven", severity: .warning, "Files of results tell tests that ran from others.",
      """
      SwiftPM's XML shows tests that were skipped (XCTest) or cancelled (swift-testing) as passed. \
      The event stream tells them apart.
      """,
      bad: "--results swift=swift-testing.xml",
      good: "--results swift=swift-testing.xml --results swift=events.jsonl"),
  ]

  private static func results(
    _ id: String, severity: Severity = .error, _ summary: String, _ rationale: String, bad: String,
    good: String
  ) -> Rule {
    Rule(
      id: id, severity: severity, stage: .generating, summary: summary, rationale: rationale,
      badExample: bad, goodExample: good)
  }
}
