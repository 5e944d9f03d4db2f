@testable import CodebookRuntime
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_767_982_043_412, "2026-01-09T18:07:23.412Z"),
      (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"), (.min, "0000-01-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (.max, "9999-12-31T23:59:59.999Z"),
      (4_107_542_399_000, "2100-02-28T23:59:59.000Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
      (-62_162_035_200_001, "0000-02-29T23:59:59.999Z"),
    ] as [(Int64, String)])
  func timesAreUTCWithMilliseconds(_ milliseconds: Int64, _ expected: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == expected)
  }

  @Test func theTextOfASecondIsNotKeptForAnother() {
    let fixture = Fixture()
    for step in [0, 1, 999, 1000, 59_000, 3_600_000, 86_400_000, -90_000_000] as [Int64] {
      fixture.clock.advance(milliseconds: step)
      fixture.say()
      #expect(fixture.sink.last.hasPrefix("{\"ts\":\"\(fixture.clock.now)\","))
    }
  }

  @Test func theSystemsTimeIsOfThisCentury() {
    #expect(Timestamp.now() > Timestamp(milliseconds: 1_767_982_043_412))
    #expect(Timestamp.now() < Timestamp(milliseconds: 4_102_444_800_000))
  }
}
