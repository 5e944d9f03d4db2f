/// How much of a terminal's line a text takes.
package enum VisibleColumns {
  /// A text in which everything can be seen, and nothing is obeyed by a terminal.
  package static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    let safe = TerminalText.safe(text)
    if safe.unicodeScalars.allSatisfy({ !isUnseen($0) }) { return safe }
    var seen = ""
    for scalar in safe.unicodeScalars {
      if isUnseen(scalar) {
        seen += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        seen.unicodeScalars.append(scalar)
      }
    }
    return seen
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x115F, 0x1160, 0x180E, 0x200B...0x200D, 0x2060...0x206F, 0x3164, 0xFEFF,
      0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Columns of a text that is safe.
  package static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The first characters of a text that have room in so many columns.
  package static func prefix(_ text: String, columns: Int) -> String {
    var left = columns
    var end = text.unicodeScalars.startIndex
    while end < text.unicodeScalars.endIndex {
      left -= width(text.unicodeScalars[end])
      guard left >= 0 else { break }
      text.unicodeScalars.formIndex(after: &end)
    }
    return String(text.unicodeScalars[..<end])
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// A text in lines of so many columns, broken at spaces where there are any.
  package static func wrapped(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in safe(text).split(separator: " ").map(String.init) {
      if !line.isEmpty, width(line) + 1 + width(word) > columns {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
