/// Telephone numbers: international ones, and those of North America with their separators.
enum Phone {
  /// The end of a number behind a plus sign; `nil` where none stands.
  static func end(_ text: Text, plus: Int) -> Int? {
    guard text.byte(plus) == UInt8(ascii: "+") else { return nil }
    if plus > 0 {
      let before = text[plus - 1]
      if Bytes.kinds(before) & Bytes.word != 0 || before == UInt8(ascii: "+") { return nil }
    }
    guard (49...57).contains(text.byte(plus + 1)) else { return nil }
    var (place, last, digits) = (plus + 1, plus + 1, 0)
    while place < text.count {
      if Bytes.isDigit(text[place]) {
        digits += 1
        if digits > 15 { return nil }
        place += 1
        last = place
        continue
      }
      let next = separatorsEnd(text, place)
      guard next > place, Bytes.isDigit(text.byte(next)) else { break }
      place = next
    }
    guard digits >= 9 else { return nil }
    if Bytes.kinds(text.byte(last)) & Bytes.word != 0 { return nil }
    let isDecimal = text.byte(last) == UInt8(ascii: ".") && Bytes.isDigit(text.byte(last + 1))
    return isDecimal ? nil : last
  }

  /// The place behind two separators at most.
  private static func separatorsEnd(_ text: Text, _ start: Int) -> Int {
    var place = start
    while place < text.count, place - start < 2, separators.contains(text[place]) { place += 1 }
    return place
  }

  private static let separators = ByteMask(" -()+")

  /// Where a North American number with these first three digits begins and ends.
  static func domestic(_ text: Text, digits: Int) -> (start: Int, end: Int)? {
    if digits > 0, text[digits - 1] == UInt8(ascii: "(") {
      if let end = domesticEnd(text, bracket: digits - 1) { return (digits - 1, end) }
    }
    let dash = UInt8(ascii: "-")
    guard mayBegin(text, digits), let area = area(text, digits),
      let end = local(text, Numbers.byte(text, area, dash))
    else { return nil }
    return (digits, end)
  }

  private static func domesticEnd(_ text: Text, bracket: Int) -> Int? {
    guard mayBegin(text, bracket), let area = area(text, bracket + 1),
      let closed = Numbers.byte(text, area, UInt8(ascii: ")"))
    else { return nil }
    let next = text.byte(closed)
    return local(
      text, next == Bytes.space || next == UInt8(ascii: "+") ? closed + 1 : closed)
  }

  private static func mayBegin(_ text: Text, _ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = text[place - 1]
    return Bytes.kinds(before) & Bytes.identifier == 0 && before != UInt8(ascii: "+")
  }

  /// Three digits of which the first is neither 0 nor 1.
  private static func area(_ text: Text, _ start: Int?) -> Int? {
    guard let start, (50...57).contains(text.byte(start)) else { return nil }
    return Numbers.digits(text, start, 3)
  }

  /// Three digits, a dash and four.
  private static func local(_ text: Text, _ start: Int?) -> Int? {
    let dashed = Numbers.byte(text, area(text, start), UInt8(ascii: "-"))
    guard let end = Numbers.digits(text, dashed, 4), Numbers.mayEnd(text, end) else { return nil }
    return end
  }
}
