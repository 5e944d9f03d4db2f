extension Timestamp {
  /// Reads UTC with milliseconds, exactly as records have it: `2026-01-09T18:07:23.412Z`. `nil` for
  /// anything else, and for days and times that no calendar has.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == TimestampText.length else { return nil }
    for (place, mark) in Self.marks where text[place] != mark { return nil }
    guard let year = Self.number(text, 0, 4), let month = Self.number(text, 5, 2),
      let day = Self.number(text, 8, 2), let hour = Self.number(text, 11, 2),
      let minute = Self.number(text, 14, 2), let second = Self.number(text, 17, 2),
      let millisecond = Self.number(text, 20, 3), 1...12 ~= month,
      1...CivilDay.count(ofMonth: month, year: year) ~= day, hour < 24, minute < 60, second < 60
    else { return nil }
    let minutes = (CivilDay.number(year, month, day) * 24 + hour) * 60 + minute
    self.init(milliseconds: (minutes * 60 + second) * 1000 + millisecond)
  }

  /// Reads UTC with milliseconds, exactly as records have it.
  package init?(_ text: String) {
    guard let time = text.withUTF8Bytes({ Timestamp($0) }) else { return nil }
    self = time
  }

  /// What stands between the numbers.
  private static let marks: [(Int, UInt8)] = [
    (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (10, UInt8(ascii: "T")),
    (13, UInt8(ascii: ":")), (16, UInt8(ascii: ":")), (19, UInt8(ascii: ".")),
    (23, UInt8(ascii: "Z")),
  ]

  /// The number that some digits make; `nil` where one of them is none.
  private static func number(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> Int64? {
    var number: Int64 = 0
    for place in start..<(start + count) {
      let digit = text[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int64(digit)
    }
    return number
  }
}
