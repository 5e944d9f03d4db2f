import CodebookRuntime
import Foundation
import PredictionTraderCatalog
import Resilience
import Testing

/// A row of the matrix: its timelines, and what they have to write.
enum MatrixRow {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../..")

  static let scenarios = Result {
    try Scenarios(json: text("Generated/conformance/scenarios.json"))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: top.appending(path: path)), as: UTF8.self)
  }

  /// Runs a timeline of a row.
  static func run(_ id: String, _ name: String) throws -> TimelineRun {
    let scenarios = try scenarios.get()
    let timeline = try #require(scenarios.timelines[id]?.first { $0.name == name })
    let runner = TimelineRunner(
      description: scenarios.description, catalog: .current, services: scenarios.services)
    return try runner.run(timeline)
  }

  /// Runs a timeline, and holds it against what it expects and against its golden log.
  @discardableResult
  static func check(
    _ id: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> TimelineRun {
    let run = try run(id, name)
    for finding in run.findings {
      Issue.record("\(id) \(name): \(finding)", sourceLocation: sourceLocation)
    }
    let golden = try text("Tests/Goldens/resilience/\(id).\(name).jsonl")
    #expect(
      run.lines.map { $0 + "\n" }.joined() == golden, "\(id) \(name)",
      sourceLocation: sourceLocation)
    return run
  }
}
