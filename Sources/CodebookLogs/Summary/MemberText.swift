/// Takes one member's text out of a line that is known to be a JSON object.
enum MemberText {
  /// The bytes between the quotes of the first member with a name, escapes as they stand; `nil`
  /// where there is none, or its value is no text.
  static func find(_ name: [UInt8], in line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var place = skipSpace(line, 0)
    guard place < line.count, line[place] == UInt8(ascii: "{") else { return nil }
    place += 1
    while true {
      place = skipTo(line, place, UInt8(ascii: "\""))
      guard let key = text(line, place) else { return nil }
      place = skipSpace(line, skipTo(line, key.upperBound, UInt8(ascii: ":")) + 1)
      guard place < line.count else { return nil }
      if line[key].elementsEqual(name) { return text(line, place) }
      place = skipValue(line, place)
    }
  }

  /// A text's bytes without its quotes, where one begins at `place`.
  private static func text(_ line: UnsafeBufferPointer<UInt8>, _ place: Int) -> Range<Int>? {
    guard place < line.count, line[place] == UInt8(ascii: "\"") else { return nil }
    var end = place + 1
    while end < line.count, line[end] != UInt8(ascii: "\"") {
      end += line[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end < line.count ? (place + 1)..<end : nil
  }

  /// Behind a value, at the comma or bracket that follows it.
  private static func skipValue(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var place = start
    var depth = 0
    while place < line.count {
      switch line[place] {
      case UInt8(ascii: "\""):
        guard let text = text(line, place) else { return line.count }
        place = text.upperBound
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return place }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return place
      default: break
      }
      place += 1
    }
    return place
  }

  private static func skipTo(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ byte: UInt8
  ) -> Int {
    var place = start
    while place < line.count, line[place] != byte { place += 1 }
    return place
  }

  private static func skipSpace(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var place = start
    while place < line.count, line[place] <= 0x20 { place += 1 }
    return place
  }
}
