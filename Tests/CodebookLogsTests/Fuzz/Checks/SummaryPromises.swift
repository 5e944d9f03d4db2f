import CodebookCore

@testable import CodebookLogs

/// A summary that somebody hands in: an error or a sound one, which merges.
struct SummaryPromises {
  private let names = CountedNames(.sample)
  private let reader = SummaryReader(CountedNames(.sample))

  func check(_ input: [UInt8]) throws(BrokenPromise) {
    let summary: LogSummary
    do throws(SummaryError) {
      summary = try reader.read(input)
    } catch {
      return try SafeText.checkControls(error.description)
    }
    try Self.checkReading(summary, reader)
    try Self.checkForms(summary)
    try checkMerging(summary)
  }

  /// What is written is read as the same.
  static func checkReading(
    _ summary: LogSummary, _ reader: SummaryReader
  ) throws(BrokenPromise) {
    let read: LogSummary
    do throws(SummaryError) {
      read = try reader.read(summary.value.canonical)
    } catch {
      throw BrokenPromise("is written and not read: \(error.description)")
    }
    try BrokenPromise.unless(read == summary, "is read as another")
  }

  /// All forms of it may be shown.
  static func checkForms(_ summary: LogSummary) throws(BrokenPromise) {
    let coverage = LogCoverage(summary, .sample)
    let statistics = LogStatistics(summary, .sample)
    for text in [
      coverage.text(Palette(isOn: false)), coverage.markdown, statistics.markdown(by: nil),
      statistics.text(Palette(isOn: false), Sparkline(isUnicode: true), by: nil),
      String(decoding: statistics.value(coverage: coverage).indented, as: UTF8.self),
    ] {
      try SafeText.check(text, mayHaveLines: true)
    }
  }

  private func checkMerging(_ summary: LogSummary) throws(BrokenPromise) {
    var sum = LogSummary(names)
    guard (try? sum.merge(summary)) != nil else { throw BrokenPromise("too many for a sum") }
    try BrokenPromise.unless(sum == summary, "an empty one changes it")
    guard (try? sum.merge(summary)) != nil else { return }
    try BrokenPromise.unless(sum.lines == summary.lines * 2, "twice is not double")
    try Self.checkReading(sum, reader)
  }
}
