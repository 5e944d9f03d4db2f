import CodebookLogs
import Foundation
import LogInput
import Testing

/// What a check counts is what its lines tell, on any number of threads and in any parts.
@Suite struct PipelineSummaryTests {
  private static let header =
    #""service":"engine","component":"ws_client","message":"x","correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263","session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea""#

  /// Lines of some minutes: records, and at times something else.
  private static func lines(_ count: Int, seed: UInt64) -> [String] {
    var generator = SplitMix(state: seed)
    return (0..<count).map { number in
      let minute = 10 + number * 40 / count
      guard Int.random(in: 0..<10, using: &generator) > 0 else {
        return ["Traceback", "", #"{"level":"INFO"}"#, "{\"event\":\"made_up\(number)\"}"]
          .randomElement(using: &generator) ?? ""
      }
      let event =
        ["reconnected", "reconnect_scheduled", "made_up"]
        .randomElement(using: &generator) ?? ""
      return
        #"{"ts":"2026-01-09T18:\#(minute):23.412Z","level":"INFO","event":"\#(event)",\#(header)}"#
    }
  }

  private static func summary(
    of lines: some Sequence<String>, jobs: Int = 1, time: TimeWindow = TimeWindow(),
    block: Int = 4096
  ) throws -> LogSummary {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data((lines.map { $0 + "\n" }).joined().utf8).write(to: file)
    var options = LogCheckOptions(jobs: jobs, time: time, limits: LineLimits(block: block))
    options.counts = true
    let result = LogCheck(.sample, options).run([LogSource(name: file.path, files: [file.path])])
    var summary = try #require(result.summary)
    #expect(summary.records == result.records)
    #expect(summary.lines == result.lines)
    #expect(summary.bytes == result.bytes)
    // Places have the name of a file that is another each time.
    summary.findings = FindingCounts()
    return summary
  }

  @Test(arguments: [1, 2, 5])
  func anyNumberOfThreadsCountsTheSame(_ jobs: Int) throws {
    let lines = Self.lines(2000, seed: 1)
    let one = try Self.summary(of: lines)
    #expect(one.lines == 2000)
    #expect(one.count(.levels, 2) > 1000)
    #expect(try Self.summary(of: lines, jobs: jobs, block: 1000) == one)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func partsOfFilesMergeToTheWhole(_ seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let lines = Self.lines(500, seed: seed)
    let cut = Int.random(in: 0...lines.count, using: &generator)
    var sum = try Self.summary(of: lines[cut...])
    try sum.merge(try Self.summary(of: lines[..<cut]))
    #expect(sum == (try Self.summary(of: lines)))
  }

  /// Lines without a time count as the record before them does, in whichever block that was.
  @Test func ofAWindowOfTimeAllBlocksCountTheSame() throws {
    let lines = Self.lines(1000, seed: 3)
    let time = TimeWindow(since: 1_767_982_800_000, until: 1_767_983_700_000)
    let one = try Self.summary(of: lines, time: time, block: 1 << 20)
    #expect(one.lines > 100 && one.lines < 900)
    #expect(try Self.summary(of: lines, jobs: 3, time: time, block: 300) == one)
  }
}
