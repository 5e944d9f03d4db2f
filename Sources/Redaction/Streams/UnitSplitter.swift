/// Splits a text into lines, those that belong together as one: what is indented, what closes, what
/// a colon or an equals sign announces, wrapped base64, open blocks.
struct UnitSplitter: Sendable {
  /// The most bytes of lines that are put together, unless a block is open.
  private static let mostJoined = 65536

  private let textBytes: Int
  /// Of the lines, from the unit's beginning, that are known to be of it.
  private(set) var unitCount = 0
  private var lastLine = 0
  private var isOpen = false
  /// Up to where no end of a line stands, from the unit's beginning.
  private var searched = 0

  init(textBytes: Int) { self.textBytes = textBytes }

  /// Longer ones are put together with none.
  var longestLine: Int { max(textBytes, Self.mostJoined) }

  mutating func reset() { (unitCount, lastLine, isOpen, searched) = (0, 0, false, 0) }

  /// The end of the unit that begins at a place; `nil` where more must come.
  ///
  /// Asked again with the same beginning and more bytes, it goes on where it was.
  mutating func next(_ text: Text, from start: Int, isLast: Bool) -> Int? {
    while true {
      let line = start + unitCount
      let lineFeed = text.next(Bytes.lineFeed, from: start + searched)
      guard lineFeed < text.count || isLast else {
        searched = text.count - start
        return nil
      }
      if line >= text.count { return isLast && unitCount > 0 ? finished(start) : nil }
      let end = min(lineFeed + 1, text.count)
      if unitCount > 0, !joins(text, start, line, end) { return finished(start) }
      isOpen = BlockLines.leavesOpen(text, line, end, isOpen)
      (lastLine, unitCount, searched) = (line - start, end - start, end - start)
    }
  }

  private mutating func finished(_ start: Int) -> Int {
    let end = start + unitCount
    reset()
    return end
  }

  /// Whether a line belongs to the unit before it.
  private func joins(_ text: Text, _ start: Int, _ line: Int, _ end: Int) -> Bool {
    guard end - start <= (isOpen ? textBytes : Self.mostJoined) else { return false }
    let first = text[line]
    if Self.continues.contains(first) { return true }
    if isOpen, BlockLines.mayHold(text, line, end) { return true }
    let previousStart = start + lastLine
    var previous = line
    while previous > previousStart, Bytes.kinds(text[previous - 1]) & Bytes.white != 0 {
      previous &-= 1
    }
    guard previous > previousStart else { return false }
    let last = text[previous - 1]
    if last == UInt8(ascii: ":") || last == UInt8(ascii: "=") { return true }
    return Bytes.isBase64(last) && Bytes.isBase64(first) && isWrapped(text, previousStart, previous)
  }

  private static let continues = ByteMask(" \t}])")

  /// Whether a line ends with so many characters of base64 that the next may go on with them.
  private func isWrapped(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= Base64.wrapColumn else { return false }
    for place in (end - Base64.wrapColumn)..<end where !Bytes.isBase64(text[place]) {
      return false
    }
    return true
  }
}
