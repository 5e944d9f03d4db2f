/// The line that an output is on: what already stands on it.
struct OutputLine {
  /// A copy: a slice would make the output copy itself at the next byte that is appended.
  let bytes: [UInt8]

  init(of output: [UInt8]) {
    var start = output.count
    while start > 0, output[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    bytes = Array(output[start...])
  }

  /// The white space that the line begins with.
  var indentation: ArraySlice<UInt8> {
    bytes.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// The columns that are taken.
  var width: Int { OutputLine.width(of: String(decoding: bytes, as: UTF8.self)) }

  /// Whether nothing but white space stands on the line.
  var isBlank: Bool { indentation.count == bytes.count }

  static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + Visible.width(of: $1) }
  }
}
