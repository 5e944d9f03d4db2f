/// A text of the catalog as Markdown that shows exactly that text.
///
/// Single backticks that pair up on one line are the writer's code spans and stay. Of everything
/// else just what could mean something where it stands is escaped, so that the source reads well.
enum MarkdownText {
  /// Where the text goes.
  enum Place {
    /// A cell of a table: a line break is `<br>`.
    case cell
    /// A stretch of a paragraph, a heading or a list item: a line break is a space.
    case prose
  }

  static func write(_ text: String, in place: Place, into output: inout [UInt8]) {
    let scalars = lines(of: text)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "`", let end = codeSpanEnd(scalars, from: index, in: place) {
        writeCodeSpan(scalars[index...end], in: place, into: &output)
        index = end + 1
        continue
      }
      let context = MarkdownContext(scalars: scalars, index: index)
      write(scalars[index], context, in: place, into: &output)
      index += 1
    }
  }

  /// The characters, with one sign for a line break of any kind.
  private static func lines(of text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    return scalars
  }

  /// The closing backtick of a code span that can stay as it is.
  private static func codeSpanEnd(
    _ scalars: [Unicode.Scalar], from start: Int, in place: Place
  ) -> Int? {
    guard start == 0 || scalars[start - 1] != "`", start + 1 < scalars.count,
      scalars[start + 1] != "`",
      let end = scalars[(start + 1)...].firstIndex(of: "`"),
      end + 1 == scalars.count || scalars[end + 1] != "`"
    else { return nil }
    let content = scalars[(start + 1)..<end]
    if content.contains("\n") { return nil }
    // A row of a table would be divided there, whatever the number of backslashes.
    if place == .cell, content.contains("|"), content.contains("\\") { return nil }
    return end
  }

  private static func writeCodeSpan(
    _ span: ArraySlice<Unicode.Scalar>, in place: Place, into output: inout [UInt8]
  ) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: span)
    let shown = MarkdownCode.shown(String(view))
    MarkdownCode.writeContent(Array(shown.utf8), inTable: place == .cell, into: &output)
  }

  private static func write(
    _ scalar: Unicode.Scalar, _ context: MarkdownContext, in place: Place,
    into output: inout [UInt8]
  ) {
    switch scalar {
    case "\n" where context.isIdleBreak && place == .prose: return
    case "\n": output.append(contentsOf: (place == .cell ? "<br>" : " ").utf8)
    case "\t": output.append(contentsOf: "&#9;".utf8)
    case " " where context.isAtEdge: output.append(contentsOf: "&#32;".utf8)
    case "<": output.append(contentsOf: "&lt;".utf8)
    case "&" where context.mayBeginEntity: output.append(contentsOf: "&amp;".utf8)
    case "{" where context.mayBeginTag: output.append(contentsOf: "&#123;".utf8)
    case _ where Visible.isHidden(scalar):
      output.append(contentsOf: "&lt;\(Visible.name(of: scalar).dropFirst().dropLast())&gt;".utf8)
    default:
      if context.needsBackslash { output.append(UInt8(ascii: "\\")) }
      output.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}
