/// The content of a comment that ends with its line: `//`, `///` or `#`.
enum CommentForm {
  /// - Returns: Why there can be no comment here, or `nil`.
  static func write(
    _ text: String, in language: OutputLanguage, into output: inout [UInt8]
  ) -> String? {
    let line = OutputLine(of: output)
    let marker = language == .swift ? "//" : "#"
    let content = line.bytes.dropFirst(line.indentation.count)
    let sign = content.prefix { $0 == marker.utf8.first }
    guard sign.count >= marker.utf8.count else {
      guard String(decoding: line.bytes, as: UTF8.self).contains(" \(marker) ") else {
        return problem(language)
      }
      // A comment after code has nowhere to go on.
      let words = CommentDirectives.defused(CommentLines.words(of: text))
      output.append(contentsOf: words.joined().joined(separator: " ").utf8)
      return nil
    }
    let rest = content.dropFirst(sign.count).drop { $0 == UInt8(ascii: " ") }
    // What belongs to an item of a list is indented further than its dash.
    let item = rest.starts(with: "- ".utf8) ? "   " : " "
    let prefix = String(decoding: line.indentation + sign, as: UTF8.self) + item
    CommentLines.write(
      CommentDirectives.defused(CommentLines.words(of: text)), prefix: prefix,
      firstColumn: line.width, lineLength: language.lineLength, isComment: true,
      into: &output)
    return nil
  }

  private static func problem(_ language: OutputLanguage) -> String {
    switch language {
    case .swift: "the form 'comment' goes on a line that has begun with // or ///"
    case .python:
      "the form 'comment' goes on a line that has begun with #; in a docstring use 'docstring'"
    default: "the form 'comment' goes on a line that has begun with #"
    }
  }
}
