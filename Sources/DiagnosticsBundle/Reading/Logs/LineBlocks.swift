/// Cuts a log that comes in pieces into blocks of whole lines.
struct LineBlocks {
  /// Whole lines, or what is left of a log without a line feed.
  struct Block: Sendable {
    let bytes: [UInt8]
    /// Whether it stands for one line that is longer than any record, of which nothing is here.
    var isLongLine = false
  }

  private static let blockLength = 256 << 10
  private static let longestLine = 64 << 10

  private var pending: [UInt8] = []
  private var skipsLine = false

  /// Takes the next piece, and gives a block once there is enough for one.
  mutating func feed(_ piece: UnsafeRawBufferPointer) -> [Block] {
    var piece = piece
    if skipsLine {
      guard let end = piece.firstIndex(of: UInt8(ascii: "\n")) else { return [] }
      skipsLine = false
      piece = UnsafeRawBufferPointer(rebasing: piece[(end + 1)...])
    }
    pending += piece
    return pending.count >= Self.blockLength ? takeLines() : []
  }

  /// What is left at the end; it has no line feed at its end where the log has none.
  mutating func finish() -> [Block] {
    let blocks = pending.count >= Self.longestLine ? takeLines() : []
    defer { pending = [] }
    return pending.isEmpty ? blocks : blocks + [Block(bytes: pending)]
  }

  private mutating func takeLines() -> [Block] {
    var blocks: [Block] = []
    if let last = pending.lastIndex(of: UInt8(ascii: "\n")) {
      let rest = Array(pending[(last + 1)...])
      pending.removeLast(rest.count)
      blocks.append(Block(bytes: pending))
      pending = rest
    }
    if pending.count > Self.longestLine {
      blocks.append(Block(bytes: [], isLongLine: true))
      pending = []
      skipsLine = true
    }
    return blocks
  }
}
