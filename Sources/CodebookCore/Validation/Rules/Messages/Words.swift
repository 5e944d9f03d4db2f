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

/// A list of words and phrases to look for: abbreviations in capitals as they are, others in any
/// case.
struct WordList {
  private let abbreviations: Set<Substring>
  private let words: Set<String>
  /// Those of more than one word, such as `stack trace`.
  private let phrases: [[WordList]]

  init(_ list: [String]) {
    let split = list.map { Words($0).map { String($0.text) } }
    let single = split.filter { $0.count == 1 }.joined()
    abbreviations = Set(single.filter(Self.isAbbreviation).map { $0[...] })
    words = Set(single.filter { !Self.isAbbreviation($0) }.map { $0.lowercased() })
    phrases = split.filter { $0.count > 1 }.map { $0.map { WordList([$0]) } }
  }

  var isEmpty: Bool { abbreviations.isEmpty && words.isEmpty && phrases.isEmpty }

  private func contains(_ word: Substring) -> Bool {
    abbreviations.contains(word) || words.contains(word.lowercased())
  }

  /// The first word or phrase of the text that the list has.
  func firstMatch(in text: String) -> Words.Word? {
    phrases.isEmpty ? Words(text).first { contains($0.text) } : matches(in: text).first
  }

  /// Every word and phrase of the text that the list has.
  func matches(in text: String) -> [Words.Word] {
    guard !phrases.isEmpty else { return Words(text).filter { contains($0.text) } }
    let words = Array(Words(text))
    return words.indices.compactMap { place in
      contains(words[place].text) ? words[place] : phrase(at: place, of: words, in: text)
    }
  }

  private func phrase(at place: Int, of words: [Words.Word], in text: String) -> Words.Word? {
    let rest = words[place...]
    let found = phrases.first { phrase in
      phrase.count <= rest.count && zip(phrase, rest).allSatisfy { $0.contains($1.text) }
    }
    guard let first = rest.first, let last = found.flatMap({ rest.prefix($0.count).last }) else {
      return nil
    }
    return Words.Word(
      text: text[first.text.startIndex..<last.text.endIndex],
      characters: first.characters.lowerBound..<last.characters.upperBound)
  }

  /// `API`, but neither `I` nor `SQLite`.
  private static func isAbbreviation(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
