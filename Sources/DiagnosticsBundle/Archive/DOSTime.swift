internal import CodebookRuntime

/// A time as archives have it: UTC here, to two seconds, from 1980 to 2107.
package struct DOSTime: Hashable, Sendable {
  /// Hour, minute and half the second.
  package let time: UInt16

  /// Years from 1980 on, month and day.
  package let date: UInt16

  /// A time as an archive has it.
  package init(time: UInt16, date: UInt16) {
    self.time = time
    self.date = date
  }

  /// The last time that there is at or before `timestamp`; the nearest one outside of the years.
  package init(_ timestamp: Timestamp) {
    let seconds = timestamp.milliseconds.flooredQuotient(by: 1000)
    let day = CivilDay(
      secondsSince1970: min(max(seconds, Self.first), Self.last))
    let (hour, minute, second) = (day.second / 3600, day.second / 60 % 60, day.second % 60)
    time = UInt16((hour << 11) | (minute << 5) | (second / 2))
    date = UInt16(((day.year - 1980) << 9) | (day.month << 5) | day.day)
  }

  /// 1980-01-01T00:00:00Z and 2107-12-31T23:59:58Z, in seconds since 1970.
  private static let first: Int64 = 315_532_800
  private static let last: Int64 = 4_354_819_198
}

extension Int64 {
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
