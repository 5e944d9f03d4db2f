extension KeyDetector {
  /// The value of the other member where a name is one: `{"name":"X-Api-Key","value":"..."}`.
  mutating func pairValue(_ name: KeyName, _ after: NameSurroundings) -> Find? {
    let opening = after.opening >= 0 ? after.opening : name.start
    guard PairMember.namesPair(text, before: opening, lookup) else { return nil }
    if let member = PairMember.next(text, from: after.end, to: objectEnd(after.end), lookup) {
      return value(of: member, name.rule)
    }
    let start = objectStart(opening)
    guard let member = PairMember.next(text, from: start, to: opening, lookup),
      let find = value(of: member, name.rule)
    else { return nil }
    return find.end <= opening ? find : nil
  }

  private mutating func value(of member: PairMember, _ rule: Int) -> Find? {
    values.value(member.value, rule, member.quote != 0 ? .colon : .assigned, member.quote)
  }

  /// How far members of one object are looked for.
  private static let reach = 512
  private static let braces = ByteMask("{}")

  private func objectEnd(_ start: Int) -> Int {
    let limit = min(text.count, start + Self.reach)
    var end = start
    while end < limit, !Self.braces.contains(text[end]) { end &+= 1 }
    let opens = text.byte(end) == UInt8(ascii: "{")
    return opens ? min(text.count, end + Self.reach) : end
  }

  private func objectStart(_ end: Int) -> Int {
    let limit = max(0, end - Self.reach)
    var start = end
    while start > limit, !Self.braces.contains(text[start - 1]) { start &-= 1 }
    return start
  }
}

/// A member of an object that has the value of another's name.
struct PairMember {
  /// Where its value begins.
  let value: Int
  /// The quote behind its own name where a colon follows; otherwise 0.
  let quote: UInt8

  private static let longestName = 24
  private static let mostBlanks = 4
  /// How far before a name that of its member is looked for.
  private static let reach = 40

  /// Whether the member whose value begins at a place has the name of another.
  static func namesPair(_ text: Text, before end: Int, _ lookup: NameLookup) -> Bool {
    let low = max(0, end - reach)
    var place = end
    func last() -> UInt8 { place > low ? text[place - 1] : 0 }
    if last() == Bytes.lineFeed { place -= 1 }
    if isMemberQuote(last()) { place -= 1 }
    if last() == UInt8(ascii: "b") || last() == UInt8(ascii: "u") { place -= 1 }
    place = blanksStart(text, place, low)
    if last() == UInt8(ascii: ">") {
      place -= 1
      guard last() == UInt8(ascii: "=") else { return false }
    } else if last() != UInt8(ascii: "="), last() != UInt8(ascii: ":") {
      return false
    }
    place = blanksStart(text, place - 1, low)
    if isMemberQuote(last()) { place -= 1 }
    var start = place
    while start > max(low, place - longestName), isNameByte(text[start - 1]) { start -= 1 }
    return start < place && isWhole(text, start, place, lookup, TerminalRecord.pairName)
  }

  private static func blanksStart(_ text: Text, _ end: Int, _ low: Int) -> Int {
    var place = end
    while place > max(low, end - mostBlanks), text.isBlank(place - 1) { place -= 1 }
    return place
  }

  @inline(__always)
  private static func isMemberQuote(_ byte: UInt8) -> Bool { ValueReader.isDoubleOrSingle(byte) }

  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    Bytes.kinds(byte) & (Bytes.letter | Bytes.underscore) != 0
  }

  private static func isWhole(
    _ text: Text, _ start: Int, _ end: Int, _ lookup: NameLookup, _ flag: UInt16
  ) -> Bool {
    lookup.find(text.base, start, end).whole.flags & flag != 0
  }

  /// The first member between two places that has the value of another.
  static func next(
    _ text: Text, from start: Int, to end: Int, _ lookup: NameLookup
  ) -> PairMember? {
    var place = start
    while place < end {
      guard isNameByte(text[place]), place == 0 || Bytes.kinds(text[place - 1]) & Bytes.word == 0
      else {
        place &+= 1
        continue
      }
      let name = place
      while place < end, isNameByte(text[place]) { place &+= 1 }
      guard place - name <= longestName, let member = member(text, place, end) else { continue }
      if isWhole(text, name, place, lookup, TerminalRecord.pairValue) { return member }
      place = member.value
    }
    return nil
  }

  /// The member whose name ends at a place.
  private static func member(_ text: Text, _ nameEnd: Int, _ end: Int) -> PairMember? {
    let limited = Text(text.base, end)
    var place = nameEnd
    let quote = isMemberQuote(limited.byte(place)) ? limited[place] : 0
    if quote != 0 { place += 1 }
    place = blanksEnd(limited, place)
    let isColon = limited.byte(place) == UInt8(ascii: ":")
    guard isColon || limited.byte(place) == UInt8(ascii: "=") else { return nil }
    place += 1
    if !isColon, limited.byte(place) == UInt8(ascii: ">") { place += 1 }
    return PairMember(value: blanksEnd(limited, place), quote: isColon ? quote : 0)
  }

  private static func blanksEnd(_ text: Text, _ start: Int) -> Int {
    let limit = min(text.count, start + mostBlanks)
    var place = start
    while place < limit, text.isBlank(place) { place += 1 }
    return place
  }
}
