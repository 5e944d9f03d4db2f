/// Wraps texts inside comments.
enum CommentLines {
  /// Appends a text, each further line behind `prefix`.
  ///
  /// A word longer than the line stays whole: in a comment a long line is better than a broken
  /// address. A word that a tool would obey at the start of a comment gets a dash. Where there is
  /// nothing to say, the space before it goes too.
  static func write(
    _ words: [[String]], prefix: String, firstColumn: Int, lineLength: Int?, isComment: Bool,
    into output: inout [UInt8]
  ) {
    let bare =
      prefix.utf8.lastIndex { $0 != UInt8(ascii: " ") }
      .map { prefix[...$0] } ?? ""
    if words.isEmpty {
      while output.last == UInt8(ascii: " ") { output.removeLast() }
    }
    var column = firstColumn
    for (number, line) in words.enumerated() {
      if number > 0 {
        let start = line.isEmpty ? bare : prefix[...]
        output.append(contentsOf: "\n\(start)".utf8)
        column = prefix.utf8.count
      }
      for (place, word) in line.enumerated() {
        let width = OutputLine.width(of: word)
        if place > 0 {
          if let lineLength, column + 1 + width > lineLength {
            let isOrder = isComment && CommentDirectives.begins(with: word)
            let start = isOrder ? prefix + "- " : prefix
            output.append(contentsOf: "\n\(start)".utf8)
            column = start.utf8.count
          } else {
            output.append(UInt8(ascii: " "))
            column += 1
          }
        }
        output.append(contentsOf: word.utf8)
        column += width
      }
    }
  }

  /// The words of each line of a text, with everything hidden shown; without empty lines at its
  /// ends.
  static func words(of text: String) -> [[String]] {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      let words = text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      return words.isEmpty ? [] : [words]
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // A line break of Windows is one line break.
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split { $0 == " " || $0 == "\t" }.map { Visible.text(String($0)) }
    }
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return [] }
    return Array(lines[first...last])
  }
}
