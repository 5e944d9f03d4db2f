import LogInput

@testable import CodebookLogs

/// A check as `LogCheck` makes it, of blocks in memory. It begins with what was made once: tables
/// for a catalog take longer than a short log.
struct StreamCheck {
  private let checker: BlockChecker
  private let sequencer: LogSequencer
  private let options: LogCheckOptions
  private let empty = LogSummary(CountedNames(.sample))

  init(_ time: TimeWindow) {
    options = LogCheckOptions(time: time, window: 16, maximumGroups: 50)
    checker = BlockChecker(.sample, options, counter: LogCounting(.sample).counter)
    sequencer = LogSequencer(
      .sample, LogReader([LogSource("a.jsonl")]).files, options, LogCheckObserver())
  }

  /// What a log comes to; the summary is one without findings.
  func run(_ blocks: [LineBlock]) -> LogCheckResult {
    var (checker, sequencer) = (checker, sequencer)
    for block in blocks {
      let outcome = checker.check(block) { sequencer.take($0, isHead: $1, of: block) }
      sequencer.take(outcome, isStream: false, bytesRead: 0)
    }
    var result = sequencer.finish(options, isInterrupted: false)
    var summary = empty
    for part in [checker.summary, sequencer.summary] { if let part { summary.add(part) } }
    result.summary = summary
    return result
  }
}
