/// Numbers that runtimes write as texts: what is not finite, and integers that 64 bits do not hold.
enum NumberAsText {
  private static let infinite = ["NaN", "Infinity", "-Infinity"].map { Array($0.utf8) }
  private static let bits = (head: Array("…[".utf8), tail: Array(" bits]".utf8))

  static func isOne(_ text: [UInt8]) -> Bool {
    infinite.contains(text) || isLong(text) || isCount(text)
  }

  /// Whether a text is an integer that is too great for a number.
  private static func isLong(_ text: [UInt8]) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    return digits.count >= 19 && digits.allSatisfy(isDigit)
      && Int64(String(decoding: text, as: UTF8.self)) == nil
  }

  /// Whether it tells how many bits a still greater one has.
  private static func isCount(_ text: [UInt8]) -> Bool {
    guard text.starts(with: bits.head), text.count > bits.head.count + bits.tail.count else {
      return false
    }
    let rest = text.dropFirst(bits.head.count)
    return rest.suffix(bits.tail.count).elementsEqual(bits.tail)
      && rest.dropLast(bits.tail.count).allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
