internal import CodebookCore

/// Reads what `swift test --event-stream-output-path` writes: a JSON object on each line.
enum EventStreamReader {
  static func read(
    _ bytes: ArraySlice<UInt8>, path: String
  ) throws(TestReportError) -> ResultFile {
    let parser = JSONParser()
    var run = EventStreamRun()
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let record: JSONValue
      do throws(JSONParser.SyntaxError) {
        record = try parser.parse(line, droppingFractions: true)
      } catch {
        throw TestReportError(
          "the event stream has a line that is no JSON: \(error.message)", line: number)
      }
      guard let kind = record["kind"]?.text, let payload = record["payload"] else {
        throw TestReportError(
          "the line is no record of an event stream", line: number, isOfAnotherKind: number == 1)
      }
      try run.take(kind, payload, line: number)
    }
    return ResultFile(
      path: path, writer: .eventStream, results: run.results, hasEnded: run.hasEnded)
  }
}

/// What the records of one stream say, taken together.
struct EventStreamRun {
  private struct Test {
    let name: String
    let group: String
    var line: Int
    var hasEnded = false
    var failure: String?
    var skip: String?
    var startedCases = 0
    var cancelledCases = 0
  }

  /// By the test's ID.
  private var tests: [String: Test] = [:]
  private var order: [String] = []
  private var startedRuns = 0
  private var endedRuns = 0

  var hasEnded: Bool { startedRuns > 0 && startedRuns == endedRuns }

  var results: [TestResult] { order.compactMap { tests[$0] }.map(Self.result) }

  mutating func take(
    _ kind: String, _ payload: JSONValue, line: Int
  ) throws(TestReportError) {
    switch kind {
    case "test": try declare(payload, line)
    case "event": try happen(payload, line)
    default: break
    }
  }

  private mutating func declare(_ payload: JSONValue, _ line: Int) throws(TestReportError) {
    guard payload["kind"]?.text == "function" else { return }
    guard let id = payload["id"]?.text, let name = payload["name"]?.text else {
      throw TestReportError("a test has no ID or no name", line: line)
    }
    guard tests[id] == nil else { return }
    order.append(id)
    tests[id] = Test(name: name, group: Self.group(id, name), line: line)
  }

  private mutating func happen(_ payload: JSONValue, _ line: Int) throws(TestReportError) {
    let kind = payload["kind"]?.text
    if kind == "runStarted" { startedRuns += 1 }
    if kind == "runEnded" { endedRuns += 1 }
    // What happens to a suite is told of each of its tests, too.
    guard let id = payload["testID"]?.text, var test = tests[id] else { return }
    switch kind {
    case "testEnded": test.hasEnded = true
    case "testSkipped": test.skip = payload.message ?? "skipped"
    case "testCancelled": test.skip = payload.message ?? "cancelled"
    case "testCaseStarted": test.startedCases += 1
    case "testCaseCancelled": test.cancelledCases += 1
    case "issueRecorded": Self.record(payload, &test)
    default: return
    }
    if kind != "testCaseStarted" { test.line = line }
    tests[id] = test
  }

  private static func record(_ payload: JSONValue, _ test: inout Test) {
    let issue = payload["issue"]
    if issue?["isKnown"]?.isTrue == true {
      test.skip = "it has a known issue: \(payload.message ?? "not told")"
    } else if issue?["isFailure"] == nil || issue?["isFailure"]?.isTrue == true {
      test.failure = test.failure ?? payload.message ?? "failed"
    }
  }

  private static func result(_ test: Test) -> TestResult {
    let isCancelled = test.cancelledCases > 0 && test.cancelledCases >= test.startedCases
    let (outcome, reason): (TestResult.Outcome, String?) =
      if let failure = test.failure {
        (.failed, failure)
      } else if let skip = test.skip {
        (.skipped, skip)
      } else if !test.hasEnded {
        (.failed, "it did not end")
      } else if isCancelled {
        (.skipped, "every case was cancelled")
      } else {
        (.passed, nil)
      }
    return TestResult(
      name: test.name, group: test.group, outcome: outcome, reason: reason, line: test.line)
  }

  /// What an ID has before the name, as the XML writes it.
  private static func group(_ id: String, _ name: String) -> String {
    guard let range = id.ranges(of: name + "/").last, range.lowerBound > id.startIndex else {
      return id
    }
    return String(id[..<id.index(before: range.lowerBound)]).replacing("/", with: ".")
  }
}

extension JSONValue {
  fileprivate subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }

  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  fileprivate var isTrue: Bool {
    if case .bool(true) = self { true } else { false }
  }

  /// What an event tells a person.
  fileprivate var message: String? {
    guard case .array(let messages)? = self["messages"] else { return nil }
    return messages.lazy.compactMap { $0["text"]?.text }.first.flatMap {
      TestReportReader.shortened($0)
    }
  }
}
