extension KeyDetector {
  private static let closers = ByteMask("])")
  private static let textEnd = ByteMask("<\n")

  /// The value that follows a name in whatever way; `nil` where there is none.
  mutating func value(of name: KeyName) -> Find? {
    if isSafePhrase(name) { return nil }
    let after = NameSurroundings(text, name)
    if let start = ElementTag.valueStart(text, name, after) {
      let end = elementEnd(start)
      guard text.stands("</", end) || text.stands("]]>", end) else { return nil }
      return values.accepted(start, end, name.rule, .assigned)
    }
    let separator = after.separator
    switch text.byte(separator) {
    case UInt8(ascii: "-") where text.byte(separator + 1) == UInt8(ascii: ">"):
      return values.value(text.skipBlank(separator + 2), name.rule, .assigned, 0)
    case UInt8(ascii: "="), UInt8(ascii: ":"): return assigned(name, after)
    case UInt8(ascii: ">") where after.quote != 0: return elementText(name, separator)
    case UInt8(ascii: ",") where after.isListItem(text): return nextItem(name, after)
    default: break
    }
    return pairValue(name, after) ?? unmarked(name, after)
  }

  private func elementEnd(_ start: Int) -> Int {
    let limit = values.closingQuote(start) ?? text.count
    var end = start
    while end < limit, !Self.textEnd.contains(text[end]), !text.stands("]]>", end) { end &+= 1 }
    return end
  }

  /// `name=value`, `"name": value`, and the like.
  private mutating func assigned(_ name: KeyName, _ after: NameSurroundings) -> Find? {
    var place = after.separator
    var isColon = text[place] == UInt8(ascii: ":")
    place += 1
    let next = text.byte(place)
    if isColon, next == UInt8(ascii: "=") {
      place += 1
      isColon = false
    } else if isColon, next == UInt8(ascii: ":"), text.byte(place + 1) == Bytes.space {
      place += 1
    } else if !isColon, next == UInt8(ascii: ">") || next == UInt8(ascii: "=") {
      place += 1
    }
    if name.record.isStrict, isColon, after.quote == 0 { return nil }
    place = text.skipBlank(place)
    if !after.hasBrackets { place = nextLine(place) }
    if isColon, let declared = declaredEnd(place) {
      place = declared
      isColon = false
    }
    return values.value(
      place, name.rule, isColon ? .colon : .assigned, isColon ? after.quote : 0)
  }

  /// The place in the next line where a value stands that does not stand in the line of its name.
  private func nextLine(_ start: Int) -> Int {
    var place = start
    if text.byte(place) == Bytes.carriageReturn { place += 1 }
    guard text.byte(place) == Bytes.lineFeed else { return start }
    place += 1
    let limit = min(text.count, place + 64)
    while place < limit, text.isBlank(place) { place += 1 }
    return place < text.count && !isCodeLine(place) ? place : start
  }

  /// Whether a line holds code rather than a value.
  private func isCodeLine(_ start: Int) -> Bool {
    if text.stands("\"\"\"", start) { return true }
    var place = start
    while place < text.count, place <= start + 200 {
      if text[place] == UInt8(ascii: "(") || text.stands(" = ", place) { return true }
      if text[place] == Bytes.lineFeed { return false }
      place += 1
    }
    return false
  }

  private static let typeStart = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_[")
  private static let typeBytes = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.[]<>?")

  /// Behind `String? = ` before a quote; `nil` where no type is declared.
  private func declaredEnd(_ start: Int) -> Int? {
    guard start < text.count, Self.typeStart.contains(text[start]) else { return nil }
    let limit = min(text.count, start + 41)
    var place = start + 1
    while place < limit, Self.typeBytes.contains(text[place]) { place += 1 }
    for _ in 0..<3 { place = alternativeEnd(place) ?? place }
    if text.byte(place) == Bytes.space { place += 1 }
    guard text.byte(place) == UInt8(ascii: "=") else { return nil }
    place += 1
    if text.byte(place) == Bytes.space { place += 1 }
    return ValueReader.isDoubleOrSingle(text.byte(place)) ? place : nil
  }

  /// Behind ` | None` of a type.
  private func alternativeEnd(_ start: Int) -> Int? {
    guard text.stands(" | ", start) else { return nil }
    let name = start + 3
    var place = name
    while place < name + 16, Placeholder.isLetterOrUnderscore(text.byte(place)) { place += 1 }
    return place > name ? place : nil
  }

  /// `name">value<`, unless that is a label for people.
  private mutating func elementText(_ name: KeyName, _ separator: Int) -> Find? {
    let start = separator + 1
    let next = values.places.textEnd.next(text, from: start)
    let end = max(start, min(next, values.closingQuote(start) ?? next))
    let word = Text(text.base + start, end - start)
    guard text.stands("</", end) else { return nil }
    if ProseWords.prose.contains(word) || lookup.find(text.base, start, end).rule >= 0 {
      return nil
    }
    return values.accepted(start, end, name.rule, .assigned)
  }

  /// The next item of a list: `["--password", "…"]`, `("Authorization", "…")`.
  private mutating func nextItem(_ name: KeyName, _ after: NameSurroundings) -> Find? {
    let item = text.skipBlank(after.separator + 1)
    let prefix = text.byte(item)
    let quote = prefix == UInt8(ascii: "b") || prefix == UInt8(ascii: "u") ? item + 1 : item
    guard quote < text.count, Bytes.isQuote(text[quote]) else { return nil }
    if after.isFlag, text.byte(quote + 1) == UInt8(ascii: "-") { return nil }
    let end = values.closing(quote, inside: nil)
    let behind = text.skipBlank(end + 1)
    guard after.isFlag || behind < text.count && Self.closers.contains(text[behind]) else {
      return nil
    }
    return values.accepted(quote + 1, end, name.rule, .assigned)
  }
}

/// What stands around a name.
struct NameSurroundings {
  /// The quote behind it, or 0.
  let quote: UInt8
  /// Whether it is the name of a flag.
  let isFlag: Bool
  /// Where its opening quote stands; -1 where it has none.
  let opening: Int
  /// Behind its quote and brackets.
  let end: Int
  /// Whether there are brackets.
  let hasBrackets: Bool
  /// Behind blanks.
  let separator: Int

  init(_ text: Text, _ name: KeyName) {
    let behind = text.byte(name.behind)
    quote = Bytes.isQuote(behind) ? behind : 0
    isFlag = text.byte(name.start) == UInt8(ascii: "-")
    let isQuoted = name.start > 0 && quote != 0 && text[name.start - 1] == quote
    opening = isQuoted ? name.start - 1 : -1
    var place = quote != 0 ? name.behind + 1 : name.behind
    let limit = min(text.count, place + 2)
    let brackets = place
    while place < limit, text[place] == UInt8(ascii: "]") || text[place] == UInt8(ascii: ")") {
      place += 1
    }
    hasBrackets = place > brackets
    if text.byte(place) == UInt8(ascii: "#") { place += 1 }
    end = place
    separator = text.skipBlank(place)
  }

  /// Whether a name in quotes is a flag or the first item of a list.
  func isListItem(_ text: Text) -> Bool {
    guard quote != 0, opening > 0 else { return false }
    if isFlag || Self.isOpener(text[opening - 1]) { return true }
    let prefix = text[opening - 1]
    guard prefix == UInt8(ascii: "b") || prefix == UInt8(ascii: "u") else { return false }
    return Self.isOpener(text.byte(opening - 2))
  }

  private static func isOpener(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
  }
}

extension Text {
  @inline(__always)
  func isBlank(_ place: Int) -> Bool {
    base[place] == Bytes.space || base[place] == Bytes.tab
  }

  /// The place behind up to 16 spaces and tabs.
  func skipBlank(_ start: Int) -> Int {
    let limit = min(count, start + 16)
    var place = start
    while place < limit, isBlank(place) { place &+= 1 }
    return place
  }
}
