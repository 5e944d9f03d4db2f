import CodebookRuntime
import Testing

/// Times as records have them, and nothing else.
@Suite struct TimestampParsingTests {
  @Test func whatIsWrittenIsRead() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let time = Timestamp(
        milliseconds: Int64.random(
          in: -62_167_219_200_000...253_402_300_799_999, using: &generator))
      #expect(Timestamp(time.description) == time)
    }
  }

  @Test(arguments: [
    "", "2026-01-09T18:07:23Z", "2026-01-09T18:07:23.4120Z", "2026-01-09 18:07:23.412Z",
    "2026-13-09T18:07:23.412Z", "2026-02-29T18:07:23.412Z", "2026-01-00T18:07:23.412Z",
    "2026-01-09T24:07:23.412Z", "2026-01-09T18:60:23.412Z", "2026-01-09T18:07:60.412Z",
    "2026-01-09T18:07:23.412z", "+026-01-09T18:07:23.412Z", "2026-01-09T18:07:23,412Z",
  ])
  func nothingElseIs(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
