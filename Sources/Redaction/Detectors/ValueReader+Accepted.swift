extension ValueReader {
  private static let nothingEnds = ByteMask(",;&|")
  private static let firstWordEnds = ByteMask(" ,;.?|[")

  /// The find of a value, unless it is none: blank, a placeholder, a word of prose or of code.
  mutating func accepted(
    _ start: Int, _ end: Int, _ rule: Int, _ manner: ValueManner, _ quote: UInt8 = 0
  ) -> Find? {
    let end = min(end, text.count)
    guard start < end, text[start] != Bytes.barrier, !isBlank(start, end),
      !isPlaceholder(start, end)
    else { return nil }
    let bareEnd = manner == .quoted ? end : places.backslashes.before(end, text, from: start)
    if bareEnd < end, isPlaceholder(start, bareEnd) { return nil }
    let value = Text(text.base + start, bareEnd - start)
    if ProseWords.nothing.contains(value) { return nil }
    if manner != .quoted, isWord(value, until: Self.nothingEnds, ProseWords.nothing) { return nil }
    if manner == .colon || manner == .prose,
      isWord(value, until: Self.firstWordEnds, ProseWords.prose)
    {
      return nil
    }
    if hasPlaceholderWord(start, end, manner) { return nil }
    if manner == .assigned, isWord(value, until: ByteMask(" "), ProseWords.keywords) { return nil }
    if manner == .assigned, isName(value) { return nil }
    if detection.memory.rules[rule].keepsNumbers, bareEnd == end, JSONNumber.isOne(value) {
      return nil
    }
    return Find(start: start, end: end, rule: rule, quote: quote)
  }

  /// Whether a value is itself the name of a secret, as in `self.token = token`.
  private func isName(_ value: Text) -> Bool {
    guard (1...64).contains(value.count) else { return false }
    let isCode = value.buffer(0, value.count).allSatisfy { byte in
      Bytes.kinds(byte) & (Bytes.letter | Bytes.underscore) != 0 || byte == UInt8(ascii: ".")
    }
    return isCode && detection.tools.lookup.find(value.base, 0, value.count).rule >= 0
  }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    var place = start
    while place < end, Bytes.kinds(text[place]) & Bytes.white != 0 { place &+= 1 }
    return place == end
  }

  private mutating func isPlaceholder(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    let value = Text(text.base + start, end - start)
    // The brace is looked for from here, where the answer is remembered.
    if value[0] == UInt8(ascii: "{"), value.count > 3, value[1] == UInt8(ascii: "{") {
      return value.ends(with: "}}") && places.brace.next(text, from: start + 2) == end - 2
    }
    return Placeholder.isOne(value)
  }

  /// Whether the first word is a placeholder, or all that follows the name of a scheme.
  private mutating func hasPlaceholderWord(
    _ start: Int, _ end: Int, _ manner: ValueManner
  ) -> Bool {
    let space = places.space.next(text, from: start)
    guard space < end else { return false }
    if manner != .quoted, isPlaceholder(start, space) { return true }
    guard (1...16).contains(space - start) else { return false }
    for place in start..<space where Bytes.kinds(text[place]) & Bytes.letter == 0 { return false }
    return isPlaceholder(space + 1, end)
  }

  /// Whether what stands before any of some bytes is a word of a list.
  private func isWord(_ value: Text, until ends: ByteMask, _ words: WordSet) -> Bool {
    let limit = min(value.count, words.longest + 1)
    var end = 0
    while end < limit, !ends.contains(value[end]) { end &+= 1 }
    return words.contains(Text(value.base, end))
  }
}

/// Numbers as JSON has them, signs and leading zeros aside.
enum JSONNumber {
  static func isOne(_ value: Text) -> Bool {
    var place = value.byte(0) == UInt8(ascii: "-") ? 1 : 0
    guard skipDigits(value, &place) else { return false }
    if value.byte(place) == UInt8(ascii: ".") {
      place += 1
      guard skipDigits(value, &place) else { return false }
    }
    if value.byte(place) | 0x20 == UInt8(ascii: "e") {
      place += 1
      if value.byte(place) == UInt8(ascii: "+") || value.byte(place) == UInt8(ascii: "-") {
        place += 1
      }
      guard skipDigits(value, &place) else { return false }
    }
    return place == value.count
  }

  private static func skipDigits(_ value: Text, _ place: inout Int) -> Bool {
    let start = place
    while place < value.count, Bytes.isDigit(value[place]) { place &+= 1 }
    return place > start
  }
}
