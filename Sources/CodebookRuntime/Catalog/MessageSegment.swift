/// A stretch of an event's message: a text, or the name of what a record fills in.
package enum MessageSegment: Hashable, Sendable {
  case text(String)
  case parameter(String)

  /// Splits a message at those names in braces that are known: `Lifted {label}`.
  ///
  /// Other braces are text, and so is a name behind two opening ones.
  package static func split(_ message: String, at names: Set<String>) -> [MessageSegment] {
    let bytes = Array(message.utf8)
    var segments: [MessageSegment] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      guard let end = placeholderEnd(in: bytes, at: position) else {
        position += 1
        continue
      }
      let name = String(decoding: bytes[(position + 1)..<(end - 1)], as: UTF8.self)
      if names.contains(name) {
        segments.append(.text(String(decoding: bytes[start..<position], as: UTF8.self)))
        segments.append(.parameter(name))
        start = end
      }
      position = end
    }
    segments.append(.text(String(decoding: bytes[start...], as: UTF8.self)))
    return segments.filter { $0 != .text("") }
  }

  /// The place behind a name in braces that begins at a place; `nil` where none does.
  private static func placeholderEnd(in bytes: [UInt8], at position: Int) -> Int? {
    let opening = UInt8(ascii: "{")
    guard bytes[position] == opening, position == 0 || bytes[position - 1] != opening,
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")),
      NameForm.isPart(bytes[(position + 1)..<end])
    else { return nil }
    return end + 1
  }
}
