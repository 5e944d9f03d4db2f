/// A Python string literal whose value is exactly a text, laid out as `ruff format` does.
///
/// What fits stands on the line; a longer text is put in parentheses, in pieces of one line each.
/// That is stable as the right side of an assignment, as a `return` value, as an argument or element
/// on a line of its own, and as the value of a dictionary's key.
enum PythonLiteral {
  private static let lineLength = 88
  private static let leastWidth = 20

  private static let escapes = LiteralEscapes(
    numeric: { scalar in
      switch scalar.value {
      case ...0xFF: "\\x\(Visible.hexadecimal(scalar, digits: 2))"
      case ...0xFFFF: "\\u\(Visible.hexadecimal(scalar, digits: 4))"
      default: "\\U\(Visible.hexadecimal(scalar, digits: 8))"
      }
    }, named: ["\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"])

  static func write(_ text: String, trailing: Int, into output: inout [UInt8]) {
    let line = OutputLine(of: output)
    let room = lineLength - trailing - line.width
    if LiteralEscapes.isPlain(text) {
      let width = text.utf8.count + 2
      if width <= room { return LiteralEscapes.writePlain(text, into: &output) }
      return writeInParentheses(after: line, into: &output) { available, begin, output in
        // In double quotes no apostrophe needs a backslash; where lines end must not depend on it.
        let units = PlainUnit.units(of: text, apostropheWidth: width <= available ? 1 : 2)
        for piece in pieces(of: units, width: available) {
          begin(&output)
          output.append(UInt8(ascii: "\""))
          output.append(contentsOf: piece.lazy.map(\.byte))
          output.append(UInt8(ascii: "\""))
        }
      }
    }
    let units = escapes.units(of: text)
    let whole = literal(units[...])
    if whole.width <= room {
      output.append(contentsOf: whole.source.utf8)
      return
    }
    writeInParentheses(after: line, into: &output) { available, begin, output in
      let sources =
        whole.width <= available
        ? [whole.source] : pieces(of: widest(units), width: available).map { literal($0).source }
      for source in sources {
        begin(&output)
        output.append(contentsOf: source.utf8)
      }
    }
  }

  /// Writes pieces, each on a line of its own.
  ///
  /// - Parameter write: Is given the columns that a piece may take, and what begins its line.
  private static func writeInParentheses(
    after line: OutputLine, into output: inout [UInt8],
    write: (_ available: Int, _ begin: (inout [UInt8]) -> Void, _ output: inout [UInt8]) -> Void
  ) {
    let margin = [UInt8(ascii: "\n")] + line.indentation
    let inner = margin + Array("    ".utf8)
    output.append(UInt8(ascii: "("))
    write(max(leastWidth, lineLength - inner.count + 1), { $0 += inner }, &output)
    output += margin
    output.append(UInt8(ascii: ")"))
  }

  private static func pieces<Unit: LineUnit>(
    of units: [Unit], width: Int
  ) -> [ArraySlice<Unit>] {
    LiteralLines.broken(units, width: width - 2, newlineEndsLine: true).filter { !$0.isEmpty }
  }

  /// A quote may need a backslash, which depends on the piece that it comes to be in.
  private static func widest(_ units: [LiteralUnit]) -> [LiteralUnit] {
    units.map { unit in
      var unit = unit
      if unit.isQuote { unit.width = 2 }
      return unit
    }
  }

  /// Double quotes, unless single ones need fewer backslashes.
  private static func literal(_ units: ArraySlice<LiteralUnit>) -> (source: String, width: Int) {
    let doubles = units.count { $0.source == "\"" }
    let singles = units.count { $0.source == "'" }
    let quote = doubles > singles ? "'" : "\""
    var source = quote
    for unit in units { source += unit.source == quote ? "\\\(quote)" : unit.source }
    let backslashes = min(doubles, singles)
    let width = units.reduce(2) { $0 + ($1.isQuote ? 1 : $1.width) } + backslashes
    return (source + quote, width)
  }
}

extension LiteralUnit {
  /// A quotation mark as it is.
  var isQuote: Bool { source == "\"" || source == "'" }
}
