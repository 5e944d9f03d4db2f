/// Ends of values, remembered for further names in the same bytes.
struct ValuePlaces {
  var textEnd = NextPlace("<\n")
  var lineFeed = NextPlace("\n")
  var lineEnd = NextPlace(ByteMask("\r\n").inserting([Bytes.wall]))
  var brace = NextPlace("}")
  var space = NextPlace(" ")
  /// What the arguments of a call have that hold a value.
  var values = NextPlace(ByteMask("\"'0123456789").inserting([Bytes.inner]))
  var white = TrimmedEnd(" \t\r\n")
  var blanks = TrimmedEnd(" \t")
  var backslashes = TrimmedEnd("\\")
  /// The ends of strings by their quotes, where nothing around them ends before.
  var double = NextPlace(ByteMask("\"").inserting([Bytes.wall]))
  var inner = NextPlace(ByteMask("\"").inserting([Bytes.wall, Bytes.inner]))
  var single = NextPlace(ByteMask("'").inserting([Bytes.wall]))
  var backtick = NextPlace(ByteMask("`").inserting([Bytes.wall]))
  /// The same in a string of another kind.
  var singleInside = NextPlace("'")
  var backtickInside = NextPlace("`")
  /// The word or phrase that was walked through last.
  var word = (from: 0, to: -1)
  var phrase = (from: 0, to: -1)
  private var block = (from: 0, to: -1)

  /// The end of the lines from a place on that are indented or empty.
  mutating func blockEnd(_ text: Text, _ start: Int) -> Int {
    if start >= block.from, start < block.to { return block.to }
    var end = start
    while end < text.count, Bytes.kinds(text[end]) & Bytes.white != 0 {
      end = min(text.count, text.next(Bytes.lineFeed, from: end) + 1)
    }
    block = (start, end)
    return end
  }
}

extension ValueReader {
  private static let wordEnds = ByteMask(" \t\r\n\"'`<>").inserting([Bytes.wall, Bytes.inner])
  private static let separators = ByteMask(",;&|")
  private static let trailing = ByteMask(",;:.)]}")
  private static let phraseTrailing = ByteMask(",;.)]}")
  private static let phraseEnds = ByteMask(" \t\r\n\"'`<>([{|-&;,")
    .inserting([Bytes.wall, Bytes.inner, Bytes.barrier])
  private static let afterSeparator = ByteMask(" \t\r\n\u{0B}\u{0C}\"'}])")
    .inserting([Bytes.wall, Bytes.inner, Bytes.barrier])

  /// The end of a value without quotes.
  mutating func bareEnd(_ start: Int, _ inside: Int?, _ rule: Int) -> Int {
    let extent = detection.memory.rules[rule].extent
    if extent == RuleRecord.line {
      let end = min(inside ?? text.count, places.lineEnd.next(text, from: start))
      return places.blanks.before(end, text, from: start)
    }
    let end = wordEnd(start)
    return extent == RuleRecord.phrase ? phraseEnd(end) : end
  }

  /// The end of a word: white space, a quote, an angle bracket, or what separates it from the next
  /// pair.
  mutating func wordEnd(_ start: Int) -> Int {
    var end = start
    if start >= places.word.from, start <= places.word.to {
      end = places.word.to
    } else {
      while end < text.count, !Self.wordEnds.contains(text[end]) {
        if Self.separators.contains(text[end]), isNextPair(end + 1) { break }
        end &+= 1
      }
      places.word = (start, end)
    }
    let low = max(start + 1, end - 4)
    while end > low, Self.trailing.contains(text[end - 1]) { end &-= 1 }
    return end
  }

  /// Whether another pair, or nothing, follows a separator.
  private func isNextPair(_ start: Int) -> Bool {
    guard start < text.count else { return true }
    if Self.afterSeparator.contains(text[start]) { return true }
    guard var place = Self.nameEnd(text, start) else { return false }
    if Self.isDoubleOrSingle(text.byte(place)) { place += 1 }
    if text.byte(place) == Bytes.space { place += 1 }
    return text.byte(place) == UInt8(ascii: "=") || text.byte(place) == UInt8(ascii: ":")
  }

  /// Whether `name=` or `name:` stands at a place.
  static func isPairAhead(_ text: Text, _ start: Int) -> Bool {
    guard let end = nameEnd(text, start) else { return false }
    return text.byte(end) == UInt8(ascii: "=") || text.byte(end) == UInt8(ascii: ":")
  }

  /// Behind a name of up to 41 bytes.
  private static func nameEnd(_ text: Text, _ start: Int) -> Int? {
    let isName = Bytes.kinds(text.byte(start)) & (Bytes.letter | Bytes.underscore) != 0
    guard start < text.count, isName else { return nil }
    let limit = min(text.count, start + 41)
    var place = start + 1
    while place < limit, Bytes.kinds(text[place]) & Bytes.identifier != 0 { place &+= 1 }
    return place
  }

  /// The end of a value with spaces whose first word ends at a place.
  private mutating func phraseEnd(_ start: Int) -> Int {
    if start >= places.phrase.from, start < places.phrase.to, text.byte(start) == Bytes.space {
      return places.phrase.to
    }
    var end = start
    while end + 1 < text.count, text[end] == Bytes.space {
      let word = end + 1
      if Self.phraseEnds.contains(text[word]) || Self.isPairAhead(text, word) { break }
      var next = word
      while next < text.count, !Self.wordEnds.contains(text[next]) { next &+= 1 }
      end = next
      while end > word + 1, Self.phraseTrailing.contains(text[end - 1]) { end &-= 1 }
      if end < next { break }
    }
    places.phrase = (start, end)
    return end
  }

  /// The place of the quote that closes the one at a place; the end of the line where none does.
  /// Single quotes and backticks do not go beyond the string in which they stand.
  ///
  /// - Parameter inside: The end of that string.
  mutating func closing(_ quote: Int, inside: Int?) -> Int {
    let start = quote + 1
    let isSingle = text[quote] == UInt8(ascii: "'")
    let isBacktick = text[quote] == UInt8(ascii: "`")
    if let inside, isSingle || isBacktick {
      let end =
        isSingle
        ? places.singleInside.nextUnescaped(text, from: start, isRaw: isRaw)
        : places.backtickInside.nextUnescaped(text, from: start, isRaw: isRaw)
      return min(end, inside)
    }
    let end =
      switch text[quote] {
      case Bytes.quote: places.double.nextUnescaped(text, from: start, isRaw: isRaw)
      case Bytes.inner: places.inner.nextUnescaped(text, from: start, isRaw: isRaw)
      case UInt8(ascii: "'"): places.single.nextUnescaped(text, from: start, isRaw: isRaw)
      default: places.backtick.nextUnescaped(text, from: start, isRaw: isRaw)
      }
    return end < text.count ? end : places.lineFeed.next(text, from: quote)
  }
}
