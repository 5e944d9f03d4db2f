/// What is not seen in a text: colours, and characters of no width.
enum Invisible {
  /// The place behind what is not seen and begins at a place; `nil` where nothing does.
  static func end(_ text: Text, _ place: Int) -> Int? {
    switch text[place] {
    case 0x1B: return controlSequenceEnd(text, place)
    case 0xC2: return text.byte(place + 1) == 0xAD ? place + 2 : nil
    case 0xE2:
      let (second, third) = (text.byte(place + 1), text.byte(place + 2))
      let isJoiner = second == 0x80 && (0x8B...0x8D).contains(third)
      return isJoiner || second == 0x81 && third == 0xA0 ? place + 3 : nil
    case 0xEF:
      return text.byte(place + 1) == 0xBB && text.byte(place + 2) == 0xBF ? place + 3 : nil
    default: return nil
    }
  }

  /// Behind `ESC [`, numbers and a letter.
  private static func controlSequenceEnd(_ text: Text, _ place: Int) -> Int? {
    guard text.byte(place + 1) == UInt8(ascii: "[") else { return nil }
    var end = place + 2
    while end < text.count, end - place < 18,
      Bytes.isDigit(text[end]) || text[end] == UInt8(ascii: ";")
    {
      end += 1
    }
    return Bytes.kinds(text.byte(end)) & Bytes.letter != 0 ? end + 1 : nil
  }
}
