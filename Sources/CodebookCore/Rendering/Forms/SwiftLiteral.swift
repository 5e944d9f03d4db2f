/// A Swift string literal whose value is exactly a text.
///
/// What fits stands on the line. A longer text becomes a multi-line literal, laid out as
/// `swift format` does where the literal follows `return`, `=` or a label that begins its line,
/// stands on a line of its own, or comes right after a bracket.
enum SwiftLiteral {
  private static let lineLength = 100
  private static let leastWidth = 20

  private static let escapes = LiteralEscapes(
    numeric: { "\\u{\(Visible.hexadecimal($0, digits: 1, uppercase: true))}" },
    named: ["\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"])

  static func write(_ text: String, trailing: Int, into output: inout [UInt8]) {
    let line = OutputLine(of: output)
    if LiteralEscapes.isPlain(text) {
      if line.width + text.utf8.count + 2 + trailing <= lineLength {
        return LiteralEscapes.writePlain(text, into: &output)
      }
      if text.utf8.last != UInt8(ascii: " ") {
        return writeLines(of: PlainUnit.units(of: text), after: line, into: &output) {
          line, isLast, output in
          output.append(contentsOf: line.lazy.map(\.byte))
          if !isLast { output.append(UInt8(ascii: "\\")) }
        }
      }
    }
    let units = escapes.units(of: text)
    let width = units.reduce(2) { $0 + $1.width + ($1.source == "\"" ? 1 : 0) }
    if line.width + width + trailing <= lineLength {
      output.append(UInt8(ascii: "\""))
      for unit in units {
        output.append(contentsOf: (unit.source == "\"" ? "\\\"" : unit.source).utf8)
      }
      output.append(UInt8(ascii: "\""))
    } else {
      writeLines(of: protected(units), after: line, into: &output) { line, isLast, output in
        output.append(contentsOf: source(of: line, isLast: isLast).utf8)
      }
    }
  }

  private static func writeLines<Unit: LineUnit>(
    of units: [Unit], after line: OutputLine, into output: inout [UInt8],
    write: (_ line: ArraySlice<Unit>, _ isLast: Bool, _ output: inout [UInt8]) -> Void
  ) {
    var margin: [UInt8] = [UInt8(ascii: "\n")] + line.indentation
    let followsBracket = line.bytes.last.map { "([".utf8.contains($0) } ?? false
    if !line.isBlank { margin += Array("  ".utf8) }
    if followsBracket { output += margin }
    output.append(contentsOf: "\"\"\"".utf8)
    // One column is for the backslash that joins a line to the next.
    let width = max(leastWidth, lineLength - margin.count)
    let lines = LiteralLines.broken(units, width: width, newlineEndsLine: true)
    for (index, content) in lines.enumerated() {
      let start = output.count
      output += margin
      let begin = output.count
      write(content, index == lines.count - 1, &output)
      // An empty line has no white space.
      if output.count == begin { output.removeSubrange((start + 1)...) }
    }
    output += margin
    output.append(contentsOf: "\"\"\"".utf8)
  }

  /// A third quote in a row would end the literal, and editors trim a space at its end.
  private static func protected(_ units: [LiteralUnit]) -> [LiteralUnit] {
    var quotes = 0
    return units.enumerated().map { index, unit in
      if unit.isSpace, index == units.count - 1 {
        return LiteralUnit(source: "\\u{20}", width: 6)
      }
      quotes = unit.source == "\"" ? quotes + 1 : 0
      guard quotes == 3 else { return unit }
      quotes = 0
      return LiteralUnit(source: "\\\"", width: 2)
    }
  }

  private static func source(of line: ArraySlice<LiteralUnit>, isLast: Bool) -> String {
    var source = ""
    for unit in line.dropLast() { source += unit.source }
    guard let last = line.last else { return "" }
    // A line of the text ends the line of the literal, unless white space would be at its end.
    if last.isNewline, !source.hasSuffix(" ") { return source }
    source += last.source
    return isLast ? source : source + "\\"
  }
}
