/// The words of a message, with their places.
struct Words: Sequence {
  /// One word and the code points that it takes up in the text.
  struct Word {
    let text: Substring
    let characters: Range<Int>
  }

  private let text: String

  init(_ text: String) { self.text = text }

  func makeIterator() -> AnyIterator<Word> {
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    var offset = 0
    return AnyIterator {
      while place < scalars.endIndex, !Self.isPart(scalars[place]) {
        place = scalars.index(after: place)
        offset += 1
      }
      guard place < scalars.endIndex else { return nil }
      let start = place
      let first = offset
      while place < scalars.endIndex, Self.isPart(scalars[place]) {
        place = scalars.index(after: place)
        offset += 1
      }
      return Word(text: Substring(scalars[start..<place]), characters: first..<offset)
    }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic
    }
  }
}

/// A list of words to look for: abbreviations in capitals as they are, others in any case.
struct WordList {
  private let abbreviations: Set<Substring>
  private let words: Set<String>

  init(_ list: [String]) {
    abbreviations = Set(list.filter(Self.isAbbreviation).map { $0[...] })
    words = Set(list.filter { !Self.isAbbreviation($0) }.map { $0.lowercased() })
  }

  var isEmpty: Bool { abbreviations.isEmpty && words.isEmpty }

  func contains(_ word: Substring) -> Bool {
    abbreviations.contains(word) || words.contains(word.lowercased())
  }

  /// The first word of the text that the list has.
  func firstMatch(in text: String) -> Words.Word? {
    Words(text).first { contains($0.text) }
  }

  /// `API`, but neither `I` nor `SQLite`.
  private static func isAbbreviation(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
