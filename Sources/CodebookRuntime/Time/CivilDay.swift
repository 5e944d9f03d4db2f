/// A day of the Gregorian calendar, and a second in it.
package struct CivilDay {
  package let year: Int64
  package let month: Int64
  package let day: Int64
  /// The second of the day.
  package let second: Int64

  /// Counts in eras of 400 years that begin on the first of March, so that the leap day is last.
  package init(secondsSince1970 seconds: Int64) {
    let secondsOfDay: Int64 = 86_400
    let remainder = seconds % secondsOfDay
    second = remainder < 0 ? remainder + secondsOfDay : remainder
    let daysOfEra: Int64 = 146_097
    let days = (seconds - second) / secondsOfDay + 719_468
    let era = (days >= 0 ? days : days - daysOfEra + 1) / daysOfEra
    let dayOfEra = days - era * daysOfEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }
}

extension CivilDay {
  /// How many days a month has, from 1 for January to 12.
  package static func count(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of a day since 1970-01-01, by the same eras.
  package static func number(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
