internal import CodebookRuntime

/// Timestamps as records may have them: RFC 3339 in UTC, with any number of digits of a second.
enum TimestampForm {
  /// What a text is.
  enum Reading {
    /// Milliseconds since 1970, rounded down.
    case time(Int64)
    case otherForm
    /// A day or a time that no calendar has.
    case noDate
  }

  static func read(_ text: [UInt8]) -> Reading {
    guard hasForm(text) else { return .otherForm }
    let year = number(text, 0, 4)
    let (month, day) = (number(text, 5, 2), number(text, 8, 2))
    let (hour, minute, second) = (number(text, 11, 2), number(text, 14, 2), number(text, 17, 2))
    guard 1...12 ~= month, day >= 1, day <= CivilDay.count(ofMonth: month, year: year), hour < 24,
      minute < 60, second < 60
    else { return .noDate }
    var fraction: Int64 = 0
    for place in 20..<23 {
      fraction = fraction * 10
      if place < text.count - 1 { fraction += Int64(text[place] & 0xF) }
    }
    let minutes = (CivilDay.number(year, month, day) * 24 + hour) * 60 + minute
    return .time((minutes * 60 + second) * 1000 + fraction)
  }

  private static func hasForm(_ text: [UInt8]) -> Bool {
    guard text.count >= 20, text.last == UInt8(ascii: "Z") else { return false }
    let form = Array("dddd-dd-ddTdd:dd:dd".utf8)
    for (place, mark) in form.enumerated() {
      guard mark == UInt8(ascii: "d") ? isDigit(text[place]) : text[place] == mark else {
        return false
      }
    }
    if text.count == 20 { return true }
    return text[19] == UInt8(ascii: ".") && text.count > 21
      && text[20..<(text.count - 1)].allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func number(_ text: [UInt8], _ start: Int, _ count: Int) -> Int64 {
    text[start..<(start + count)].reduce(0) { $0 * 10 + Int64($1 & 0xF) }
  }
}
