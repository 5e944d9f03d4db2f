/// A character with what stands around it, which decides whether Markdown would read it as a sign.
struct MarkdownContext {
  let scalars: [Unicode.Scalar]
  let index: Int

  private var scalar: Unicode.Scalar { scalars[index] }

  private func scalar(at place: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place) ? scalars[place] : nil
  }

  /// Whether nothing but spaces lies between here and one of the ends.
  var isAtEdge: Bool {
    isAtStart || scalars[index...].allSatisfy(Self.isBlank)
      || scalar(at: index + 1) == "\n" || scalar(at: index - 1) == "\n"
  }

  /// Whether a line break parts nothing: at one of the ends, or after another one.
  var isIdleBreak: Bool {
    isAtStart || scalars[index...].allSatisfy(Self.isBlank) || scalar(at: index - 1) == "\n"
  }

  private var isAtStart: Bool { scalars[..<index].allSatisfy(Self.isBlank) }

  /// `&` before anything that an entity can begin with, or at the end, where more may follow.
  var mayBeginEntity: Bool {
    guard let next = scalar(at: index + 1) else { return true }
    return next == "#" || next.properties.isAlphabetic && next.isASCII
  }

  /// `{{`, `{%`, `{#` and `{:` mean something to the programs that make sites of Markdown.
  var mayBeginTag: Bool {
    guard let next = scalar(at: index + 1) else { return true }
    return "{%#:".unicodeScalars.contains(next)
  }

  /// Whether a backslash keeps the character from being a sign.
  var needsBackslash: Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "~", "|", "$": true
    case "_": !isInsideWord
    case "#": isAtStart || scalars[index...].allSatisfy { $0 == "#" || $0 == " " }
    case "-", "+", "=", ">", "!": isAtStart
    case ".", ")": endsListNumber || isAfterWWW
    case ":": isAtStart || isShortcode || scalar(at: index + 1) == "/"
    case "@": Self.isWord(scalar(at: index - 1)) && Self.isWord(scalar(at: index + 1))
    default: false
    }
  }

  /// Underscores between letters or digits are no emphasis.
  private var isInsideWord: Bool {
    var before = index
    while before >= 0, scalars[before] == "_" { before -= 1 }
    var after = index
    while after < scalars.count, scalars[after] == "_" { after += 1 }
    return Self.isWord(scalar(at: before)) && Self.isWord(scalar(at: after))
  }

  /// `1.` or `1)` at the start would be a list.
  private var endsListNumber: Bool {
    let before = scalars[..<index].drop(while: Self.isBlank)
    return !before.isEmpty && before.allSatisfy { ("0"..."9").contains($0) }
  }

  /// `www.` would become a link.
  private var isAfterWWW: Bool {
    scalar == "." && scalars[..<index].suffix(3).elementsEqual("www".unicodeScalars)
  }

  /// `:name:` would become an emoji.
  private var isShortcode: Bool {
    let name = scalars[(index + 1)...].prefix {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || "_+-".unicodeScalars.contains($0)
    }
    return !name.isEmpty && scalar(at: index + name.count + 1) == ":"
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t"
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }
}
