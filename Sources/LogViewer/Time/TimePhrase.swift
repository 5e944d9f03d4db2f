internal import CodebookRuntime

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Points in time as people write them: `2026-01-09T18:07:23Z`, `2026-01-09 18:07`, `2026-01-09`,
/// `18:07`, `18:07:23.412Z`, `yesterday`, `-3h`, `-1h30m`.
package struct TimePhrase: Sendable {
  /// What a text that names a whole day means.
  package enum Edge: Sendable {
    case start, end
  }

  /// Milliseconds since 1970-01-01T00:00:00Z.
  private let now: Int64
  private let zone: ZonedClock.Zone

  /// - Parameters:
  ///   - now: What times ago are counted from.
  ///   - zone: Whose clock counts where a text names none.
  package init(now: Int64, zone: ZonedClock.Zone) {
    self.now = now
    self.zone = zone
  }

  /// What a text means; `nil` where that is not known.
  ///
  /// A time of day is the latest that has been.
  package func milliseconds(_ text: String, _ edge: Edge) -> Int64? {
    if let time = DateText.milliseconds(text) { return time }
    if let ago = Self.span(text) { return now - ago }
    if let daysAgo = Self.days[text] { return day(date(daysAgo: daysAgo), edge) }
    // As the viewer shows times of UTC.
    guard !text.hasSuffix("Z") else {
      return TimePhrase(now: now, zone: .utc).withClock(text.dropLast())
    }
    return Self.date(text[...]).map { day($0, edge) } ?? withClock(text[...])
  }

  private static let days: [String: Int64] = ["today": 0, "yesterday": 1]

  private func day(_ date: [Int32], _ edge: Edge) -> Int64? {
    moment(date, edge == .start ? .start : .end)
  }

  /// What has a time of day, with or without a date before it.
  private func withClock(_ text: Substring) -> Int64? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }
    guard parts.count < 3, let clock = parts.last.flatMap(ClockText.init) else { return nil }
    if parts.count == 2 { return Self.date(parts[0]).flatMap { moment($0, clock) } }
    for daysAgo: Int64 in 0...1 {
      if let time = moment(date(daysAgo: daysAgo), clock), time <= now { return time }
    }
    return nil
  }

  // MARK: Parts

  /// `-3h`, `1h30m`: milliseconds.
  package static func span(_ text: String) -> Int64? {
    let units: [Character: Int64] = [
      "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000,
    ]
    var total: Int64 = 0
    var digits = ""
    for character in text.hasPrefix("-") ? text.dropFirst() : text[...] {
      if let unit = units[character] {
        guard let number = Int64(digits), digits.count < 7 else { return nil }
        total += number * unit
        digits = ""
      } else {
        digits.append(character)
      }
    }
    return digits.isEmpty && text.count > 1 ? total : nil
  }

  private static func date(_ text: Substring) -> [Int32]? {
    let numbers = ClockText.numbers(text, "-")
    guard numbers.count == 3, text.count == 10, 1...12 ~= numbers[1], 1...31 ~= numbers[2] else {
      return nil
    }
    return numbers
  }

  // MARK: Zones

  private func date(daysAgo: Int64) -> [Int32] {
    var clock = ZonedClock(zone)
    let day = clock.day(now - daysAgo * 86_400_000)
    return [Int32(day.year), Int32(day.month), Int32(day.day)]
  }

  private func moment(_ date: [Int32], _ clock: ClockText) -> Int64? {
    var fields = tm()
    (fields.tm_year, fields.tm_mon, fields.tm_mday) = (date[0] - 1900, date[1] - 1, date[2])
    (fields.tm_hour, fields.tm_min, fields.tm_sec) = (clock.hour, clock.minute, clock.second)
    // Whether it is summer is for the zone to say.
    fields.tm_isdst = -1
    let seconds = zone == .utc ? timegm(&fields) : mktime(&fields)
    // The 31st of a month that has 30 days is another day.
    return fields.tm_mday == date[2] ? Int64(seconds) * 1000 + clock.milliseconds : nil
  }
}
