extension KeyDetector {
  private static let beforeName = ByteMask(" \t\r\n([{\"',;:>").inserting([Bytes.inner])

  /// A value behind blanks alone: `name value`, `--name value`, `name is value`.
  mutating func unmarked(_ name: KeyName, _ after: NameSurroundings) -> Find? {
    let place = after.separator
    if name.record.isStrict || after.quote != 0 || place == after.end || place >= text.count {
      return nil
    }
    if text.buffer(after.end, place).contains(Bytes.tab) {
      return values.value(place, name.rule, .colon, 0)
    }
    if after.isFlag {
      if text[place] == UInt8(ascii: "-") { return nil }
      return values.value(place, name.rule, .assigned, 0)
    }
    return told(name, place)
  }

  /// A value in a sentence.
  private mutating func told(_ name: KeyName, _ start: Int) -> Find? {
    let verbEnd = verbEnd(start)
    let place = verbEnd ?? start
    if place < text.count, Bytes.isQuote(text[place]) { return toldInQuotes(name, place) }
    if name.start > 0, !Self.beforeName.contains(text[name.start - 1]) { return nil }
    if ValueReader.isPairAhead(text, place) { return nil }
    let end = values.wordEnd(place)
    let word = Text(text.base + place, end - place)
    let isNumber = word.count > 0 && word.buffer(0, word.count).allSatisfy(Bytes.isDigit)
    let digits = isNumber ? word.count : 0
    guard
      digits >= 4 && verbEnd != nil || digits >= 6 && name.isPhrase || SecretLooks.has(word)
    else { return nil }
    return values.accepted(place, end, name.rule, .prose)
  }

  private mutating func toldInQuotes(_ name: KeyName, _ quote: Int) -> Find? {
    let inside = values.closingQuote(quote)
    if values.closes(quote, inside) { return nil }
    let end = values.closing(quote, inside: inside)
    guard end - quote - 1 >= 4, end < text.count, text[end] == text[quote] else { return nil }
    return values.accepted(quote + 1, end, name.rule, .prose)
  }

  /// Behind `is` or `was`, a colon perhaps, and blanks.
  private func verbEnd(_ start: Int) -> Int? {
    var place: Int
    if text.stands("is", start) {
      place = start + 2
    } else if text.stands("was", start) {
      place = start + 3
    } else {
      return nil
    }
    if text.byte(place) == UInt8(ascii: ":") { place += 1 }
    let limit = min(text.count, place + 4)
    let first = place
    while place < limit, text[place] == Bytes.space { place += 1 }
    return place > first ? place : nil
  }
}

/// Whether a word of a sentence looks like a secret.
enum SecretLooks {
  private static let openers = ByteMask("<([{")

  static func has(_ word: Text) -> Bool {
    guard word.count >= 6, !isPath(word), !openers.contains(word[0]) else { return false }
    var (laterUpper, lower, digits) = (0, 0, 0)
    for place in 0..<word.count {
      let byte = word[place]
      if byte == Bytes.barrier || byte == 0x1B { return false }
      if byte == UInt8(ascii: ":"), word.stands("://", place) { return false }
      let kinds = Bytes.kinds(byte)
      if kinds & Bytes.digit != 0 { digits += 1 }
      if kinds & Bytes.lower != 0 { lower += 1 }
      if place > 0, kinds & Bytes.upper != 0 { laterUpper += 1 }
    }
    let hasLetters = lower + laterUpper > 0 || Bytes.kinds(word[0]) & Bytes.upper != 0
    if hasLetters, digits > 0, !ProseWords.prose.contains(word) { return true }
    if word.count >= 10, laterUpper >= 3, lower >= 3 { return true }
    return word.count >= 16 && laterUpper > 0 && lower > 0
  }

  /// Whether it is a path rather than base64 that begins with a stroke.
  private static func isPath(_ word: Text) -> Bool {
    let stroke = UInt8(ascii: "/")
    guard word[0] == stroke else { return false }
    guard word.count >= 20 else { return true }
    let isBase64 = word.contains(UInt8(ascii: "+")) || word.contains(UInt8(ascii: "="))
    return !isBase64 && word.next(stroke, from: 1) < word.count
  }
}
