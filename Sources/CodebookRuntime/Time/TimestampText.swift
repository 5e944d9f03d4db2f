/// Writes timestamps, and keeps the text of the last second: most records come within one.
package struct TimestampText {
  /// The bytes of `2026-01-09T18:07:23.412Z`.
  package static let length = 24

  private var second = Int64.min
  /// The first sixteen bytes, the lowest place first: `2026-01-09T18:07`.
  private var minute: (UInt64, UInt64) = (0, 0)
  private var seconds: UInt8 = 0

  /// Writes `length` bytes.
  @inline(__always)
  mutating func write(_ time: Timestamp, to text: UnsafeMutablePointer<UInt8>) {
    let (second, milliseconds) = Self.split(time.milliseconds)
    if second != self.second { setSecond(second) }
    let raw = UnsafeMutableRawPointer(text)
    raw.storeBytes(of: minute.0, as: UInt64.self)
    raw.storeBytes(of: minute.1, toByteOffset: 8, as: UInt64.self)
    text[16] = UInt8(ascii: ":")
    LineBuffer.write(UInt64(seconds), count: 2, to: text + 17)
    text[19] = UInt8(ascii: ".")
    LineBuffer.write(UInt64(milliseconds), count: 3, to: text + 20)
    text[23] = UInt8(ascii: "Z")
  }

  /// Seconds, rounded down, and the milliseconds in them.
  @inline(__always)
  private static func split(_ milliseconds: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    return remainder < 0 ? (quotient - 1, remainder + 1000) : (quotient, remainder)
  }

  private mutating func setSecond(_ second: Int64) {
    self.second = second
    let day = CivilDay(secondsSince1970: second)
    seconds = UInt8(day.second % 60)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { text in
      guard let start = text.baseAddress else { return }
      LineBuffer.write(UInt64(day.year), count: 4, to: start)
      start[4] = UInt8(ascii: "-")
      LineBuffer.write(UInt64(day.month), count: 2, to: start + 5)
      start[7] = UInt8(ascii: "-")
      LineBuffer.write(UInt64(day.day), count: 2, to: start + 8)
      start[10] = UInt8(ascii: "T")
      LineBuffer.write(UInt64(day.second / 3600), count: 2, to: start + 11)
      start[13] = UInt8(ascii: ":")
      LineBuffer.write(UInt64(day.second / 60 % 60), count: 2, to: start + 14)
      let raw = UnsafeRawPointer(start)
      minute.0 = raw.loadUnaligned(as: UInt64.self)
      minute.1 = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }
  }
}
