extension Timestamp {
  /// Reads UTC with milliseconds, exactly as records have it: `2026-01-09T18:07:23.412Z`. `nil` for
  /// anything else, and for days and times that no calendar has.
  package init?(_ text: some Collection<UInt8>) {
    guard text.count == TimestampText.length else { return nil }
    var numbers: [Int64] = []
    var number: Int64 = 0
    for (byte, form) in zip(text, Self.form) {
      if form == UInt8(ascii: "0") {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
        number = number * 10 + Int64(byte - UInt8(ascii: "0"))
      } else {
        guard byte == form else { return nil }
        numbers.append(number)
        number = 0
      }
    }
    guard let seconds = Self.seconds(of: numbers) else { return nil }
    self.init(milliseconds: seconds * 1000 + numbers[6])
  }

  /// Reads UTC with milliseconds, exactly as records have it.
  package init?(_ text: String) {
    self.init(text.utf8)
  }

  private static let form = Array("0000-00-00T00:00:00.000Z".utf8)

  /// Seconds since 1970; `nil` where a number is outside of its range.
  private static func seconds(of numbers: [Int64]) -> Int64? {
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard 1...12 ~= month, 1...days(ofMonth: month, year: year) ~= day, numbers[3] < 24,
      numbers[4] < 60, numbers[5] < 60
    else { return nil }
    return daysSince1970(year, month, day) * 86_400 + numbers[3] * 3600 + numbers[4] * 60
      + numbers[5]
  }

  private static func days(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Counts in eras of 400 years that begin on the first of March.
  private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
