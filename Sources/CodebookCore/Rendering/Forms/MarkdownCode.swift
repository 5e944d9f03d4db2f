/// A Markdown code span that shows exactly a text.
enum MarkdownCode {
  static func write(_ text: String, into output: inout [UInt8]) {
    guard !text.isEmpty else { return }
    let line = OutputLine(of: output)
    let isInTable = line.bytes.dropFirst(line.indentation.count).first == UInt8(ascii: "|")
    let content = shown(text)
    if isInTable, content.contains("\\|") {
      // A row ends a cell at `|` however many backslashes it has, but not at an entity.
      output.append(contentsOf: "<code>".utf8)
      HTMLForm.write(content, inMarkdown: true, into: &output)
      output.append(contentsOf: "</code>".utf8)
      return
    }
    let fence = String(repeating: "`", count: longestRun(in: content) + 1)
    let bytes = Array(content.utf8)
    let touches = bytes.first == UInt8(ascii: "`") || bytes.last == UInt8(ascii: "`")
    let isTrimmed = bytes.first == UInt8(ascii: " ") && bytes.last == UInt8(ascii: " ")
    let isBlank = bytes.allSatisfy { $0 == UInt8(ascii: " ") }
    let pad = touches || isTrimmed && !isBlank ? " " : ""
    output.append(contentsOf: "\(fence)\(pad)".utf8)
    writeContent(bytes, inTable: isInTable, into: &output)
    output.append(contentsOf: "\(pad)\(fence)".utf8)
  }

  /// Appends what stands between backticks; in a table `|` needs a backslash even there.
  static func writeContent(_ bytes: [UInt8], inTable: Bool, into output: inout [UInt8]) {
    for byte in bytes {
      if inTable, byte == UInt8(ascii: "|") { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
  }

  /// A text on one line, with everything hidden shown; nothing is decoded inside a code span.
  static func shown(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where scalars.last == "\r":
        scalars.removeLast()
        scalars.append(" ")
      case "\n", "\t": scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return Visible.text(String(scalars))
  }

  /// The number of backticks in the longest run of them.
  static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
