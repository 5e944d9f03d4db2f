/// A fenced Markdown code block that shows exactly a text, line by line.
enum MarkdownBlock {
  /// - Returns: Why no block can stand here, or `nil`.
  static func write(_ text: String, into output: inout [UInt8]) -> String? {
    let line = OutputLine(of: output)
    guard line.isBlank else { return "a code block needs a line of its own" }
    let lines = lines(of: text)
    let longest = lines.map { MarkdownCode.longestRun(in: $0) }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let margin = [UInt8(ascii: "\n")] + line.indentation
    output.append(contentsOf: fence.utf8)
    for line in lines {
      // An empty line stays empty: white space at its end would serve nobody.
      output += line.isEmpty ? [UInt8(ascii: "\n")] : margin
      output.append(contentsOf: line.utf8)
    }
    output += margin
    output.append(contentsOf: fence.utf8)
    return nil
  }

  /// The lines, with everything hidden in them shown; a tab is seen as it is.
  private static func lines(of text: String) -> [String] {
    var lines = [String.UnicodeScalarView()]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        if previous == "\r" { lines[lines.count - 1].removeLast() }
        lines.append(String.UnicodeScalarView())
      } else {
        lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    return lines.map { line in
      String(line).split(separator: "\t", omittingEmptySubsequences: false)
        .map { Visible.text(String($0)) }.joined(separator: "\t")
    }
  }
}
