/// A parameter of a URL's query whose name a rule knows.
struct QueryParameter {
  let rule: Int
  /// Where its value begins.
  let value: Int

  private static let longestName = 40
  private static let nameBytes = ByteMask(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~[]-")
  private static let valueEnd = ByteMask("&#\"'<>`\\ \t\r\n\u{0B}\u{0C}").inserting(0xFD...0xFF)
  private static let separators = ByteMask("?&#;")

  /// Reads the one whose `?`, `&`, `#` or `;` stands at a place.
  init?(_ text: Text, _ place: Int, _ lookup: NameLookup) {
    guard Self.separators.contains(text[place]) else { return nil }
    var end = place + 1
    let limit = min(text.count, end + Self.longestName)
    let names = Self.nameBytes
    while end < limit, names.contains(text[end]) { end &+= 1 }
    guard end > place + 1, text.byte(end) == UInt8(ascii: "=") else { return nil }
    let known = lookup.find(text.base, place + 1, end).whole.query
    guard known != 0 else { return nil }
    rule = Int(known) - 1
    value = end + 1
  }

  /// Where its value ends.
  func end(_ text: Text) -> Int {
    let ends = Self.valueEnd
    var end = value
    while end < text.count, !ends.contains(text[end]) { end &+= 1 }
    return end
  }
}
