/// A text that was cut: `…[+N]` stands for what is left out.
enum CutText {
  private static let mark = Array("…[+".utf8)

  /// Where the mark at a text's end begins; `nil` where there is none.
  static func cut(in text: [UInt8]) -> Int? {
    guard text.last == UInt8(ascii: "]") else { return nil }
    var place = text.count - 1
    while place > 0, text[place - 1] &- UInt8(ascii: "0") < 10 { place -= 1 }
    guard place < text.count - 1, place >= mark.count,
      text[(place - mark.count)..<place].elementsEqual(mark)
    else { return nil }
    return place - mark.count
  }

  /// Whether a text is what is left of another.
  static func isCut(_ text: [UInt8], of whole: String) -> Bool {
    guard let cut = cut(in: text), whole.utf8.starts(with: text[..<cut]) else { return false }
    let digits = text[(cut + mark.count)..<(text.count - 1)]
    let omitted = String(decoding: whole.utf8.dropFirst(cut), as: UTF8.self).unicodeScalars.count
    return String(omitted).utf8.elementsEqual(digits)
  }
}
