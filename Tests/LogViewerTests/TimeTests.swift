import Foundation
import Testing

@testable import LogViewer

/// The zone is the process's: nothing else of this suite runs beside it.
@Suite(.serialized) struct TimeTests {
  private func inZone<Result>(_ zone: String, _ body: () throws -> Result) rethrows -> Result {
    let before = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", zone, 1)
    tzset()
    defer {
      if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
      tzset()
    }
    return try body()
  }

  private func local(_ times: [String], zone: String) -> [String] {
    inZone(zone) {
      var options = ViewOptions()
      options.zone = .local
      options.gap = nil
      return shown(times.map { record(at: $0, message: $0) }, .init(), options).map {
        $0.hasPrefix("──") ? $0 : String($0.prefix(12))
      }
    }
  }

  @Test func localTimesFollowTheZone() {
    #expect(
      local(["2026-01-09T23:30:00.250Z"], zone: "CET-1CEST,M3.5.0,M10.5.0/3")
        == ["── 2026-01-10 CET, UTC+01:00 ──", "00:30:00.250"])
    #expect(
      local(["2026-01-09T00:30:00.250Z"], zone: "<-0330>3:30")
        == ["── 2026-01-08 UTC-03:30 ──", "21:00:00.250"])
    #expect(local(["1969-12-31T23:59:59.999Z"], zone: "UTC0").last == "23:59:59.999")
  }

  @Test func theEndOfSummerTimeIsMarked() {
    #expect(
      local(
        ["2026-10-25T00:59:59.000Z", "2026-10-25T01:00:00.000Z", "2026-10-25T01:30:00.000Z"],
        zone: "CET-1CEST,M3.5.0,M10.5.0/3") == [
          "── 2026-10-25 CEST, UTC+02:00 ──", "02:59:59.000",
          "── 2026-10-25 CET, UTC+01:00 ──", "02:00:00.000", "02:30:00.000",
        ])
  }

  @Test(arguments: [
    ("2026-01-09T18:07:23.412Z", 1_767_982_043_412), ("2026-01-09T18:07:23Z", 1_767_982_043_000),
    ("2026-01-09t18:07:23z", 1_767_982_043_000), ("2026-01-09T18:07:23.4Z", 1_767_982_043_400),
    ("2026-01-09T18:07:23.4129999+00:00", 1_767_982_043_412),
    ("2026-01-09T19:37:23+01:30", 1_767_982_043_000),
    ("2026-01-09T13:07:23.412-05:00", 1_767_982_043_412),
    ("2026-01-09T18:07:23", nil), ("2026-02-30T18:07:23Z", nil), ("2026-01-09T18:07:23.Z", nil),
    ("2026-01-09T18:07:23+1:00", nil), ("2026-01-09T18:07:23+24:00", nil), ("", nil),
  ])
  func dates(text: String, milliseconds: Int64?) {
    #expect(DateText.milliseconds(text) == milliseconds)
  }

  @Test(arguments: [
    ("-3h", 1_767_971_243_412), ("3h", 1_767_971_243_412), ("-1h30m", 1_767_976_643_412),
    ("-2d", 1_767_809_243_412), ("18:07", 1_767_982_020_000), ("18:08", 1_767_895_680_000),
    ("18:07:23", 1_767_982_043_000), ("2026-01-09", 1_767_916_800_000),
    ("2026-01-09 18:07", 1_767_982_020_000), ("2026-01-09T18:07:23", 1_767_982_043_000),
    ("2026-01-09T18:07:23+01:00", 1_767_978_443_000), ("2026-02-30", nil), ("3", nil),
    ("24:00", nil), ("tomorrow", nil), ("-", nil), ("-3x", nil), ("1:2:3:4", nil), ("", nil),
    ("18:07:23.412", 1_767_982_043_412), ("18:07:23.412Z", 1_767_982_043_412),
    ("18:07:23.413Z", 1_767_895_643_413), ("18:07Z", 1_767_982_020_000),
    ("18:07:23.4", 1_767_982_043_400), ("18:07:23.412999", 1_767_982_043_412),
    ("2026-01-09 18:07:23.412", 1_767_982_043_412), ("2026-01-09T18:07Z", 1_767_982_020_000),
    ("2026-01-09 18:07:23.412Z", 1_767_982_043_412), ("today", 1_767_916_800_000),
    ("yesterday", 1_767_830_400_000), ("18:07.5", nil), ("18:07:23.", nil), ("18:07:23.x", nil),
    ("Z", nil), ("2026-01-09Z", nil), ("18:07:23.412+01:00", nil),
  ])
  func phrases(text: String, milliseconds: Int64?) {
    let phrase = TimePhrase(now: 1_767_982_043_412, zone: .utc)
    #expect(phrase.milliseconds(text, .start) == milliseconds)
  }

  @Test func aDayEndsWithItsLastMillisecond() {
    let phrase = TimePhrase(now: 1_767_982_043_412, zone: .utc)
    #expect(phrase.milliseconds("2026-01-09", .end) == 1_768_003_199_999)
    #expect(phrase.milliseconds("yesterday", .end) == 1_767_916_799_999)
  }

  @Test func aTimeOfDayIsThatOfTheZone() {
    inZone("CET-1CEST,M3.5.0,M10.5.0/3") {
      let phrase = TimePhrase(now: 1_767_982_043_412, zone: .local)
      #expect(phrase.milliseconds("19:07", .start) == 1_767_982_020_000)
      #expect(phrase.milliseconds("18:07Z", .start) == 1_767_982_020_000)
      #expect(
        phrase.milliseconds("2026-07-01 00:00", .start)
          == DateText.milliseconds("2026-06-30T22:00:00Z"))
    }
  }
}
