internal import CodebookRuntime

/// What becomes of a line that is longer than the terminal is wide.
package enum LongLines: String, CaseIterable, Sendable {
  /// It goes on in the next line, further in.
  case wrap
  /// It ends with `…`.
  case cut
  /// It is left as it is.
  case keep
}

/// A piece of a line, and what it looks like.
struct LinePiece {
  enum Look {
    case plain, dim, alarm, strong
    case level(severity: Int)

    var isLevel: Bool {
      if case .level = self { true } else { false }
    }
  }

  /// Nothing in it is obeyed by a terminal.
  let text: String
  let look: Look
  /// Whether the next piece is the value of what it names.
  let isName: Bool

  /// A piece of text as it stands in a log.
  init(_ text: String, _ look: Look = .plain, isName: Bool = false) {
    self.text = VisibleColumns.safe(text)
    self.look = look
    self.isName = isName
  }
}

/// Writes lines for a terminal of some width.
struct LineLayout {
  let style: ConsoleStyle
  let longLines: LongLines
  /// Columns of the terminal; what is kept as it is has no width.
  var columns: Int

  /// Writes pieces as a line, or more than one.
  ///
  /// - Parameter indent: Columns by which further lines are indented.
  func write(_ pieces: [LinePiece], indent: Int, to text: inout String) {
    switch longLines {
    case .keep: for piece in pieces { text += paint(piece.text, piece.look) }
    case .cut: cut(pieces, to: &text)
    case .wrap: wrap(pieces, indent: min(indent, columns / 2), to: &text)
    }
    text += "\n"
  }

  private func cut(_ pieces: [LinePiece], to text: inout String) {
    let width = pieces.reduce(0) { $0 + VisibleColumns.width($1.text) }
    guard width > columns else {
      for piece in pieces { text += paint(piece.text, piece.look) }
      return
    }
    var left = columns - 1
    for piece in pieces where left > 0 {
      let shown = VisibleColumns.prefix(piece.text, columns: left)
      text += paint(shown, piece.look)
      if shown.utf8.count < piece.text.utf8.count { break }
      left -= VisibleColumns.width(shown)
    }
    text += "…"
  }

  private func wrap(_ pieces: [LinePiece], indent: Int, to text: inout String) {
    var lines = WrappedLines(columns: columns, indent: indent)
    for (place, piece) in pieces.enumerated() {
      let next = piece.isName && place + 1 < pieces.count ? pieces[place + 1].text : nil
      for line in lines.take(piece.text, isWhole: piece.look.isLevel, with: next) {
        text += paint(line, piece.look)
      }
    }
  }

  private func paint(_ text: String, _ look: LinePiece.Look) -> String {
    // What is between words has no colour.
    text.utf8.allSatisfy { " \n".utf8.contains($0) } ? text : colored(text, look)
  }

  private func colored(_ text: String, _ look: LinePiece.Look) -> String {
    switch look {
    case .plain: text
    case .dim: style.dim(text)
    case .alarm: style.alarm(text)
    case .strong: style.strong(text)
    case .level(let severity): style.level(text, severity: severity)
    }
  }
}
