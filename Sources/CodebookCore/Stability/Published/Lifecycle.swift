/// Where an entry is in its life, and what is known of its end.
package struct Lifecycle: Sendable, Hashable {
  package var stability: Stability
  /// The ID of what takes its place.
  package var replacedBy: String?
  /// The day from which on it may be retired.
  package var sunset: CalendarDate?
  /// Why it is deprecated or retired.
  package var reason: String?

  package init(
    stability: Stability = .stable, replacedBy: String? = nil, sunset: CalendarDate? = nil,
    reason: String? = nil
  ) {
    self.stability = stability
    self.replacedBy = replacedBy
    self.sunset = sunset
    self.reason = reason
  }
}

/// A day of the Gregorian calendar, such as `2027-01-31`.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// `nil` where the text is no `YYYY-MM-DD`, or there is no such day.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard TextShape.date.accepts(text), bytes.count == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    self.init(year: number(0..<4), month: number(5..<7), day: number(8..<10))
  }

  /// `nil` where there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(of: month, in: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
