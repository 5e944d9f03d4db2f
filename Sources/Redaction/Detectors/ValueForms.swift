/// A call in place of a value: `Optional("…")`, `get_token()`.
struct CodeCall {
  let start: Int
  /// Where its bracket stands.
  let bracket: Int
  /// Whether it is one of something: `request.token(…)`.
  let isMethod: Bool

  private static let longestName = 32
  private static let mostMembers = 4

  init?(_ text: Text, _ start: Int) {
    guard var place = Self.nameEnd(text, start) else { return nil }
    var members = 0
    while members < Self.mostMembers, text.byte(place) == UInt8(ascii: "."),
      let end = Self.nameEnd(text, place + 1)
    {
      place = end
      members += 1
    }
    guard text.byte(place) == UInt8(ascii: "(") else { return nil }
    self.start = start
    bracket = place
    isMethod = members > 0
  }

  private static func nameEnd(_ text: Text, _ start: Int) -> Int? {
    guard Bytes.kinds(text.byte(start)) & (Bytes.letter | Bytes.underscore) != 0 else { return nil }
    let limit = min(text.count, start + longestName)
    var place = start + 1
    while place < limit, Bytes.kinds(text[place]) & Bytes.word != 0 { place &+= 1 }
    return place
  }
}

/// `b"…"`, `u'…'`, `rb"…"`.
enum LiteralPrefix {
  private static let letters = ByteMask("bBuUrRfF")

  /// Behind the letters before a quote; the place itself where none stand there.
  static func end(_ text: Text, _ start: Int) -> Int {
    var place = start
    while place < text.count, place < start + 2, letters.contains(text[place]) { place += 1 }
    return place > start && ValueReader.isDoubleOrSingle(text.byte(place)) ? place : start
  }
}

/// What YAML has before values.
enum YAMLValue {
  /// Behind a tag, `!!binary `; the place itself where none stands there.
  static func tagEnd(_ text: Text, _ start: Int) -> Int {
    var place = start
    while place < start + 2, text.byte(place) == UInt8(ascii: "!") { place += 1 }
    let name = place
    while place < name + 16, Bytes.kinds(text.byte(place)) & Bytes.letter != 0 { place += 1 }
    let blanks = place
    while place < blanks + 4, text.byte(place) == Bytes.space { place += 1 }
    let isTag = name > start && blanks > name && place > blanks
    return isTag && place < text.count ? place : start
  }

  /// Where the lines of a block begin behind `|` or `>`; `nil` where none begins.
  static func blockStart(_ text: Text, _ start: Int) -> Int? {
    guard text[start] == UInt8(ascii: "|") || text[start] == UInt8(ascii: ">") else { return nil }
    var place = start + 1
    if text.byte(place) == UInt8(ascii: "+") || text.byte(place) == UInt8(ascii: "-") { place += 1 }
    if Bytes.isDigit(text.byte(place)) { place += 1 }
    let limit = min(text.count, place + 16)
    while place < limit, text.isBlank(place) { place += 1 }
    if text.byte(place) == Bytes.carriageReturn { place += 1 }
    return text.byte(place) == Bytes.lineFeed ? place + 1 : nil
  }
}
