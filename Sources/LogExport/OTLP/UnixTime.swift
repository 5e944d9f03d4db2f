internal import CodebookRuntime

/// Reads the timestamps of records as the protocol counts time.
enum UnixTime {
  /// Nanoseconds since 1970 of `2026-01-09T18:07:23.412Z`, with any fraction; what is finer than a
  /// nanosecond is cut off. `nil` where it is no such text, no real date or time, before 1970, or
  /// too late for 64 bits.
  static func nanoseconds(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard text.count >= shortest, text.last == UInt8(ascii: "Z") else { return nil }
    for (place, mark) in marks where text[place] != mark { return nil }
    guard let year = number(text, 0, 4), let month = number(text, 5, 2),
      let day = number(text, 8, 2), let hour = number(text, 11, 2),
      let minute = number(text, 14, 2), let second = number(text, 17, 2),
      let fraction = fraction(text), 1970 <= year, 1...12 ~= month,
      1...CivilDay.count(ofMonth: month, year: year) ~= day, hour < 24, minute < 60, second < 60
    else { return nil }
    let minutes = (CivilDay.number(year, month, day) * 24 + hour) * 60 + minute
    let seconds = UInt64(minutes * 60 + second)
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: billion)
    let (sum, isTooLate) = scaled.addingReportingOverflow(fraction)
    return overflow || isTooLate ? nil : sum
  }

  private static let billion: UInt64 = 1_000_000_000
  /// The length of `2026-01-09T18:07:23Z`.
  private static let shortest = 20
  private static let marks: [(Int, UInt8)] = [
    (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (10, UInt8(ascii: "T")),
    (13, UInt8(ascii: ":")), (16, UInt8(ascii: ":")),
  ]

  /// The nanoseconds behind the seconds.
  private static func fraction(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard text.count > shortest else { return 0 }
    guard text[shortest - 1] == UInt8(ascii: "."), text.count > shortest + 1 else { return nil }
    var nanoseconds: UInt64 = 0
    var unit = billion / 10
    for byte in text[shortest..<(text.count - 1)] {
      guard 0x30...0x39 ~= byte else { return nil }
      nanoseconds += UInt64(byte - 0x30) * unit
      unit /= 10
    }
    return nanoseconds
  }

  private static func number(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> Int64? {
    var number: Int64 = 0
    for place in start..<(start + count) {
      guard 0x30...0x39 ~= text[place] else { return nil }
      number = number * 10 + Int64(text[place] - 0x30)
    }
    return number
  }
}
