/// Blocks over several lines: PEM and what is like it.
enum BlockLines {
  private static let begins: [StaticString] = ["-----BEGIN ", "---- BEGIN ", "Private-Lines: "]
  private static let ends: [StaticString] = ["-----END ", "---- END ", "Private-MAC: "]
  private static let members = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=:,. \t\\\u{1B}[;|>_-")
    .inserting(0x80...0xFC)

  /// Whether a block is open behind a line.
  static func leavesOpen(_ text: Text, _ start: Int, _ end: Int, _ isOpen: Bool) -> Bool {
    var isOpen = isOpen
    // Both words begin with dashes or a capital P, and hold a dash.
    var place = nextDash(text, start, end)
    while place < end {
      if stands(begins, text, place, start, end) {
        isOpen = true
      } else if isOpen, stands(ends, text, place, start, end) {
        isOpen = false
      }
      place = nextDash(text, place + 1, end)
    }
    return isOpen
  }

  /// Whether one of the words stands in a line with its first dash at a place.
  private static func stands(
    _ words: [StaticString], _ text: Text, _ place: Int, _ start: Int, _ end: Int
  ) -> Bool {
    words.contains { word in
      let first = word.utf8Start[0] == UInt8(ascii: "P") ? place - 7 : place
      return first >= start && first + word.utf8CodeUnitCount <= end && text.stands(word, first)
    }
  }

  private static func nextDash(_ text: Text, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, text[place] != UInt8(ascii: "-") { place &+= 1 }
    return place
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
