/// What a line begins with, and so what it is.
struct LineStart {
  enum Content {
    /// A record may stand here.
    case record(Int)
    /// White space alone.
    case nothing
    /// NUL bytes alone.
    case nuls
    /// Anything else: where, and what is to be said of it.
    case text(Range<Int>, String)
  }

  private let line: UnsafeBufferPointer<UInt8>
  private(set) var faults: [LineFault] = []
  private(set) var content = Content.nothing
  private var position = 0

  init(_ line: UnsafeBufferPointer<UInt8>) {
    self.line = line
  }

  mutating func read() {
    skipMark()
    skipSpace()
    let nuls = position
    while position < line.count, line[position] == 0 { position += 1 }
    let hasNuls = position > nuls
    if hasNuls { faults.append(.nul(at: nuls..<position)) }
    skipSpace()
    guard position < line.count else {
      content = hasNuls ? .nuls : .nothing
      return
    }
    content =
      line[position] == UInt8(ascii: "{")
      ? .record(position) : .text(position..<end, message(for: line[position]))
  }

  private mutating func skipMark() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard line.starts(with: mark) else { return }
    position = mark.count
    faults.append(
      .json("a byte order mark stands before the record", at: 0..<mark.count, fix: "remove it"))
  }

  private mutating func skipSpace() {
    while position < line.count, Self.isSpace(line[position]) { position += 1 }
  }

  /// The end of the line but for white space.
  private var end: Int {
    var end = line.count
    while end > position + 1, Self.isSpace(line[end - 1]) { end -= 1 }
    return end
  }

  private func message(for byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "["): "the line is no JSON object but an array"
    default: "the line is no JSON object"
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
