/// A time of day as people write it: `18:07`, `18:07:23`, `18:07:23.412`.
struct ClockText {
  static let start = ClockText(hour: 0, minute: 0, second: 0, milliseconds: 0)
  static let end = ClockText(hour: 23, minute: 59, second: 59, milliseconds: 999)

  let hour: Int32
  let minute: Int32
  let second: Int32
  /// What the second has behind the point.
  let milliseconds: Int64

  /// `nil` for what is no time of day.
  init?(_ text: Substring) {
    let point = text.firstIndex(of: ".") ?? text.endIndex
    let numbers = Self.numbers(text[..<point], ":")
    guard 2...3 ~= numbers.count, 0...23 ~= numbers[0], 0...59 ~= numbers[1],
      numbers.count == 2 || 0...59 ~= numbers[2]
    else { return nil }
    (hour, minute, second) = (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
    guard point < text.endIndex else {
      milliseconds = 0
      return
    }
    let digits = text[point...].dropFirst()
    guard numbers.count == 3, !digits.isEmpty, digits.allSatisfy(Self.isDigit),
      let fraction = Int64((digits + "00").prefix(3))
    else { return nil }
    milliseconds = fraction
  }

  private init(hour: Int32, minute: Int32, second: Int32, milliseconds: Int64) {
    (self.hour, self.minute, self.second) = (hour, minute, second)
    self.milliseconds = milliseconds
  }

  /// Numbers of one digit or more each; none where there is anything else.
  static func numbers(_ text: Substring, _ separator: Character) -> [Int32] {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy(isDigit) && part.utf8.count < 5 ? Int32(part) : nil
    }
    return numbers.count == parts.count ? numbers : []
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
