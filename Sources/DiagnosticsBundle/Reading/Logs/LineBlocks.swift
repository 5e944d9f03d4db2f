/// Cuts a log that comes in pieces into blocks of whole lines.
///
/// Where it cuts changes nothing in what the lines are.
struct LineBlocks {
  enum Block: Sendable, Equatable {
    /// Lines with their line feeds; only a log's last line may have none.
    case lines([UInt8])
    /// One line of more than `longestLine` bytes, of which nothing is here.
    case longLine(hasLineFeed: Bool)
  }

  static let blockLength = 256 << 10

  /// What is longer is no record, and is not looked at.
  static let longestLine = 64 << 10

  private let blockLength: Int
  private var pending: [UInt8] = []
  private var skipsLine = false

  init(blockLength: Int = blockLength) {
    self.blockLength = blockLength
  }

  /// Takes the next piece, and gives a block once there is enough for one.
  mutating func feed(_ piece: UnsafeRawBufferPointer) -> [Block] {
    var blocks: [Block] = []
    var piece = piece
    if skipsLine {
      guard let end = piece.firstIndex(of: UInt8(ascii: "\n")) else { return [] }
      skipsLine = false
      blocks.append(.longLine(hasLineFeed: true))
      piece = UnsafeRawBufferPointer(rebasing: piece[(end + 1)...])
    }
    pending += piece
    return pending.count >= blockLength ? blocks + takeLines() : blocks
  }

  /// What is left at the end.
  mutating func finish() -> [Block] {
    if skipsLine { return [.longLine(hasLineFeed: false)] }
    defer { pending = [] }
    return pending.isEmpty ? [] : [.lines(pending)]
  }

  /// The lines that are whole. What is left of a long one is forgotten, up to its end.
  private mutating func takeLines() -> [Block] {
    var blocks: [Block] = []
    if let last = pending.lastIndex(of: UInt8(ascii: "\n")) {
      let rest = Array(pending[(last + 1)...])
      pending.removeLast(rest.count)
      blocks.append(.lines(pending))
      pending = rest
    }
    if pending.count > Self.longestLine {
      pending = []
      skipsLine = true
    }
    return blocks
  }
}
