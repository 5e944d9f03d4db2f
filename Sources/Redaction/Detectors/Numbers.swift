/// Cards and social security numbers: digits in groups.
enum Numbers {
  /// Whether a card, a social security number or a telephone number may begin at a place where
  /// three digits stand.
  static func mayStand(_ text: Text, _ place: Int) -> Bool {
    guard place == 0 || Bytes.kinds(text[place - 1]) & Bytes.identifier == 0 else { return false }
    let end = runEnd(text, place, most: 17)
    switch end - place {
    case 3:
      return text.byte(end) == UInt8(ascii: "-") || text.byte(end) == UInt8(ascii: ")")
    case 4:
      guard isSeparator(text.byte(end)) else { return false }
      let next = runEnd(text, end + 1, most: 7) - end - 1
      return next == 4 || next == 6
    case 15, 16: return true
    default: return false
    }
  }

  @inline(__always)
  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == Bytes.space || byte == UInt8(ascii: "-")
  }

  /// The end of the digits from a place on, of which at most some are looked at.
  @inline(__always)
  static func runEnd(_ text: Text, _ start: Int, most: Int) -> Int {
    var place = start
    let limit = min(text.count, start + most)
    while place < limit, Bytes.isDigit(text[place]) { place &+= 1 }
    return place
  }

  /// The place behind so many digits; `nil` where fewer stand there.
  @inline(__always)
  static func digits(_ text: Text, _ start: Int?, _ count: Int) -> Int? {
    guard let start, start + count <= text.count else { return nil }
    for place in start..<(start + count) where !Bytes.isDigit(text[place]) { return nil }
    return start + count
  }

  /// The place behind a byte; `nil` where another stands there.
  @inline(__always)
  static func byte(_ text: Text, _ place: Int?, _ byte: UInt8) -> Int? {
    guard let place, place < text.count, text[place] == byte else { return nil }
    return place + 1
  }

  /// Whether nothing that makes it part of something else stands behind a number.
  static func mayEnd(_ text: Text, _ end: Int) -> Bool {
    guard end < text.count else { return true }
    let byte = text[end]
    if byte == UInt8(ascii: ".") { return !Bytes.isDigit(text.byte(end + 1)) }
    return Bytes.kinds(byte) & Bytes.word == 0 && byte != UInt8(ascii: "-")
  }
}

extension Numbers {
  /// The end of what is grouped as a card's number; `nil` where nothing is.
  static func cardEnd(_ text: Text, _ start: Int) -> Int? {
    if let end = grouped(text, start, [4, 4, 4, 4]), mayEnd(text, end) { return end }
    if let end = grouped(text, start, [4, 6, 5]), mayEnd(text, end) { return end }
    let end = runEnd(text, start, most: 17)
    return (15...16).contains(end - start) && mayEnd(text, end) ? end : nil
  }

  /// Groups of digits with the same separator between all of them.
  private static func grouped(_ text: Text, _ start: Int, _ counts: [Int]) -> Int? {
    guard var end = digits(text, start, counts[0]), isSeparator(text.byte(end)) else { return nil }
    let separator = text[end]
    for count in counts.dropFirst() {
      guard let next = digits(text, byte(text, end, separator), count) else { return nil }
      end = next
    }
    return end
  }

  /// Whether the digits between two places are those of a card: issuer and check digit.
  static func isCard(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    var number = 0
    var sum = 0
    var count = 0
    for place in stride(from: end - 1, through: start, by: -1) where Bytes.isDigit(text[place]) {
      let digit = Int(text[place] - 48)
      let doubled = digit > 4 ? digit * 2 - 9 : digit * 2
      sum += count % 2 == 1 ? doubled : digit
      count += 1
    }
    // In each form of grouping the first four stand in a row.
    for place in start..<(start + 4) { number = number * 10 + Int(text[place] - 48) }
    return isIssued(four: number, count: count) && sum % 10 == 0
  }

  private static func isIssued(four: Int, count: Int) -> Bool {
    let (two, three) = (four / 100, four / 10)
    if count == 15 { return two == 34 || two == 37 }
    return four / 1000 == 4 || (51...55).contains(two) || (2221...2720).contains(four)
      || four == 6011 || (644...659).contains(three) || (3528...3589).contains(four) || two == 62
  }

  /// The end of a social security number; `nil` where none stands.
  static func securityNumberEnd(_ text: Text, _ start: Int) -> Int? {
    let dash = UInt8(ascii: "-")
    guard let area = digits(text, start, 3),
      let group = digits(text, byte(text, area, dash), 2),
      let end = digits(text, byte(text, group, dash), 4), mayEnd(text, end)
    else { return nil }
    func isZero(_ start: Int, _ end: Int) -> Bool {
      text.buffer(start, end).allSatisfy { $0 == 48 }
    }
    if text[start] == 57 || isZero(start, area) || isZero(area + 1, group) || isZero(group + 1, end)
    {
      return nil
    }
    return text.buffer(start, area).elementsEqual("666".utf8) ? nil : end
  }
}
