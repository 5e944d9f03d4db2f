import CodebookCore
import CodebookLogs
import CodebookRuntime
import Testing

@Suite struct LogStatisticsTests {
  private static func statistics(_ times: [Int64]) -> LogStatistics {
    var counter = RecordCounter.sample
    for (place, time) in times.enumerated() {
      var facts = RecordFacts()
      facts.isObject = true
      (facts.time, facts.level, facts.event) = (time, place % 4 == 0 ? 4 : 2, 0)
      counter.add(facts)
    }
    return LogStatistics(counter.summary(), .sample)
  }

  private static func text(_ times: [Int64], by unit: TimeUnit? = nil) -> String {
    statistics(times).text(Palette(isOn: false), Sparkline(isUnicode: true), by: unit)
  }

  @Test(
    arguments: [
      ([1, 8, 4, 0], "▁█▄ "), ([5, 5], "██"), ([0, 0], "  "), ([], ""),
      ([Int.max, 1, Int.max / 2], "█▁▄"),
    ] as [([Int], String)])
  func barsAreAsHighAsCounts(_ counts: [Int], _ bars: String) {
    #expect(Sparkline(isUnicode: true).text(counts) == bars)
    let ascii = Sparkline(isUnicode: false).text(counts)
    #expect(ascii.count == counts.count && ascii.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func theHeadTellsHowMuchAndHowFast() {
    let start: Int64 = 1_767_982_040_000
    let times = (0..<100).map { start + $0 * 100 } + [start + 3_600_000]
    let lines = Self.text(times).split(separator: "\n")
    #expect(lines[0] == "101 records, 303 bytes in 1 h")
    #expect(lines[1] == "from 2026-01-09T18:07:20.000Z to 2026-01-09T19:07:20.000Z")
    #expect(
      lines[2]
        == "1.7 a minute, at most 10.0 a second at 2026-01-09 18:07:20; nothing for 59 min 50 s "
        + "from 2026-01-09 18:07:30")
    #expect(lines.contains { $0.hasPrefix("  INFO   ") })
  }

  @Test func aTableHasARowForEachUnitWithRecords() {
    let minute: Int64 = 60_000
    let text = Self.text([0, 1, minute, 5 * minute], by: .minute)
    #expect(
      text.contains(
        """
        From              Records  ERROR  INFO
        1970-01-01 00:00        2      1     1
        1970-01-01 00:01        1      0     1
        1970-01-01 00:05        1      0     1

        """), "\(text)")
  }

  @Test func thereMayBeNothing() {
    #expect(Self.text([]) == "0 records, 0 bytes\n")
    #expect(Self.statistics([]).markdown(by: .hour) == "**0 records, 0 bytes**\n")
  }

  @Test func nothingIsWiderThanATerminal() {
    let times = (0..<3000).map { Int64($0) * 86_400_000 }
    let lines = Self.text(times).split(separator: "\n")
    #expect(lines.dropFirst(3).allSatisfy { $0.count <= 90 })
  }
}
