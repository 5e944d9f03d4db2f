/// Numbers of JSON get quotes when they are replaced, so that JSON stays JSON.
enum JSONQuotes {
  private static let numberBytes = ByteMask("0123456789.-")

  static func added(to finds: [Find], _ text: Text) -> [Find] {
    var finds = finds
    var strings = StringMap()
    strings.reset(byLine: true)
    for place in finds.indices {
      if finds[place].quote == Bytes.inner { finds[place].quote = 0 }
      let find = finds[place]
      guard find.quote == 0, isNumber(find, text),
        strings.closingQuote(text, find.start) == nil
      else { continue }
      if isValue(find, text) { finds[place].quote = Bytes.quote }
    }
    return finds
  }

  private static func isNumber(_ find: Find, _ text: Text) -> Bool {
    text.buffer(find.start, find.end).allSatisfy { numberBytes.contains($0) }
  }

  /// Whether a number stands as a member's value or as an item.
  private static func isValue(_ find: Find, _ text: Text) -> Bool {
    var (before, behind) = (find.start - 1, find.end)
    while before >= 0, isWhite(text[before]) { before -= 1 }
    while behind < text.count, isWhite(text[behind]) { behind += 1 }
    let end = text.byte(behind)
    guard before >= 0, ",}]".utf8.contains(end) else { return false }
    if text[before] == UInt8(ascii: ":") {
      var name = before - 1
      while name >= 0, isWhite(text[name]) { name -= 1 }
      return name >= 0 && text[name] == Bytes.quote
    }
    let isItem = text[before] == UInt8(ascii: "[") || text[before] == UInt8(ascii: ",")
    return isItem && end != UInt8(ascii: "}")
  }

  @inline(__always)
  private static func isWhite(_ byte: UInt8) -> Bool { Bytes.kinds(byte) & Bytes.white != 0 }
}
