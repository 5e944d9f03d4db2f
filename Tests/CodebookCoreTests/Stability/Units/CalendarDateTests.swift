import Testing

@testable import CodebookCore

@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test(arguments: [
    "2026-01-31", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31", "2026-11-30",
  ])
  func isOne(_ text: String) { #expect(CalendarDate(text)?.description == text) }

  @Test(arguments: [
    "", "2026-02-29", "1900-02-29", "2026-02-30", "2026-00-10", "2026-13-01", "2026-01-00",
    "2026-04-31", "2026-1-01", "26-01-01", "2026/01/01", " 2026-01-01", "2026-01-01 ", "2026-01-0१",
    "2026-01-1\u{301}", "+026-01-01", "2026-01-01T00:00",
  ])
  func isNone(_ text: String) { #expect(CalendarDate(text) == nil) }

  @Test func everyDayFollowsTheOneBefore() throws {
    var days: [CalendarDate] = []
    for year in 2023...2028 {
      for month in 1...12 {
        days += (1...31).compactMap { CalendarDate(year: year, month: month, day: $0) }
      }
    }
    #expect(days.count == 6 * 365 + 2)
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 && !($1 < $0) })
    #expect(days.map(\.description) == days.map(\.description).sorted())
  }
}
