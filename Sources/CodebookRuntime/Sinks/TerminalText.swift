/// Text that a person reads at a terminal.
package enum TerminalText {
  /// A text in which nothing is left that a terminal would obey: control characters, those that
  /// change the direction of what follows, and those that some programs take for a line's end.
  package static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": safe += "\\n"
      case "\r": safe += "\\r"
      case "\t": safe += "\\t"
      default:
        if isUnsafe(scalar.value) {
          safe += scalar.value < 0x100 ? "\\x" : "\\u"
          safe += hexadecimal(scalar.value, digits: scalar.value < 0x100 ? 2 : 4)
        } else {
          safe.unicodeScalars.append(scalar)
        }
      }
    }
    return safe
  }

  private static func isUnsafe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
