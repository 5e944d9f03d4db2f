/// Whole lines of a log, or the beginning of one that is longer than any record.
struct LogBlock: Sendable {
  /// The lines with their line feeds; a file's last line may have none.
  let bytes: [UInt8]

  /// The number of bytes of a line of which only the beginning is here.
  var longLine: LongLine?

  struct LongLine: Hashable, Sendable {
    let bytes: Int
    let hasLineFeed: Bool
  }

  /// How many bytes a block has at most: enough for many records, little for a machine's memory.
  static let capacity = 256 << 10

  /// How much of a line that is no record is looked at.
  static let headLength = 16_384
}
