/// What one test came to, as a file of results tells it.
package struct TestResult: Sendable, Hashable {
  /// What a test came to; the later one counts where two are told of one test.
  package enum Outcome: String, Sendable, Hashable, Comparable, CaseIterable {
    case passed, skipped, failed

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .passed: 0
      case .skipped: 1
      case .failed: 2
      }
    }
  }

  /// As the tool writes it, such as `RR_03_waits()` or `test_RR_03_waits[2]`.
  package let name: String
  /// What it stands in, such as `ResilienceTests.Rows`; may be empty.
  package let group: String
  package var outcome: Outcome
  /// Why it failed or was skipped, where that is told.
  package var reason: String?
  /// The line of the file that tells it, from 1.
  package let line: Int

  package init(
    name: String, group: String, outcome: Outcome, reason: String? = nil, line: Int
  ) {
    self.name = name
    self.group = group
    self.outcome = outcome
    self.reason = reason
    self.line = line
  }
}

/// A file of results, as it was read.
package struct ResultFile: Sendable {
  /// Who wrote it, where that decides what it is worth.
  package enum Writer: Sendable, Hashable {
    /// swift-testing's event stream, which tells everything.
    case eventStream
    /// swift-testing's XML, which shows tests that were cancelled as passed.
    case swiftTesting
    /// SwiftPM's XML of XCTest, which shows tests that were skipped as passed.
    case xctest
    /// Any other tool's XML.
    case other
  }

  /// The path as the user gave it.
  package let path: String
  package let writer: Writer
  package let results: [TestResult]
  /// What suites of an XML file say of themselves.
  package let counts: [SuiteCounts]
  /// Whether the run got to its end, as far as the file tells.
  package let hasEnded: Bool

  package init(
    path: String, writer: Writer, results: [TestResult], counts: [SuiteCounts] = [],
    hasEnded: Bool = true
  ) {
    self.path = path
    self.writer = writer
    self.results = results
    self.counts = counts
    self.hasEnded = hasEnded
  }

  func location(_ line: Int) -> SourceLocation {
    let start = SourcePosition(line: line, column: 1)
    return SourceLocation(file: path, range: SourceRange(start, start))
  }
}

/// What a suite says that it has, and what it has.
package struct SuiteCounts: Sendable, Hashable {
  /// Numbers in the attributes of its element; `nil` where it has no such attribute.
  package struct Claim: Sendable, Hashable {
    package var tests: Int?
    package var failures: Int?
    package var errors: Int?
    package var skipped: Int?

    package init(
      tests: Int? = nil, failures: Int? = nil, errors: Int? = nil, skipped: Int? = nil
    ) {
      self.tests = tests
      self.failures = failures
      self.errors = errors
      self.skipped = skipped
    }
  }

  /// How many of its tests have something, and how often they have it altogether.
  package struct Found: Sendable, Hashable {
    package var tests = 0
    package var elements = 0

    package init(tests: Int = 0, elements: Int = 0) {
      self.tests = tests
      self.elements = elements
    }
  }

  package let name: String
  /// The line of its element, from 1.
  package let line: Int
  package let claim: Claim
  package var tests = 0
  package var failures = Found()
  package var errors = Found()
  package var skipped = Found()

  package init(name: String, line: Int, claim: Claim) {
    self.name = name
    self.line = line
    self.claim = claim
  }
}

extension SuiteCounts {
  /// Sentences about the numbers that do not agree.
  var problems: [String] {
    [
      problem(claim.failures, failures, "failures"), problem(claim.errors, errors, "errors"),
      problem(claim.skipped, skipped, "skipped tests"), testsProblem,
    ].compactMap(\.self)
  }

  /// Tools count either the tests or what is told of them.
  private func problem(_ claimed: Int?, _ found: Found, _ noun: String) -> String? {
    guard let claimed, claimed != found.tests, claimed != found.elements else { return nil }
    return "the suite `\(name)` says that it has \(claimed) \(noun), and it has \(found.tests)"
  }

  /// swift-testing leaves those out that were skipped. pytest counts a test more than once that
  /// has subtests or fails in its fixtures, too.
  private var testsProblem: String? {
    guard let claimed = claim.tests else { return nil }
    let mostMissing = name == "pytest" ? Int.max : errors.elements
    guard
      claimed < tests - skipped.tests - errors.elements
        || claimed > tests && claimed - tests > mostMissing
    else { return nil }
    return "the suite `\(name)` says that it has \(claimed) tests, and it has \(tests)"
  }
}
