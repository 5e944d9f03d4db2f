/// Text from a file as a terminal may show it: nothing in it can move the cursor, change colours
/// or turn the reading direction.
enum VisibleText {
  /// The text with control and formatting characters written out.
  static func of(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { visible.append(contentsOf: characters(for: scalar)) }
    return String(visible)
  }

  /// What one character of a source is shown as, and so how many columns it takes.
  static func characters(for scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar {
    case "\t": return "  ".unicodeScalars
    case _ where isHidden(scalar):
      return "<U+\(hex(scalar.value))>".unicodeScalars
    default: return String.UnicodeScalarView([scalar])
    }
  }

  /// Controls, line and paragraph separators, and what changes order or shows as nothing.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: true
    default: false
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// How many terminal columns a shown character takes.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
  }

  static func width(_ text: some Sequence<Unicode.Scalar>) -> Int {
    text.reduce(0) { $0 + width($1) }
  }
}
