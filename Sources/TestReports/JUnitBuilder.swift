internal import CLibExpat
internal import CodebookCore

/// Makes results of the elements of a JUnit document.
final class JUnitBuilder {
  struct Problem {
    let message: String
    let line: Int
    let column: Int
  }

  /// No tool nests suites deeper.
  private static let mostLevels = 64
  /// More of a reason is not shown.
  private static let mostText = 2000
  /// Attributes that say how a test ended, where a tool has them; any other value is no pass.
  private static let words: Set<String> = [
    "", "run", "passed", "pass", "success", "ok", "completed",
  ]

  private enum Element {
    case root
    /// Its place among `counts`.
    case suite(Int)
    case test
    case detail
    case other
  }

  private struct OpenTest {
    let result: TestResult
    var failures = 0
    var errors = 0
    var skips = 0
  }

  private(set) var problem: Problem?
  private(set) var results: [TestResult] = []
  private(set) var counts: [SuiteCounts] = []
  private var open: [Element] = []
  private var test: OpenTest?
  private var reason: String?
  private var text: [UInt8] = []
  private let parser: XML_Parser

  init(_ parser: XML_Parser) { self.parser = parser }

  /// SwiftPM calls the suite of each of its files the same.
  var writer: ResultFile.Writer {
    guard let suite = counts.first(where: { $0.name == "TestResults" }) else { return .other }
    return suite.claim.skipped == nil ? .xctest : .swiftTesting
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  /// Ends the reading at the place where it is.
  func refuse(_ message: String) {
    guard problem == nil else { return }
    problem = Problem(
      message: message, line: line, column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    _ = XML_StopParser(parser, XML_Bool(0))
  }

  func start(_ name: String, _ attributes: [String: String]) {
    guard problem == nil else { return }
    guard open.count < Self.mostLevels else {
      return refuse("the XML has more than \(Self.mostLevels) levels")
    }
    open.append(element(name, attributes))
  }

  private func element(_ name: String, _ attributes: [String: String]) -> Element {
    switch (name, open.last) {
    case ("testsuites", nil): return .root
    case ("testsuite", nil), ("testsuite", .root), ("testsuite", .suite):
      counts.append(
        SuiteCounts(name: attributes["name"] ?? "", line: line, claim: claim(attributes)))
      return .suite(counts.count - 1)
    case (_, nil):
      refuse("the XML is no JUnit: it begins with `\(name)`, not with `testsuites`")
      return .other
    case ("testcase", .suite):
      start(test: attributes)
      return .test
    case ("testcase", _):
      refuse("a test stands outside of a suite")
      return .other
    case ("failure", .test), ("error", .test), ("skipped", .test):
      count(name, attributes)
      return .detail
    default: return .other
    }
  }

  private func claim(_ attributes: [String: String]) -> SuiteCounts.Claim {
    let number = { (name: String) -> Int? in
      guard let text = attributes[name] else { return nil }
      guard let number = Int(text), number >= 0 else {
        self.refuse("`\(name)` of a suite is `\(text.prefix(20))`, which is no number")
        return nil
      }
      return number
    }
    return SuiteCounts.Claim(
      tests: number("tests"), failures: number("failures"), errors: number("errors"),
      skipped: number("skipped"))
  }

  private func start(test attributes: [String: String]) {
    guard let name = attributes["name"] else { return refuse("a test has no name") }
    let group = attributes["classname"] ?? ""
    test = OpenTest(result: TestResult(name: name, group: group, outcome: .passed, line: line))
    reason = nil
    let words = [attributes["status"], attributes["result"]].compactMap { $0?.lowercased() }
    guard let odd = words.first(where: { !Self.words.contains($0) }) else { return }
    reason = "its status is `\(odd.prefix(40))`"
    if odd.hasPrefix("fail") || odd.hasPrefix("error") {
      test?.failures = 1
    } else {
      test?.skips = 1
    }
  }

  private func count(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "failure": test?.failures += 1
    case "error": test?.errors += 1
    default: test?.skips += 1
    }
    text = []
    let told = attributes["message"].flatMap { TestReportReader.shortened($0) }
    if reason == nil { reason = told ?? attributes["type"] }
  }

  func add(_ bytes: UnsafeRawBufferPointer) {
    guard case .detail = open.last, text.count < Self.mostText else { return }
    text += bytes.prefix(Self.mostText - text.count)
  }

  func end() {
    switch open.popLast() {
    case .detail:
      if reason == nil {
        reason = TestReportReader.shortened(String(decoding: text, as: UTF8.self))
      }
    case .test: finish()
    default: break
    }
  }

  private func finish() {
    guard let test else { return }
    self.test = nil
    var result = test.result
    if test.failures + test.errors > 0 {
      result.outcome = .failed
    } else if test.skips > 0 {
      result.outcome = .skipped
    }
    result.reason = reason
    results.append(result)
    for case .suite(let place) in open { count(test, in: &counts[place]) }
  }

  private func count(_ test: OpenTest, in suite: inout SuiteCounts) {
    suite.tests += 1
    for (path, count) in [
      (\SuiteCounts.failures, test.failures), (\.errors, test.errors), (\.skipped, test.skips),
    ] where count > 0 {
      suite[keyPath: path].tests += 1
      suite[keyPath: path].elements += count
    }
  }
}
