/// A file's name and its text, split into lines on demand.
package struct SourceText: Sendable {
  /// The path as the user gave it, or a name such as `<stdin>`.
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// How many bytes a byte order mark takes at the start: no character of the first line.
  var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The text of one line, without its line break; broken UTF-8 shows as U+FFFD.
  ///
  /// - Parameter line: The line's number, from 1.
  /// - Returns: `nil` where the text has no such line.
  package func line(_ line: Int) -> String? {
    guard line >= 1 else { return nil }
    var start = markLength
    var number = 1
    while number < line {
      guard let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = newline + 1
      number += 1
    }
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
