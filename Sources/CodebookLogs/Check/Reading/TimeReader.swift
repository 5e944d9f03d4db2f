internal import CodebookRuntime

/// Reads timestamps in the form that records have, and keeps the last day: most records come within
/// one.
struct TimeReader {
  /// `2026-01-`, and `09T`, the first byte in the lowest place.
  private var month: UInt64 = 0
  private var day: UInt64 = 0
  /// Milliseconds since 1970-01-01T00:00:00Z.
  private var midnight: Int64 = 0

  /// The bytes of `2026-01-09T18:07:23.412Z`.
  private static let length = 24

  /// Reads a timestamp and the quotation mark behind it; `nil` for anything else, and for days and
  /// times that no calendar has.
  @inline(__always)
  mutating func time(_ reader: inout LineReader) -> Int64? {
    guard reader.left > Self.length, reader.at[Self.length] == UInt8(ascii: "\"") else {
      return nil
    }
    let words = (
      LineReader.word(reader.at), LineReader.word(reader.at + 8), LineReader.word(reader.at + 16)
    )
    guard words.0 == month, words.1 & 0xFF_FFFF == day else { return newDay(&reader) }
    // `09T18:07` and `:23.412Z`, each digit with its value, all else 0.
    let minutes = words.1 ^ 0x3030_3A30_3054_3030
    let seconds = words.2 ^ 0x5A30_3030_2E30_303A
    let marks = minutes & 0x0000_FF00_00FF_0000 | seconds & 0xFF00_0000_FF00_00FF
    let high = minutes | seconds | (minutes &+ Self.sixes) | (seconds &+ Self.sixes)
    guard marks == 0, high & 0x8080_8080_8080_8080 == 0 else { return nil }
    let hour = Self.two(minutes >> 24)
    let minute = Self.two(minutes >> 48)
    let second = Self.two(seconds >> 8)
    let thousandths =
      Self.digit(seconds >> 32) &* 100 &+ Self.two(seconds >> 40)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    reader.at += Self.length + 1
    let minutesOfDay = hour &* 60 &+ minute
    return midnight &+ (minutesOfDay &* 60 &+ second) &* 1000 &+ thousandths
  }

  /// What must be added to a byte so that bit 7 tells whether it is more than 9.
  private static let sixes: UInt64 = 0x7676_7676_7676_7676

  private mutating func newDay(_ reader: inout LineReader) -> Int64? {
    let text = UnsafeBufferPointer(start: reader.at, count: Self.length)
    guard let time = Timestamp(text)?.milliseconds else { return nil }
    let millisecondsOfDay: Int64 = 86_400_000
    let (_, rest) = time.quotientAndRemainder(dividingBy: millisecondsOfDay)
    midnight = time - (rest < 0 ? rest + millisecondsOfDay : rest)
    month = LineReader.word(reader.at)
    day = LineReader.word(reader.at + 8) & 0xFF_FFFF
    reader.at += Self.length + 1
    return time
  }

  @inline(__always)
  private static func digit(_ bytes: UInt64) -> Int64 { Int64(bytes & 15) }

  @inline(__always)
  private static func two(_ bytes: UInt64) -> Int64 {
    digit(bytes) &* 10 &+ digit(bytes >> 8)
  }
}
