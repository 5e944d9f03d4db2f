internal import CodebookRuntime

/// A date in one of the three forms of RFC 9110, 5.6.7, read strictly.
struct HTTPDate {
  private let dayName: Int
  private let day: Int64
  private let month: Int64
  private let year: Int64
  private let yearHasTwoDigits: Bool
  private let secondOfDay: Int64

  /// Reads a date without white space around it. `nil` for all else, and for times that no clock
  /// has; whether a calendar has the day is seen once its year is known.
  init?(_ text: ArraySlice<UInt8>) {
    var reader = HTTPDateReader(text)
    guard let date = Self.read(&reader), reader.isAtEnd else { return nil }
    self = date
  }

  private init?(
    dayName: Int, day: Int64?, month: Int64?, year: Int64?, yearHasTwoDigits: Bool = false,
    time: Int64?
  ) {
    guard let day, let month, let year, let time else { return nil }
    self.dayName = dayName
    self.day = day
    self.month = month
    self.year = year
    self.yearHasTwoDigits = yearHasTwoDigits
    secondOfDay = time
  }

  private static func read(_ reader: inout HTTPDateReader) -> HTTPDate? {
    if let name = reader.name(HTTPDateReader.longDays) { return readOld(&reader, name) }
    guard let name = reader.name(HTTPDateReader.days) else { return nil }
    return reader.skip(", ") ? readPlain(&reader, name) : readC(&reader, name)
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`
  private static func readPlain(_ reader: inout HTTPDateReader, _ name: Int) -> HTTPDate? {
    let day = reader.number(2, before: " ")
    let month = reader.month(before: " ")
    let year = reader.number(4, before: " ")
    let time = reader.time()
    guard reader.skip(" GMT") else { return nil }
    return HTTPDate(dayName: name, day: day, month: month, year: year, time: time)
  }

  /// `Sunday, 06-Nov-94 08:49:37 GMT`
  private static func readOld(_ reader: inout HTTPDateReader, _ name: Int) -> HTTPDate? {
    guard reader.skip(", ") else { return nil }
    let day = reader.number(2, before: "-")
    let month = reader.month(before: "-")
    let year = reader.number(2, before: " ")
    let time = reader.time()
    guard reader.skip(" GMT") else { return nil }
    return HTTPDate(
      dayName: name, day: day, month: month, year: year, yearHasTwoDigits: true, time: time)
  }

  /// `Sun Nov  6 08:49:37 1994`
  private static func readC(_ reader: inout HTTPDateReader, _ name: Int) -> HTTPDate? {
    guard reader.skip(" ") else { return nil }
    let month = reader.month(before: " ")
    let day = reader.skip(" ") ? reader.number(1, before: " ") : reader.number(2, before: " ")
    let time = reader.time()
    guard reader.skip(" ") else { return nil }
    let year = reader.number(4)
    return HTTPDate(dayName: name, day: day, month: month, year: year, time: time)
  }
}

extension HTTPDate {
  /// Milliseconds since 1970-01-01T00:00:00Z; `nil` for days that no calendar has, and where the
  /// year has two digits.
  var milliseconds: Int64? { yearHasTwoDigits ? nil : milliseconds(year: year) }

  /// Milliseconds since 1970-01-01T00:00:00Z; `nil` for days that no calendar has. A year of two
  /// digits is of the century that puts it no more than 50 years ahead of a reference.
  func milliseconds(near reference: Int64) -> Int64? {
    guard yearHasTwoDigits else { return milliseconds }
    let latest = Self.year(of: reference) + 50
    return milliseconds(year: latest - (latest - year) % 100)
  }

  private static func year(of milliseconds: Int64) -> Int64 {
    let second = milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0)
    return CivilDay(secondsSince1970: second).year
  }

  private func milliseconds(year: Int64) -> Int64? {
    guard 1...CivilDay.count(ofMonth: month, year: year) ~= day else { return nil }
    let days = CivilDay.number(year, month, day)
    // The first day of 1970 was a Thursday; weeks begin on Mondays here.
    guard ((days + 3) % 7 + 7) % 7 == Int64(dayName) else { return nil }
    return (days * 86_400 + secondOfDay) * 1000
  }
}
