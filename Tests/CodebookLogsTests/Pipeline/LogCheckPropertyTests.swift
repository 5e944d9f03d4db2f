import CodebookCore
import CodebookLogs
import LogInput
import TestFolders
import Testing

/// What a check finds depends on neither the number of threads nor on how logs are read.
@Suite struct LogCheckPropertyTests {
  private let folder = TemporaryFolder()

  @Test(arguments: 0..<3 as Range<UInt64>)
  func theResultIsTheSameForAllThreadsAndBlocks(seed: UInt64) {
    var random = SplitMix(state: seed)
    let sources = (0..<3).map { number in
      LogSource(folder.write(Self.log(&random), to: "\(number).jsonl"))
    }
    let window =
      random.happens(onceIn: 2) ? TimeWindow(since: Self.noon, until: Self.noon + 20) : TimeWindow()
    let expected = Self.told(sources, jobs: 1, block: 1 << 20, window)
    for (jobs, block) in [(1, 1), (1, 700), (2, 64), (3, 5000), (8, 300)] {
      #expect(Self.told(sources, jobs: jobs, block: block, window) == expected, "\(jobs), \(block)")
    }
  }

  /// More groups than wait for their turn, and more than are kept.
  @Test(arguments: [(1, 1 << 20), (2, 1000), (4, 1 << 20)])
  func tooManyGroupsAreCounted(jobs: Int, block: Int) {
    let lines = (0..<1500).map { #"{"unknown_\#($0)":1}"# + "\n" }
    let source = LogSource(folder.write(lines.joined() + lines.joined(), to: "many.jsonl"))
    let options = LogCheckOptions(
      jobs: jobs, rules: ["log-unknown-field"], maximumGroups: 100,
      limits: LineLimits(block: block))
    let result = LogCheck(.sample, options).run([source])
    #expect(result.groups.map(\.first.line) == Array(1...100))
    #expect(result.groups.map(\.last.line) == Array(1501...1600))
    #expect(result.groups.allSatisfy { $0.count == 2 })
    #expect(result.ungrouped == 2 * 1400)
    #expect(result.counts[.error] == 3000)
  }

  @Test func anInterruptEndsACheck() {
    let line = #"{"unknown":1}"# + "\n"
    let source = LogSource(folder.write(String(repeating: line, count: 1000), to: "a.jsonl"))
    let interrupt = ReadInterrupt()
    let options = LogCheckOptions(limits: LineLimits(block: 100))
    let observer = LogCheckObserver(found: { _ in interrupt.raise() })
    let result = LogCheck(.sample, options).run([source], interrupt: interrupt, observer: observer)
    #expect(result.isInterrupted)
    #expect((1..<100).contains(result.lines))
    #expect(!result.groups.contains { $0.rule == "log-torn-line" || $0.rule == "log-empty" })
  }

  private static let noon: Int64 = 1_767_960_000_000

  private static func told(
    _ sources: [LogSource], jobs: Int, block: Int, _ time: TimeWindow
  ) -> [String] {
    let options = LogCheckOptions(jobs: jobs, time: time, limits: LineLimits(block: block))
    let result = LogCheck(.sample, options).run(sources)
    return result.groups.map { "\($0)" } + [
      "\(result.records) \(result.lines) \(result.bytes) \(result.counts.sorted { $0.key < $1.key })"
    ]
  }

  /// Records, some of them damaged, of a few sessions and correlations.
  private static func log(_ random: inout SplitMix) -> [UInt8] {
    var log: [UInt8] = []
    for number in 0..<random.below(60) {
      var line = Array(record(number, &random).utf8)
      switch random.below(8) {
      case 0: line[random.below(line.count)] = UInt8(random.below(256))
      case 1: line.removeLast(random.below(line.count))
      case 2: line = []
      case 3: line += [UInt8](repeating: 0x20, count: random.below(90_000))
      default: break
      }
      log += line + [0x0A]
    }
    if random.happens(onceIn: 3), !log.isEmpty { log.removeLast() }
    return log
  }

  private static func record(_ number: Int, _ random: inout SplitMix) -> String {
    let ids = ["340d0af9-8290-460d-b831-31f33d14af71", "ce807ee4-4537-47ee-b89c-6d53502c1929"]
    let time = "2026-01-09T12:00:00.0\(number + 10)Z"
    return #"{"ts":"\#(time)","level":"INFO","service":"engine","component":"runtime","#
      + #""event":"framework_log","message":"Ready.","correlation_id":"\#(random.pick(ids))","#
      + #""session_id":"\#(random.pick(ids))","details":{"logger":"a"}}"#
  }
}
