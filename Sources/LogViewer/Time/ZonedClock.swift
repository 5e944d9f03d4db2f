internal import CodebookRuntime

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Days and times of day in UTC or in the process's time zone.
package struct ZonedClock {
  /// A day in a zone with an offset, which changes with summer time.
  package struct Day: Hashable, Sendable {
    let year: Int64
    let month: Int64
    let day: Int64
    let zone: String
  }

  /// Whose clock it is.
  package enum Zone: String, CaseIterable, Sendable {
    case utc, local
  }

  private let zone: Zone
  // Offsets change at quarters of an hour.
  private var quarter = Int64.min
  private var offset: Int64 = 0
  private var name = "UTC"

  package init(_ zone: Zone) {
    self.zone = zone
    if zone == .local { tzset() }
  }

  /// The day of a point in time, in milliseconds since 1970-01-01T00:00:00Z.
  package mutating func day(_ milliseconds: Int64) -> Day {
    let civil = civil(milliseconds)
    return Day(year: civil.year, month: civil.month, day: civil.day, zone: name)
  }

  /// The time of day, `18:07:23.412`, in UTC with a `Z` behind it.
  package mutating func ofDay(_ milliseconds: Int64) -> String {
    let second = civil(milliseconds).second
    let rest = milliseconds - Self.seconds(milliseconds) * 1000
    var text = ""
    for (number, mark) in [(second / 3600, ":"), (second / 60 % 60, ":"), (second % 60, ".")] {
      text += (number < 10 ? "0" : "") + String(number) + mark
    }
    return text + Self.padded(rest, 3) + (zone == .utc ? "Z" : "")
  }

  private mutating func civil(_ milliseconds: Int64) -> CivilDay {
    let seconds = Self.seconds(milliseconds)
    if zone == .local { findOffset(seconds) }
    return CivilDay(secondsSince1970: seconds + offset)
  }

  private mutating func findOffset(_ seconds: Int64) {
    let wanted = seconds / 900 - (seconds % 900 < 0 ? 1 : 0)
    guard wanted != quarter else { return }
    quarter = wanted
    var time = time_t(seconds)
    var fields = tm()
    guard localtime_r(&time, &fields) != nil else { return }
    offset = Int64(fields.tm_gmtoff)
    let sign = offset < 0 ? "-" : "+"
    let minutes = offset.magnitude / 60
    let hours = Self.padded(Int64(minutes / 60), 2) + ":" + Self.padded(Int64(minutes % 60), 2)
    let short = fields.tm_zone.map { String(cString: $0) } ?? ""
    // Zones without a name of their own are called by their offset.
    let isNamed = short.utf8.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    name = (isNamed ? "\(short), " : "") + "UTC\(sign)\(hours)"
  }

  private static func seconds(_ milliseconds: Int64) -> Int64 {
    milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0)
  }

  fileprivate static func padded(_ number: Int64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension ZonedClock.Day: CustomStringConvertible {
  /// `2026-01-09 UTC`.
  package var description: String {
    let date = [(year, 4), (month, 2), (day, 2)].map { ZonedClock.padded($0, $1) }
    return date.joined(separator: "-") + " " + zone
  }
}
