/// Characters that a reader cannot see, or that change how others are read.
enum Visible {
  /// Whether a character is shown as `<U+202E>` in text for people.
  ///
  /// Line feed and tab are no such characters, nor are the joiners that emoji and several scripts
  /// need.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x20 { return scalar != "\n" && scalar != "\t" }
    if scalar.value < 0x7F || scalar.value == 0x200C || scalar.value == 0x200D { return false }
    return isUnsafe(scalar) && !scalar.properties.isVariationSelector
  }

  /// Whether a character stands in source code as an escape only.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse,
      .surrogate, .unassigned:
      return true
    default: return false
    }
  }

  /// Whether a character joins the one before it.
  static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return scalar.properties.isGraphemeExtend || scalar.properties.isEmojiModifier
    }
  }

  /// The characters of `<U+202E>`.
  static func name(of scalar: Unicode.Scalar) -> String {
    "<U+\(hexadecimal(scalar, digits: 4, uppercase: true))>"
  }

  /// A text with everything hidden in it shown, on one line.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) || scalar == "\n" || scalar == "\t" {
        result += name(of: scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// At least so many hexadecimal digits.
  static func hexadecimal(
    _ scalar: Unicode.Scalar, digits: Int, uppercase: Bool = false
  ) -> String {
    let value = String(scalar.value, radix: 16, uppercase: uppercase)
    return String(repeating: "0", count: max(0, digits - value.count)) + value
  }

  /// The columns that a character takes in a fixed-width font.
  static func width(of scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 0x300 else { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      return 2
    case 0x1F1E6...0x1F1FF: return 1
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
