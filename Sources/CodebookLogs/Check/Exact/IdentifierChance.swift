/// Whether an identifier can be one of 128 random bits.
///
/// Names (versions 3 and 5) are hashes, which nobody can tell from chance; the trace IDs of other
/// systems carry any version digit. So only what is certainly not random is told.
enum IdentifierChance {
  private static let version: UInt64 = 0xF000
  private static let variant: UInt64 = 0xF << 60
  private static let ones: UInt64 = 0x1111_1111_1111_1111
  /// 100 nanoseconds from 1582-10-15 to 1970-01-01.
  private static let gregorian: UInt64 = 122_192_928_000_000_000
  /// Milliseconds from 2000-01-01 to 2100-01-01.
  private static let plausible: Range<UInt64> = 946_684_800_000..<4_102_444_800_000

  /// Why it is not random; `nil` where it may be.
  static func reason(_ high: UInt64, _ low: UInt64) -> String? {
    let digit = high >> 60 &* ones
    if (high ^ digit) & ~version == 0, (low ^ digit) & ~variant == 0 {
      return "is one digit repeated"
    }
    if high & ~version == 0 || low << 2 == 0 { return "is a number that counts" }
    guard low >> 62 == 0b10, let time = milliseconds(high), plausible.contains(time) else {
      return nil
    }
    return "is made of a time (UUID version \(high >> 12 & 0xF))"
  }

  /// The time that a UUID of this version is made of.
  private static func milliseconds(_ high: UInt64) -> UInt64? {
    switch high >> 12 & 0xF {
    case 1, 2:
      since1970((high & 0xFFF) << 48 | (high >> 16 & 0xFFFF) << 32 | high >> 32)
    case 6: since1970((high >> 16) << 12 | high & 0xFFF)
    case 7: high >> 16
    default: nil
    }
  }

  private static func since1970(_ ticks: UInt64) -> UInt64? {
    ticks >= gregorian ? (ticks - gregorian) / 10_000 : nil
  }
}
