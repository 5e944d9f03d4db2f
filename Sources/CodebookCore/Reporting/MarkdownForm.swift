/// Any text as a part of a Markdown table, from which it cannot break out.
package enum MarkdownForm {
  /// The whole of a cell, or its end.
  package static func cell(_ text: String) -> String {
    var output: [UInt8] = []
    MarkdownText.write(text, in: .cell, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// A code span in a cell.
  package static func code(_ text: String) -> String {
    // The form looks at the line that it stands on.
    var output: [UInt8] = [UInt8(ascii: "|")]
    MarkdownCode.write(text, into: &output)
    return String(decoding: output.dropFirst(), as: UTF8.self)
  }
}
