/// Days of the Gregorian calendar.
enum CalendarDay {
  /// The number of a day since 1970-01-01. Counts in eras of 400 years that begin on 1 March.
  static func number(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// How many days a month has.
  static func count(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The year of a time in milliseconds since 1970-01-01T00:00:00Z.
  static func year(of milliseconds: Int64) -> Int64 {
    let day = (milliseconds - (milliseconds < 0 ? 86_399_999 : 0)) / 86_400_000
    var year = 1970 + day / 366 - (day < 0 ? 1 : 0)
    while number(year + 1, 1, 1) <= day { year += 1 }
    return year
  }
}
