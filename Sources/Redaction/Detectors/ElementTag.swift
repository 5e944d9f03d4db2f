/// Names in tags, `<name>value<`, and in elements, `<key>name</key><string>value<`.
enum ElementTag {
  /// Where the value begins; `nil` where the name stands in none.
  static func valueStart(_ text: Text, _ name: KeyName, _ after: NameSurroundings) -> Int? {
    if after.quote == 0, Bytes.kinds(text.byte(name.start)) & Bytes.alphanumeric != 0,
      isTag(text, name.start)
    {
      return tagEnd(text, after.end)
    }
    guard text.byte(name.start - 1) == UInt8(ascii: ">") else { return nil }
    return nextElement(text, after.end)
  }

  /// Whether `<` or `<prefix:` stands before a place.
  private static func isTag(_ text: Text, _ start: Int) -> Bool {
    let low = max(0, start - 20)
    var place = start - 1
    if place >= low, text[place] == Bytes.lineFeed { place -= 1 }
    if place >= low, text[place] == UInt8(ascii: ":") {
      let colon = place
      place -= 1
      while place >= low, colon - place <= 16, Bytes.kinds(text[place]) & Bytes.word != 0 {
        place -= 1
      }
      if colon - place == 1 { return false }
    }
    return place >= low && text[place] == UInt8(ascii: "<")
  }

  /// Behind the rest of a tag, its attributes, and the beginning of CDATA.
  private static func tagEnd(_ text: Text, _ start: Int) -> Int? {
    var place = start
    if place < text.count, text.isBlank(place) {
      let limit = min(text.count, place + 201)
      place += 1
      while place < limit, !isTagEnd(text[place]) { place += 1 }
    }
    guard text.byte(place) == UInt8(ascii: ">") else { return nil }
    return text.stands("<![CDATA[", place + 1) ? place + 10 : place + 1
  }

  private static func isTagEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == Bytes.lineFeed
  }

  /// Behind `</key> <string>`.
  private static func nextElement(_ text: Text, _ start: Int) -> Int? {
    guard text.stands("</", start), var place = nameEnd(text, start + 2) else { return nil }
    let limit = min(text.count, place + 32)
    while place < limit, Bytes.kinds(text[place]) & Bytes.white != 0 { place += 1 }
    guard text.byte(place) == UInt8(ascii: "<") else { return nil }
    return nameEnd(text, place + 1)
  }

  /// Behind up to 16 letters and `>`.
  private static func nameEnd(_ text: Text, _ start: Int) -> Int? {
    let limit = min(text.count, start + 16)
    var place = start
    while place < limit, Bytes.kinds(text[place]) & Bytes.letter != 0 { place += 1 }
    guard place > start, text.byte(place) == UInt8(ascii: ">") else { return nil }
    return place + 1
  }
}
