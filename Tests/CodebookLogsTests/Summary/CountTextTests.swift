import CodebookLogs
import Testing

@Suite struct CountTextTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1204, "1,204"), (-1_234_567, "-1,234,567")])
  func numbersAreGrouped(number: Int, text: String) {
    #expect(CountText.grouped(number) == text)
  }

  @Test(arguments: [(0, "0 lines"), (1, "1 line"), (1204, "1,204 lines")])
  func thereIsOneOrMany(count: Int, text: String) {
    #expect(CountText.of(count, "line") == text)
  }

  @Test(arguments: [
    (1, "1 byte"), (999, "999 bytes"), (1240, "1.2 kB"), (999_949, "999.9 kB"),
    (999_950, "1.0 MB"), (65_012_345, "65.0 MB"), (5_020_000_000, "5.0 GB"),
  ])
  func bytes(count: Int, text: String) {
    #expect(CountText.bytes(count) == text)
  }

  @Test(arguments: [
    (0, "0 ms"), (999, "999 ms"), (3000, "3 s"), (3204, "3.2 s"), (59_999, "59 s"),
    (60_000, "1 min"), (192_500, "3 min 12 s"), (3_605_000, "1 h"), (7_500_000, "2 h 5 min"),
    (90_000_000, "1 d 1 h"),
  ])
  func durations(milliseconds: Int64, text: String) {
    #expect(CountText.duration(milliseconds) == text)
  }
}
