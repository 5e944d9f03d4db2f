internal import CodebookRuntime

/// How finely time is told apart; each unit divides the next.
package enum TimeUnit: String, CaseIterable, Comparable, Sendable {
  case second = "1s"
  case tenSeconds = "10s"
  case minute = "1min"
  case tenMinutes = "10min"
  case hour = "1h"
  case day = "1d"
  case tenDays = "10d"
  case hundredDays = "100d"
  /// Time is not told apart.
  case all

  /// Milliseconds; `nil` where time is not told apart.
  package var milliseconds: Int64? {
    let day: Int64 = 86_400_000
    return switch self {
    case .second: 1000
    case .tenSeconds: 10_000
    case .minute: 60_000
    case .tenMinutes: 600_000
    case .hour: 3_600_000
    case .day: day
    case .tenDays: 10 * day
    case .hundredDays: 100 * day
    case .all: nil
    }
  }

  /// The next coarser unit; `nil` where there is none.
  package var coarser: TimeUnit? {
    let cases = Self.allCases
    return cases.firstIndex(of: self).flatMap { $0 + 1 < cases.count ? cases[$0 + 1] : nil }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.milliseconds ?? .max) < (right.milliseconds ?? .max)
  }

  /// The number of the unit since 1970-01-01T00:00:00Z that a time is in.
  package func bucket(_ time: Int64) -> Int64 {
    guard let milliseconds else { return 0 }
    let (quotient, remainder) = time.quotientAndRemainder(dividingBy: milliseconds)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The numbers of all units that a record's time can be in, from the year 0000 to 9999.
  var buckets: ClosedRange<Int64> {
    let ends = [Int64.min, .max].map { bucket(Timestamp(milliseconds: $0).milliseconds) }
    return ends[0]...ends[1]
  }
}
