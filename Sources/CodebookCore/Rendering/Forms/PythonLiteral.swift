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
    if LiteralEscapes.isPlain(text), line.width + text.utf8.count + 2 + trailing <= lineLength {
      return LiteralEscapes.writePlain(text, into: &output)
    }
    let units = escapes.units(of: text)
    let whole = literal(units[...])
    if line.width + whole.width + trailing <= lineLength {
      output.append(contentsOf: whole.source.utf8)
      return
    }
    let margin = [UInt8(ascii: "\n")] + line.indentation
    let inner = margin + Array("    ".utf8)
    let width = max(leastWidth, lineLength - inner.count + 1)
    output.append(UInt8(ascii: "("))
    let pieces = whole.width <= width ? [whole.source] : pieces(of: units, width: width)
    for piece in pieces {
      output += inner
      output.append(contentsOf: piece.utf8)
    }
    output += margin
    output.append(UInt8(ascii: ")"))
  }

  private static func pieces(of units: [LiteralUnit], width: Int) -> [String] {
    // A quote may need a backslash, which depends on the piece that it comes to be in.
    let widest = units.map { unit in
      var unit = unit
      if unit.isQuote { unit.width = 2 }
      return unit
    }
    return LiteralLines.broken(widest, width: width - 2, newlineEndsLine: true)
      .filter { !$0.isEmpty }.map { literal($0).source }
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
