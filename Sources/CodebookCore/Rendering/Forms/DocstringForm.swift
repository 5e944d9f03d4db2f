/// The content of a Python docstring between `"""`.
enum DocstringForm {
  /// - Returns: Why there can be no docstring here, or `nil`.
  static func write(_ text: String, trailing: Int, into output: inout [UInt8]) -> String? {
    let line = OutputLine(of: output)
    if line.bytes.dropFirst(line.indentation.count).first == UInt8(ascii: "#") {
      return "the form 'docstring' goes between \"\"\"; in a comment use 'comment'"
    }
    let prefix = String(decoding: line.indentation, as: UTF8.self)
    let words = CommentLines.words(of: text).map { line in line.map(escaped) }
    // A quote right after the opening ones would be taken for one of them.
    if line.bytes.suffix(3).elementsEqual("\"\"\"".utf8), words.first?.first?.first == "\"" {
      output.append(UInt8(ascii: " "))
    }
    CommentLines.write(
      words, prefix: prefix, firstColumn: line.width, lineLength: 88 - trailing,
      isComment: false, into: &output)
    // A quote before the closing ones would be taken for one of them.
    if output.last == UInt8(ascii: "\""), trailing > 0 { output.append(UInt8(ascii: " ")) }
    return nil
  }

  private static func escaped(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") })
    else { return word }
    var result = ""
    var quotes = 0
    for scalar in word.unicodeScalars {
      quotes = scalar == "\"" ? quotes + 1 : 0
      if scalar == "\\" || quotes == 3 { result.unicodeScalars.append("\\") }
      if quotes == 3 { quotes = 0 }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
