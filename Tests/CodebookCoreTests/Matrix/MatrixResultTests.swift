import CodebookCore
import Testing

/// Files that contradict themselves or each other.
@Suite struct MatrixResultTests {
  private static let green: KeyValuePairs = [
    "RR_01_a()": TestResult.Outcome.passed, "RR_02_b()": .passed,
  ]

  private func findings(_ files: ResultFile...) throws -> [String] {
    try SampleMatrix().coverage(MatrixSuite(name: "swift", files: files)).findings
  }

  private func counts(
    _ claim: SuiteCounts.Claim, name: String = "s", tests: Int = 3,
    failures: SuiteCounts.Found = .init(), errors: SuiteCounts.Found = .init(),
    skipped: SuiteCounts.Found = .init()
  ) -> SuiteCounts {
    var counts = SuiteCounts(name: name, line: 2, claim: claim)
    (counts.tests, counts.failures, counts.errors) = (tests, failures, errors)
    counts.skipped = skipped
    return counts
  }

  @Test func countsThatDoNotAgreeAreTold() throws {
    let one = SuiteCounts.Found(tests: 1, elements: 2)
    for (counts, problem) in [
      (counts(.init(tests: 4)), "4 tests, and it has 3"),
      (counts(.init(tests: 2)), "2 tests, and it has 3"),
      (counts(.init(tests: 1), skipped: one), "1 tests, and it has 3"),
      (counts(.init(skipped: 1)), "1 skipped tests, and it has 0"),
      (counts(.init(skipped: 0), skipped: one), "0 skipped tests, and it has 1"),
      (counts(.init(failures: 3), failures: one), "3 failures, and it has 1"),
      (counts(.init(errors: 0), errors: one), "0 errors, and it has 1"),
    ] {
      let file = ResultFile(path: "a.xml", writer: .other, Self.green, counts: [counts])
      #expect(
        try findings(file) == [
          "a.xml: the suite `s` says that it has \(problem) [results-counts]"
        ])
    }
  }

  @Test func eachToolCountsInItsWay() throws {
    let one = SuiteCounts.Found(tests: 1, elements: 2)
    for counts in [
      counts(.init()), counts(.init(tests: 3, failures: 0, errors: 0, skipped: 0)),
      // swift-testing leaves out what it skipped, and counts issues.
      counts(.init(tests: 2), skipped: one), counts(.init(failures: 2), failures: one),
      counts(.init(failures: 1), failures: one),
      // pytest counts subtests, and a test whose fixture fails twice.
      counts(.init(tests: 9), name: "pytest"), counts(.init(tests: 4), errors: one),
    ] {
      let file = ResultFile(path: "a.xml", writer: .other, Self.green, counts: [counts])
      #expect(try findings(file) == [])
    }
  }

  @Test func swiftTestingsXMLAloneProvesNothing() throws {
    let document = ResultFile(path: "a.xml", writer: .swiftTesting, Self.green)
    #expect(
      try findings(document) == [
        "a.xml: this XML shows tests that were cancelled as passed [results-unproven]"
      ])
    let stream = ResultFile(path: "a.jsonl", writer: .eventStream, Self.green)
    #expect(try findings(document, stream) == [])
  }

  @Test func whatTheStreamSkipsTheXMLDoesNotPass() throws {
    let document = ResultFile(path: "a.xml", writer: .swiftTesting, Self.green)
    let stream = ResultFile(
      path: "a.jsonl", writer: .eventStream, ["RR_01_a()": .skipped, "RR_02_b()": .passed])
    let found = ["no test of `RR-01` ran to its end in swift [matrix-row-skipped]"]
    #expect(try findings(document, stream) == found)
    #expect(try findings(stream, document) == found)
  }

  @Test func bothFilesTellOfTheSameTests() throws {
    let document = ResultFile(
      path: "a.xml", writer: .swiftTesting,
      ["RR_01_a()": .passed, "RR_02_b()": .passed, "x()": .passed, "y()": .passed])
    let stream = ResultFile(
      path: "a.jsonl", writer: .eventStream,
      ["RR_01_a()": .passed, "RR_02_b()": .passed, "z()": .passed])
    #expect(
      try findings(document, stream) == [
        "a.xml: it tells of g.x() and 1 more, of which a.jsonl tells nothing [results-counts]",
        "a.jsonl: it tells of g.z(), of which a.xml tells nothing [results-counts]",
      ])
  }

  @Test func noPassOfXCTestCounts() throws {
    let file = ResultFile(path: "a.xml", writer: .xctest, Self.green)
    #expect(
      try findings(file) == [
        "no test of `RR-01` ran to its end in swift [matrix-row-skipped]",
        "no test of `RR-02` ran to its end in swift [matrix-row-skipped]",
        "a.xml: this XML shows tests of XCTest that were skipped as passed; none counts "
          + "[results-unproven]",
      ])
  }

  @Test func aRunMustEnd() throws {
    let file = ResultFile(path: "a.jsonl", writer: .eventStream, Self.green, hasEnded: false)
    #expect(
      try findings(file) == [
        "a.jsonl: the run of swift did not get to its end [results-counts]"
      ])
  }

  @Test func oneNameHasOneResult() throws {
    let file = ResultFile(
      path: "a.xml", writer: .other,
      [
        "RR_01_a()": .passed, "RR_02_b()": .passed, "RR_01_a()": .skipped, "x": .passed,
        "x": .passed,
      ])
    #expect(
      try findings(file) == [
        "no test of `RR-01` ran to its end in swift [matrix-row-skipped]",
        "a.xml: `RR_01_a()` of swift has 2 results [results-counts]",
      ])
    let failed = ResultFile(
      path: "b.xml", writer: .other,
      ["RR_01_a()": .failed, "RR_02_b()": .passed, "RR_01_a()": .passed])
    #expect(
      try findings(failed) == ["a test of `RR-01` failed in swift [matrix-row-failed]"],
      "a second try mends nothing")
  }
}
