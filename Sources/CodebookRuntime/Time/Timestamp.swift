#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A point in time, to the millisecond.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, rounded down; years 0000 to 9999.
  public let milliseconds: Int64

  private static let allowed: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// A point in time. One before the year 0000 or after 9999 becomes the nearest in them.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.allowed.lowerBound), Self.allowed.upperBound)
  }

  /// The system's time.
  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Whether one point in time is before another.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Timestamp: CustomStringConvertible {
  /// UTC with milliseconds, as records have it: `2026-01-09T18:07:23.412Z`.
  public var description: String {
    var text = TimestampText()
    return String(unsafeUninitializedCapacity: TimestampText.length) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      text.write(self, to: start)
      return TimestampText.length
    }
  }
}
