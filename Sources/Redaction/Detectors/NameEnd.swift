/// The end of a name in text.
enum NameEnd {
  /// How far back a word of a name goes.
  static let longestWord = 64

  /// The place behind the digits that a name's number has; `nil` where the name goes on.
  @inline(__always)
  static func numberEnd(_ text: Text, _ end: Int) -> Int? {
    var place = end
    while place < text.count, place &- end < 4, Bytes.isDigit(text[place]) { place &+= 1 }
    guard place < text.count else { return place }
    let kinds = Bytes.kinds(text[place])
    if kinds & Bytes.word != 0 { return nil }
    if kinds & Bytes.joint != 0, Bytes.kinds(text.byte(place &+ 1)) & Bytes.word != 0 { return nil }
    return place
  }

  /// Where the word that ends at a place begins.
  @inline(__always)
  static func wordStart(_ text: Text, _ end: Int) -> Int {
    var start = end
    let limit = max(0, end - longestWord)
    while start > limit, Bytes.kinds(text[start - 1]) & Bytes.identifier != 0 { start &-= 1 }
    return start
  }
}
