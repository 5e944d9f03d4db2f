import CodebookCore
import CodebookLogs
import LogInput
import TestFolders
import Testing

/// Sessions, correlations and spans in logs as they stand on a disk.
@Suite struct StoryLogTests {
  private static let desktop = "fefea8d9-0a09-422d-baf6-4f69970fa9ea"
  private static let engine = "0d9c2c1e-5b7a-4a53-9f8e-7c1b2a3d4e5f"
  private static let actions = [
    "4e18bf6a-94c8-4ce7-a4e9-151f5f573263", "9b2c7d10-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
    "c1d2e3f4-a5b6-4c7d-8e9f-0a1b2c3d4e5f",
  ]
  private static let rules: Set<String> = [
    "log-span-correlation", "log-session-changed", "log-correlation-session", "log-window",
  ]
  private let folder = TemporaryFolder()

  private func record(
    _ second: Int, service: String = "engine", session: String, action: Int,
    span: String? = nil, left: String? = nil
  ) -> String {
    let (event, details) =
      left.map { ("session_adopted", #","details":{"provisional_session_id":"\#($0)"}"#) }
      ?? ("own_event", "")
    let time = second < 10 ? "0\(second)" : "\(second)"
    let spanField = span.map { #","span_id":"\#($0)""# } ?? ""
    return #"{"ts":"2026-01-09T18:07:\#(time).000Z","level":"INFO","service":"\#(service)","#
      + #""component":"runtime","event":"\#(event)","message":"It happened","correlation_id":""#
      + #"\#(Self.actions[action])","session_id":"\#(session)"\#(spanField)\#(details)}"# + "\n"
  }

  private func groups(
    _ sources: [LogSource], jobs: Int = 1, block: Int = 1 << 18
  ) -> [FindingGroup] {
    let options = LogCheckOptions(
      jobs: jobs, rules: Self.rules, limits: LineLimits(block: block))
    return LogCheck(.sample, options).run(sources).groups
  }

  @Test func bothPlacesAreTold() {
    let desktop = folder.write(
      record(1, service: "desktop", session: Self.desktop, action: 0), to: "desktop.jsonl")
    let engine = folder.write(
      record(2, session: Self.engine, action: 1) + record(3, session: Self.engine, action: 0),
      to: "engine.jsonl")
    let found = groups([LogSource(desktop), LogSource(engine)])
    #expect(found.map(\.rule) == ["log-correlation-session"])
    let line = Array(record(3, session: Self.engine, action: 0).utf8)
    let column = line.indices.first { line[$0...].starts(with: "\"\(Self.engine)\"".utf8) } ?? 0
    #expect(
      found.first?.first
        == LinePlace(file: 1, line: 2, column: column + 1, endColumn: column + 39))
    #expect(found.first?.notes.map(\.place.line) == [1])
    #expect(found.first?.notes.map(\.place.file) == [0])
  }

  @Test(arguments: rules.sorted().filter { $0 != "log-window" })
  func theExamplesOfTheRuleShowWhatItFinds(_ id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    let bad = folder.write(rule.badExample + "\n", to: "bad.jsonl")
    let good = folder.write(rule.goodExample + "\n", to: "good.jsonl")
    #expect(Set(groups([LogSource(bad)]).map(\.rule)) == [id])
    #expect(groups([LogSource(good)]).isEmpty)
  }

  @Test func anAdoptionInAnotherFileLinksThem() {
    let desktop = folder.write(
      record(1, service: "desktop", session: Self.desktop, action: 0), to: "desktop.jsonl")
    let engine = folder.write(record(3, session: Self.engine, action: 0), to: "engine.jsonl")
    let later = folder.write(
      record(4, session: Self.desktop, action: 1, left: Self.engine), to: "later.jsonl")
    #expect(groups([LogSource(desktop), LogSource(engine), LogSource(later)]).isEmpty)
  }

  /// The same for any number of threads and any size of blocks.
  @Test func threadsAndBlocksMakeNoDifference() {
    for seed in 0..<6 as Range<UInt64> {
      var random = SplitMix(state: seed)
      let sources = (0..<2).map { number in
        let lines = (0..<40).map { second in
          record(
            second, service: Bool.random(using: &random) ? "desktop" : "engine",
            session: Bool.random(using: &random) ? Self.desktop : Self.engine,
            action: Int.random(in: 0..<3, using: &random),
            span: Bool.random(using: &random) ? "00f067aa0ba902b7" : nil)
        }
        return LogSource(folder.write(lines.joined(), to: "\(seed)-\(number).jsonl"))
      }
      let whole = groups(sources)
      #expect(Set(whole.map(\.rule)).count == 3)
      for (jobs, block) in [(1, 1), (1, 700), (2, 1000), (4, 1), (3, 5000)] {
        #expect(groups(sources, jobs: jobs, block: block) == whole, "\(jobs) \(block) \(seed)")
      }
    }
  }
}
