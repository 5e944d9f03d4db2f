/// The IDs of a matrix, as names of tests have them.
struct TestNames {
  private let ids: Set<String>
  /// What stands before the hyphen of an ID.
  private let prefixes: Set<String>

  init(_ ids: some Sequence<String>) {
    self.ids = Set(ids)
    prefixes = Set(self.ids.compactMap { $0.split(separator: "-").first.map(String.init) })
  }

  /// The IDs that a test's name has as whole words, with `_` or `-` in them, whether or not the
  /// matrix has them: with a prefix of the matrix, every number is one.
  func ids(in name: String) -> [String] {
    let words = Self.words(of: Self.function(name))
    return zip(words, words.dropFirst()).compactMap { first, second in
      guard prefixes.contains(first.text), second.text.utf8.first.map(Self.isDigit) == true,
        second.separator == "_" || second.separator == "-"
      else { return nil }
      return "\(first.text)-\(second.text)"
    }
  }

  /// Whether a name may have been meant to have `id`.
  static func comesNear(_ name: String, _ id: String) -> Bool {
    let folded = { (text: String) in text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let wanted = folded(id)
    guard let range = folded(function(name)).ranges(of: wanted).first else { return false }
    let rest = folded(function(name))[range.upperBound...]
    return rest.first?.isNumber != true
  }

  /// The name of the function: without parameters and arguments, and without the backticks of a
  /// raw identifier.
  static func function(_ name: String) -> String {
    if name.hasPrefix("`") { return String(name.dropFirst().prefix { $0 != "`" }) }
    return String(name.prefix { $0 != "[" && $0 != "(" })
  }

  private struct Word {
    /// What stands between it and the word before.
    var separator = ""
    var text = ""
  }

  private static func words(of name: String) -> [Word] {
    var words = [Word()]
    for character in name {
      if character.isLetter || character.isNumber {
        words[words.count - 1].text.append(character)
      } else {
        if !words[words.count - 1].text.isEmpty { words.append(Word()) }
        words[words.count - 1].separator.append(character)
      }
    }
    return words
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
