/// A way to write a text of the catalog so that it means itself where it stands.
package enum TextForm: String, Sendable, CaseIterable {
  /// A string literal, quotes included.
  case literal
  /// The content of a comment that began on the same line.
  case comment
  /// The content of a Python docstring.
  case docstring
  /// The content of a Markdown table's cell.
  case cell
  /// A stretch of a Markdown paragraph.
  case prose
  /// A Markdown code span, backticks included.
  case code
  /// A fenced Markdown code block.
  case block
  /// Text of an HTML element or of a quoted attribute.
  case html
  /// A JSON string, quotes included.
  case json

  /// Appends a text in this form.
  ///
  /// - Parameters:
  ///   - trailing: The columns that the rest of the line takes.
  ///   - output: What has been written so far; its last line decides where a text is wrapped.
  /// - Returns: Why the form cannot stand here, or `nil`.
  package func write(
    _ text: String, in language: OutputLanguage, trailing: Int = 0, into output: inout [UInt8]
  ) -> String? {
    switch (self, language) {
    case (.literal, .swift): SwiftLiteral.write(text, trailing: trailing, into: &output)
    case (.literal, .python): PythonLiteral.write(text, trailing: trailing, into: &output)
    case (.literal, .toml): TOMLLiteral.write(text, into: &output)
    case (.literal, _), (.json, _): JSONForm.write(text, into: &output)
    case (.comment, _): return CommentForm.write(text, in: language, into: &output)
    case (.docstring, _): return DocstringForm.write(text, trailing: trailing, into: &output)
    case (.cell, _): MarkdownText.write(text, in: .cell, into: &output)
    case (.prose, _): MarkdownText.write(text, in: .prose, into: &output)
    case (.code, _): MarkdownCode.write(text, into: &output)
    case (.block, _): return MarkdownBlock.write(text, into: &output)
    case (.html, .markdown): HTMLForm.write(text, inMarkdown: true, into: &output)
    case (.html, _): HTMLForm.write(text, inMarkdown: false, into: &output)
    }
    return nil
  }
}
