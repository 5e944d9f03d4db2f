/// What the breaking of lines needs to know of a piece of text.
protocol LineUnit {
  var width: Int { get }
  /// A space, after which a line may end.
  var isSpace: Bool { get }
  /// A line feed of the text.
  var isNewline: Bool { get }
}

/// A character of plain text: most texts have no others, and need no string for each.
struct PlainUnit: LineUnit {
  let byte: UInt8
  /// The columns of an apostrophe, which may need a backslash.
  let apostropheWidth: Int

  var width: Int { byte == UInt8(ascii: "'") ? apostropheWidth : 1 }
  var isSpace: Bool { byte == UInt8(ascii: " ") }
  var isNewline: Bool { false }

  static func units(of text: String, apostropheWidth: Int = 1) -> [PlainUnit] {
    text.utf8.map { PlainUnit(byte: $0, apostropheWidth: apostropheWidth) }
  }
}

/// A piece of a string literal that no line break may divide.
struct LiteralUnit: LineUnit {
  /// What stands in the source; an escape, or a character with the marks that join it.
  var source: String
  var width: Int
  var isSpace = false
  var isNewline = false
}

/// How a language writes what cannot stand in a literal as it is.
struct LiteralEscapes: Sendable {
  /// The escape of a character that has no name of its own.
  let numeric: @Sendable (Unicode.Scalar) -> String
  /// The escapes by name, such as `\n`.
  let named: [Unicode.Scalar: String]

  /// More marks than this on one character are written as escapes, so that units stay short.
  private static let mostMarks = 4

  func units(of text: String) -> [LiteralUnit] {
    var units: [LiteralUnit] = []
    units.reserveCapacity(text.utf8.count)
    // A mark joins the last unit if that ends in a plain character; never a quote or an escape.
    var marks = Self.mostMarks
    let namesQuote = named["\""] != nil
    for scalar in text.unicodeScalars {
      if scalar.value < 0x7F, scalar.value >= 0x20, scalar != "\\", scalar != "\"" || !namesQuote {
        let isMarkable = scalar != " " && scalar != "\"" && scalar != "'"
        units.append(LiteralUnit(source: String(scalar), width: 1, isSpace: scalar == " "))
        marks = isMarkable ? 0 : Self.mostMarks
      } else if let name = named[scalar] {
        units.append(LiteralUnit(source: name, width: name.count, isNewline: scalar == "\n"))
        marks = Self.mostMarks
      } else if Visible.isJoining(scalar), marks < Self.mostMarks, !Visible.isUnsafe(scalar) {
        units[units.count - 1].source.unicodeScalars.append(scalar)
        units[units.count - 1].width += Visible.width(of: scalar)
        marks += 1
      } else if Visible.isUnsafe(scalar) || Visible.isJoining(scalar) {
        let escape = numeric(scalar)
        units.append(LiteralUnit(source: escape, width: escape.utf8.count))
        marks = Self.mostMarks
      } else {
        units.append(LiteralUnit(source: String(scalar), width: Visible.width(of: scalar)))
        marks = 0
      }
    }
    return units
  }
}

extension LiteralEscapes {
  /// Whether a text is ASCII without anything to escape: most are, and need no units.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
  }

  /// Writes a text for which `isPlain` holds.
  static func writePlain(_ text: String, into output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: text.utf8)
    output.append(UInt8(ascii: "\""))
  }
}

/// Breaks literals into lines.
enum LiteralLines {
  /// Lines of at most `width` columns, broken after spaces, or anywhere in a word that is longer.
  ///
  /// - Parameter newlineEndsLine: Whether a line feed of the text ends its line too.
  static func broken<Unit: LineUnit>(
    _ units: [Unit], width: Int, newlineEndsLine: Bool
  ) -> [ArraySlice<Unit>] {
    var lines: [ArraySlice<Unit>] = []
    var start = 0
    var used = 0
    var afterSpace = 0
    var index = 0
    while index < units.count {
      let unit = units[index]
      if used + unit.width > width, index > start {
        let end = afterSpace > start ? afterSpace : index
        lines.append(units[start..<end])
        start = end
        used = units[start..<index].reduce(0) { $0 + $1.width }
        continue
      }
      used += unit.width
      index += 1
      if unit.isSpace { afterSpace = index }
      if unit.isNewline, newlineEndsLine {
        lines.append(units[start..<index])
        start = index
        used = 0
      }
    }
    lines.append(units[start...])
    return lines
  }
}
