/// Reads values in text: where they end, and whether they are any.
struct ValueReader {
  let detection: Detection
  let text: Text
  let isRaw: Bool
  var places = ValuePlaces()

  init(_ detection: Detection) {
    self.detection = detection
    text = detection.text
    isRaw = detection.isRaw
  }

  private static let quoteFollowers = ByteMask(",:;)]} \t\r\n\"'").inserting([
    Bytes.wall, Bytes.inner,
  ])
  private static let jsonEnd = ByteMask(",]}\"'`<> \t\r\n").inserting([Bytes.wall, Bytes.inner])

  /// `"`, `'` and an inner quote.
  @inline(__always)
  static func isDoubleOrSingle(_ byte: UInt8) -> Bool {
    byte == Bytes.quote || byte == UInt8(ascii: "'") || byte == Bytes.inner
  }

  /// The end of the string around a place.
  func closingQuote(_ place: Int) -> Int? { detection.level.strings.closingQuote(text, place) }

  /// Whether a quote ends the string around it, judged also by what follows: a count of quotes may
  /// be wrong.
  func closes(_ quote: Int, _ inside: Int?) -> Bool {
    guard quote == inside else { return false }
    return quote + 1 >= text.count || Self.quoteFollowers.contains(text[quote + 1])
  }

  /// The value at a place.
  ///
  /// - Parameter quote: That of the name, where a colon is between them.
  mutating func value(
    _ start: Int, _ rule: Int, _ manner: ValueManner, _ quote: UInt8
  ) -> Find? {
    guard start < text.count else { return nil }
    var start = LiteralPrefix.end(text, start)
    if manner == .colon {
      start = YAMLValue.tagEnd(text, start)
      if let block = YAMLValue.blockStart(text, start) { return indented(block, rule) }
    }
    let first = text[start]
    if first == Bytes.barrier || isTemplate(start) { return nil }
    let inside = closingQuote(start)
    if Bytes.isQuote(first), first == quote || !closes(start, inside) {
      return inQuotes(start, inside, rule)
    }
    if Brackets.opens(first) { return bracketed(start, inside, rule, quote) }
    if let call = CodeCall(text, start) { return called(call, inside, rule, quote) }
    if quote != 0, manner == .colon {
      var end = start
      while end < text.count, !Self.jsonEnd.contains(text[end]) { end &+= 1 }
      return accepted(start, end, rule, manner, quote)
    }
    return accepted(start, bareEnd(start, inside, rule), rule, manner, quote)
  }

  /// `${`, with `}` soon behind it.
  private func isTemplate(_ start: Int) -> Bool {
    guard text.stands("${", start) else { return false }
    let limit = min(text.count, start + 100)
    return text.buffer(start, limit).contains(UInt8(ascii: "}"))
  }

  private mutating func inQuotes(_ quote: Int, _ inside: Int?, _ rule: Int) -> Find? {
    let byte = text[quote]
    if text.byte(quote + 1) == byte, text.byte(quote + 2) == byte {
      let limit = inside ?? text.count
      var end = quote + 3
      while end + 3 <= limit, !isTriple(byte, end) { end &+= 1 }
      return accepted(quote + 3, end + 3 <= limit ? end : limit, rule, .quoted)
    }
    let end = closing(quote, inside: inside)
    var find = accepted(quote + 1, end, rule, .quoted)
    find?.isClosed = end < text.count && text[end] == byte
    return find
  }

  private func isTriple(_ byte: UInt8, _ place: Int) -> Bool {
    text[place] == byte && text.byte(place + 1) == byte && text.byte(place + 2) == byte
  }

  private func bracketed(_ start: Int, _ inside: Int?, _ rule: Int, _ quote: UInt8) -> Find? {
    let isFree = inside == nil || opensQuote(start, inside)
    let limit = isFree ? text.count : inside ?? text.count
    let end = Brackets.end(text, start, limit: limit, isRaw: isRaw)
    if Brackets.isEmpty(text, start, end) { return nil }
    return Find(
      start: start, end: end, rule: rule, quote: quote,
      isClosed: Brackets.closes(text[end - 1]))
  }

  /// Whether a quote follows a bracket that does not end the string around both.
  private func opensQuote(_ bracket: Int, _ inside: Int?) -> Bool {
    let limit = min(text.count, bracket + 64)
    var place = bracket + 1
    while place < limit, Bytes.kinds(text[place]) & Bytes.white != 0 { place += 1 }
    return place < text.count && Bytes.isQuote(text[place]) && !closes(place, inside)
  }

  /// `Optional("…")`: a call whose arguments hold a value.
  private mutating func called(
    _ call: CodeCall, _ inside: Int?, _ rule: Int, _ quote: UInt8
  ) -> Find? {
    let limit = inside ?? text.count
    let value = places.values.next(text, from: call.bracket + 1)
    guard !call.isMethod, value < limit,
      !detection.level.brackets.isClosed(text, call.bracket, before: value)
    else { return nil }
    var end = Brackets.end(text, call.bracket, limit: limit, isRaw: isRaw)
    guard value < end else { return nil }
    let next = text.skipBlank(end)
    if next > end, next < text.count, Bytes.isQuote(text[next]), !closes(next, inside) {
      end = min(closing(next, inside: inside) + 1, text.count)
    }
    return Find(start: call.start, end: end, rule: rule, quote: quote)
  }

  private mutating func indented(_ start: Int, _ rule: Int) -> Find? {
    let end = places.blockEnd(text, start)
    var first = start
    while first < end, Bytes.kinds(text[first]) & Bytes.white != 0 { first &+= 1 }
    return accepted(first, places.white.before(end, text, from: first), rule, .quoted)
  }
}
