/// The results of one suite, such as `swift`, of all files that were given for it.
package struct MatrixSuite: Sendable {
  /// One test, with all that its files tell of it.
  package struct Test: Sendable {
    package let name: String
    package let group: String
    package var outcome: TestResult.Outcome
    package var reason: String?
    /// Where the outcome is told.
    package var location: SourceLocation
    /// How often one kind of file tells of it.
    var count: Int
  }

  package let name: String
  package let files: [ResultFile]
  /// In the order of the files.
  package let tests: [Test]

  package init(name: String, files: [ResultFile]) {
    self.name = name
    self.files = files
    tests = Self.joined(files)
  }

  /// What a file of XCTest says of a test that passed.
  static let unprovenReason = "SwiftPM's XML shows skipped tests of XCTest as passed"

  private struct Key: Hashable {
    let group: String
    let name: String
  }

  /// Each test once; the worst that is told of it counts.
  private static func joined(_ files: [ResultFile]) -> [Test] {
    var tests: [Test] = []
    var places: [Key: Int] = [:]
    var counts: [Key: [ResultFile.Writer: Int]] = [:]
    for file in files {
      for result in file.results {
        let result = file.writer == .xctest ? unproven(result) : result
        let key = Key(group: result.group, name: result.name)
        counts[key, default: [:]][file.writer, default: 0] += 1
        guard let place = places[key] else {
          places[key] = tests.count
          tests.append(test(result, file))
          continue
        }
        guard result.outcome > tests[place].outcome else { continue }
        tests[place] = test(result, file)
      }
    }
    for (key, place) in places { tests[place].count = counts[key]?.values.max() ?? 1 }
    return tests
  }

  private static func test(_ result: TestResult, _ file: ResultFile) -> Test {
    Test(
      name: result.name, group: result.group, outcome: result.outcome, reason: result.reason,
      location: file.location(result.line), count: 1)
  }

  private static func unproven(_ result: TestResult) -> TestResult {
    guard result.outcome == .passed else { return result }
    var result = result
    (result.outcome, result.reason) = (.skipped, unprovenReason)
    return result
  }
}

extension MatrixSuite {
  /// What is wrong with the files themselves.
  ///
  /// - Parameter named: Those tests that matter.
  func problems(_ named: [Test]) -> [Diagnostic] {
    files.flatMap(problems) + differences + unproven(named) + repeated(named)
  }

  private func problems(_ file: ResultFile) -> [Diagnostic] {
    let mismatches = file.counts.flatMap { counts in
      counts.problems.map { mismatch($0, at: file.location(counts.line)) }
    }
    return mismatches + (file.hasEnded ? [] : [unfinished(file)])
  }

  private func mismatch(_ message: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule: "results-counts", message, at: location, fix: "run the tests again; edit no results")
  }

  private func unfinished(_ file: ResultFile) -> Diagnostic {
    mismatch(
      "the run of \(name) did not get to its end", at: SourceLocation(file: file.path))
  }

  /// The two files of one run of swift-testing tell of the same tests.
  private var differences: [Diagnostic] {
    let streams = files.filter { $0.writer == .eventStream }
    let documents = files.filter { $0.writer == .swiftTesting }
    guard let stream = streams.first, let document = documents.first else { return [] }
    let inStreams = Self.keys(streams)
    let inDocuments = Self.keys(documents)
    return [
      difference(inDocuments.subtracting(inStreams), in: document, butNotIn: stream),
      difference(inStreams.subtracting(inDocuments), in: stream, butNotIn: document),
    ].compactMap(\.self)
  }

  private static func keys(_ files: [ResultFile]) -> Set<Key> {
    Set(files.flatMap { $0.results.map { Key(group: $0.group, name: $0.name) } })
  }

  private func difference(
    _ keys: Set<Key>, in file: ResultFile, butNotIn other: ResultFile
  ) -> Diagnostic? {
    guard let first = keys.map({ "\($0.group).\($0.name)" }).min() else { return nil }
    let others = keys.count == 1 ? "" : " and \(keys.count - 1) more"
    return mismatch(
      "it tells of \(first)\(others), of which \(other.path) tells nothing",
      at: SourceLocation(file: file.path))
  }

  /// Files whose word for a test that passed is worth nothing without another file.
  private func unproven(_ named: [Test]) -> [Diagnostic] {
    let hasStream = files.contains { $0.writer == .eventStream }
    return files.compactMap { file in
      let counts = named.contains { test in
        test.location.file == file.path
          && (test.outcome == .passed || test.reason == Self.unprovenReason)
      }
      switch file.writer {
      case .swiftTesting where counts && !hasStream:
        return unproven(
          file, "this XML shows tests that were cancelled as passed",
          fix: "swift test --event-stream-output-path FILE; and --results \(name)=FILE, too")
      case .xctest where counts:
        return unproven(
          file, "this XML shows tests of XCTest that were skipped as passed; none counts",
          fix: "write the tests of the matrix with swift-testing")
      default: return nil
      }
    }
  }

  private func unproven(_ file: ResultFile, _ message: String, fix: String) -> Diagnostic {
    Diagnostic(
      rule: "results-unproven", severity: .warning, message, at: SourceLocation(file: file.path),
      fix: fix)
  }

  /// One name, told of twice by files of one kind: nobody knows which result is whose.
  private func repeated(_ named: [Test]) -> [Diagnostic] {
    named.filter { $0.count > 1 && $0.outcome != .failed }.map {
      mismatch("`\($0.name)` of \(name) has \($0.count) results", at: $0.location)
    }
  }
}
