internal import CodebookRuntime

/// A text that was cut: `…[+N]` stands for what is left out.
enum CutText {
  private static let mark = Array("…[+".utf8)
  /// More digits would be room for something else than a number of characters.
  private static let mostDigits = 12

  /// How many characters a text has before the mark, the step's in which its record was written.
  static let textLimits = RecordLimits.steps.map(\.characters)
  /// How many a member's name has, in any step.
  static let nameLimits = [RecordLimits.keyCharacters]
  /// How many items an array has before the mark that is its last.
  static let itemLimits = RecordLimits.steps.map(\.items)

  /// Where the mark at a text's end begins; `nil` where there is none.
  static func cut(in text: some RandomAccessCollection<UInt8>) -> Int? {
    guard text.last == UInt8(ascii: "]") else { return nil }
    let digits = text.dropLast().reversed().prefix { $0 &- UInt8(ascii: "0") < 10 }.count
    let head = text.dropLast(digits + 1)
    guard 1...mostDigits ~= digits, head.suffix(mark.count).elementsEqual(mark) else { return nil }
    return head.count - mark.count
  }

  /// Where the mark at a text's end begins, if the text has as many characters before it as one has
  /// that was cut; `nil` for any other text.
  static func cut(in text: [UInt8], at limits: [Int]) -> Int? {
    guard let cut = cut(in: text), limits.contains(characters(of: text[..<cut])) else {
      return nil
    }
    return cut
  }

  /// How many characters a text's mark says were left out.
  static func omitted(in text: [UInt8], behind cut: Int) -> Int {
    let digits = text[(cut + mark.count)..<(text.count - 1)]
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  /// The number of code points.
  static func characters(of text: some Collection<UInt8>) -> Int {
    text.count { $0 & 0xC0 != 0x80 }
  }

  /// Whether a text is what is left of another.
  static func isCut(_ text: [UInt8], of whole: String) -> Bool {
    guard let cut = cut(in: text), whole.utf8.starts(with: text[..<cut]) else { return false }
    let digits = text[(cut + mark.count)..<(text.count - 1)]
    let omitted = String(decoding: whole.utf8.dropFirst(cut), as: UTF8.self).unicodeScalars.count
    return String(omitted).utf8.elementsEqual(digits)
  }
}
