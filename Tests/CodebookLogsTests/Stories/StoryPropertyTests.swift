import CodebookRuntime
import Testing

@testable import CodebookLogs

@Suite struct StoryPropertyTests {
  /// Few names, so that all meet all, and often several records that differ by their time alone.
  private func makeSources(
    _ random: inout SplitMix, names: UInt64, isOrdered: Bool
  ) -> [[StoryRecord]] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      var former: StoryRecord?
      return (0..<Int.random(in: 1...40, using: &random)).map { line in
        let time = isOrdered ? Int64(line) : Int64.random(in: 0...50, using: &random)
        if var again = former, Int.random(in: 0..<3, using: &random) == 0 {
          again.time = time
          return again
        }
        let isAdoption = Int.random(in: 0..<12, using: &random) == 0
        let record = StoryRecord(
          service: Int16.random(in: -2...1, using: &random),
          session: UInt64.random(in: 0...names, using: &random),
          correlation: UInt64.random(in: 0...names * 2, using: &random),
          span: Bool.random(using: &random) ? 0 : UInt64.random(in: 1...names * 2, using: &random),
          left: isAdoption ? UInt64.random(in: 1...names, using: &random) : 0,
          time: time)
        former = record
        return record
      }
    }
  }

  @Test(arguments: [2, 4, 9] as [UInt64])
  func theWindowFindsWhatAModelWithoutLimitsFinds(names: UInt64) {
    for seed in 0..<800 as Range<UInt64> {
      var random = SplitMix(state: seed &* 31 &+ names)
      let sources = makeSources(&random, names: names, isOrdered: seed.isMultiple(of: 2))
      let streams: Set<Int> = seed.isMultiple(of: 3) ? [0] : []
      let found = StoryRun.tell(sources, streams: streams) { Int.random(in: 1...9, using: &random) }
      let wanted = StoryModel.tell(sources, streams: streams)
      #expect(found == wanted, "seed \(seed)")
      if found != wanted { return }
    }
  }

  /// Where much is forgotten, too.
  @Test(arguments: [2, 3, 8, 50])
  func theSizeOfBlocksMakesNoDifference(limit: Int) {
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix(state: seed)
      let sources = makeSources(&random, names: 12, isOrdered: true)
      let whole = StoryRun.findings(sources, limit: limit)
      let single = StoryRun.findings(sources, limit: limit) { 1 }
      let parts = StoryRun.findings(sources, limit: limit) { Int.random(in: 1...7, using: &random) }
      #expect(whole.found == single.found && whole.forgotten == single.forgotten)
      #expect(whole.found == parts.found && whole.forgotten == parts.forgotten)
    }
  }
}
