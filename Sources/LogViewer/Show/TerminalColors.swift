/// Colours that a program has printed: they say nothing, and would be shown as what they are made of.
enum TerminalColors {
  /// A text without its changes of colour, `ESC [ … m`. Everything else stays, and is made visible
  /// by others.
  static func removed(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var kept: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      if let end = endOfColor(bytes, place) {
        place = end
      } else {
        kept.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func endOfColor(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start] == 0x1B, start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[")
    else {
      return nil
    }
    var place = start + 2
    while place < bytes.count, "0123456789;:".utf8.contains(bytes[place]) { place += 1 }
    return place < bytes.count && bytes[place] == UInt8(ascii: "m") ? place + 1 : nil
  }
}
