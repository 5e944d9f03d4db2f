/// Blocks over several lines: PEM and what is like it.
enum BlockLines {
  private static let begins: [StaticString] = ["-----BEGIN ", "---- BEGIN ", "Private-Lines: "]
  private static let ends: [StaticString] = ["-----END ", "---- END ", "Private-MAC: "]
  private static let members = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=:,. \t\\\u{1B}[;|>_-"
  )
  .inserting(0x80...0xFC)

  /// Whether a block is open behind a line.
  static func leavesOpen(_ text: Text, _ start: Int, _ end: Int, _ isOpen: Bool) -> Bool {
    var isOpen = isOpen
    var place = nextWord(text, start, end)
    while place < end {
      if stands(begins, text, place, end) {
        isOpen = true
      } else if isOpen, stands(ends, text, place, end) {
        isOpen = false
      }
      place = nextWord(text, place + 1, end)
    }
    return isOpen
  }

  private static func stands(
    _ words: [StaticString], _ text: Text, _ place: Int, _ end: Int
  ) -> Bool {
    words.contains { word in
      place + word.utf8CodeUnitCount <= end && text.stands(word, place)
    }
  }

  /// The next place where four dashes or `Private-` stand; looks at every fourth byte alone.
  private static func nextWord(_ text: Text, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place &+ 4 <= end {
      let last = text[place &+ 3]
      if last == UInt8(ascii: "-") || isOfPrivate(last) {
        for first in place...(place &+ 3) where begins(text, first, end) { return first }
      }
      place &+= 4
    }
    return end
  }

  /// Of four bytes in a row of `Private-` one is of these four.
  @inline(__always)
  private static func isOfPrivate(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "P") || byte == UInt8(ascii: "r") || byte == UInt8(ascii: "i")
      || byte == UInt8(ascii: "v")
  }

  private static func begins(_ text: Text, _ place: Int, _ end: Int) -> Bool {
    if text[place] == UInt8(ascii: "-") { return place + 4 <= end && text.stands("----", place) }
    return text[place] == UInt8(ascii: "P") && text.stands("Private-", place)
  }

  /// Whether a line may stand in an open block.
  static func mayHold(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    var last = end
    if last > start, text[last - 1] == Bytes.lineFeed { last -= 1 }
    if last > start, text[last - 1] == Bytes.carriageReturn { last -= 1 }
    for place in start..<last where !members.contains(text[place]) { return false }
    return true
  }
}
