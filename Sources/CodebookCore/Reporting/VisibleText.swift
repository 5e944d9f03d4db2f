/// Text from a file as a terminal may show it: nothing in it can move the cursor, change colours
/// or turn the reading direction.
package enum VisibleText {
  /// The text on one line, with what cannot be seen written out.
  package static func of(_ text: String) -> String { of(text.unicodeScalars) }

  static func of(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "\t" {
        visible.append(contentsOf: "  ".unicodeScalars)
      } else if scalar == "\n" || Visible.isHidden(scalar) {
        visible.append(contentsOf: Visible.name(of: scalar).unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// The text with its line feeds kept.
  package static func ofLines(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { of($0) }.joined(separator: "\n")
  }

  /// How many terminal columns a shown text takes.
  package static func width(_ text: String) -> Int {
    var total = 0
    var previous: (scalar: Unicode.Scalar, width: Int)?
    for scalar in text.unicodeScalars {
      let width = width(scalar, after: previous)
      total += width
      previous = (scalar, width)
    }
    return total
  }

  private static func width(
    _ scalar: Unicode.Scalar, after previous: (scalar: Unicode.Scalar, width: Int)?
  ) -> Int {
    switch scalar.value {
    case 0x20..<0x300: return 1
    // Vowels and finals of Hangul stand in the syllable's square.
    case 0x1160...0x11FF, 0x200B...0x200D: return 0
    // An emoji that is text by default becomes a wide one.
    case 0xFE0F:
      return previous.map { $0.width == 1 && $0.scalar.properties.isEmoji ? 1 : 0 } ?? 0
    // Skin tones colour the emoji before them.
    case 0x1F3FB...0x1F3FF:
      return previous?.scalar.properties.isEmojiModifierBase == true ? 0 : 2
    default:
      // What is joined to an emoji is drawn over it.
      if previous?.scalar.value == 0x200D, scalar.properties.isEmoji { return 0 }
      return Visible.width(of: scalar)
    }
  }
}
