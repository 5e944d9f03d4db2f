/// A find does not begin or end within an escape, so that JSON stays JSON.
enum WholeEscapes {
  static func around(_ find: Find, _ text: Text) -> Find {
    var whole = find
    if isEscaped(text, find.start, from: 0) {
      if isCodePoint(text, find.start) {
        whole.start += 5
      } else if "nrtbf".utf8.contains(text.byte(find.start)) {
        whole.start += 1
      }
    }
    if isEscaped(text, find.end, from: whole.start), find.end < text.count { whole.end -= 1 }
    return whole
  }

  /// Whether an odd number of backslashes stands before a place.
  private static func isEscaped(_ text: Text, _ place: Int, from start: Int) -> Bool {
    var first = place
    while first > start, text[first - 1] == Bytes.backslash { first &-= 1 }
    return (place - first) % 2 == 1
  }

  private static func isCodePoint(_ text: Text, _ place: Int) -> Bool {
    guard place + 5 <= text.count, text[place] == UInt8(ascii: "u") else { return false }
    return text.buffer(place + 1, place + 5).allSatisfy { Bytes.hexValue($0) != nil }
  }
}
