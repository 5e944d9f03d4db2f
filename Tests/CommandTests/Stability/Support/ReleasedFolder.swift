import Foundation
import Testing

extension WorkFolder {
  /// A folder with the catalog that this repository ships and its ledger, both as of 1.0.0.
  ///
  /// - Parameter hasOutput: Whether output is made of them.
  static func released(hasOutput: Bool = false) throws -> WorkFolder {
    let folder = WorkFolder()
    for name in ["catalog.yaml", "catalog.ledger.jsonl"] {
      try FileManager.default.copyItem(
        at: repository.appending(path: "Tests/CommandTests/Goldens/released-\(name)"),
        to: folder.url(name))
    }
    try FileManager.default.copyItem(
      at: repository.appending(path: ".gitattributes"), to: folder.url(".gitattributes"))
    if hasOutput { try folder.succeed("generate", "-q") }
    return folder
  }

  /// The root of this repository.
  static var repository: URL {
    var url = URL(filePath: #filePath)
    for _ in 0..<5 { url.deleteLastPathComponent() }
    return url
  }

  /// Runs codebook, which must find nothing and fail at nothing.
  @discardableResult
  func succeed(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Codebook.Outcome {
    let outcome = try Codebook.run(arguments, in: url)
    try #require(
      outcome.status == 0, "\(arguments): \(outcome.all)", sourceLocation: sourceLocation)
    return outcome
  }

  /// Releases the catalog as it stands, on a day that is given.
  func release(_ version: String) throws {
    try succeed("release", version, "--today", "2027-01-01")
  }

  /// Every name in this folder, hidden ones and the output left out.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path)
      .filter { !$0.hasPrefix(".") && $0 != "Generated" }.sorted()
  }

  /// The number of the first line of a file that holds a text.
  ///
  /// - Parameter start: What the line before which nothing is looked at begins with.
  func line(
    of text: String, in path: String = "catalog.yaml", after start: String = ""
  ) throws -> Int {
    let lines = try self.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.hasPrefix(start) }, "\(path) has no \(start)")
    return try #require(lines[first...].firstIndex { $0.contains(text) }, "no \(text)") + 1
  }
}

/// A finding, as `--format json` has it.
struct Finding: Decodable, CustomStringConvertible {
  struct Place: Decodable {
    let line: Int
  }

  let rule: String
  let severity: String
  let file: String
  let message: String
  let fix: String?
  let start: Place?
  let entry: String?
  let fingerprint: String?

  var description: String { "\(file):\(start?.line ?? 0): \(severity): \(message) [\(rule)]" }

  /// Whether the finding says only that output was not made again.
  var isDrift: Bool {
    ["changed-entry", "changed-output", "missing-output", "stale-output"].contains(rule)
  }
}

extension WorkFolder {
  private struct Report: Decodable {
    let diagnostics: [Finding]
  }

  /// What `check` finds, output that is out of date left aside: one target is enough.
  func findings(_ arguments: String...) throws -> [Finding] {
    let check = ["check", "--target", "catalog", "--format", "json"]
    let outcome = try Codebook.run(check + arguments, in: url)
    try #require(outcome.status < 2, "\(outcome.all)")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    #expect((outcome.status == 1) == report.diagnostics.contains { $0.severity != "note" })
    return report.diagnostics.filter { !$0.isDrift }
  }

  /// The rules of what `check` finds, each once.
  func rules() throws -> [String] {
    Set(try findings().map(\.rule)).sorted()
  }

  /// The one finding of a rule.
  func finding(_ rule: String) throws -> Finding? {
    let found = try findings()
    let meant = found.filter { $0.rule == rule }
    #expect(meant.count == 1, "\(found)")
    return meant.first
  }
}
