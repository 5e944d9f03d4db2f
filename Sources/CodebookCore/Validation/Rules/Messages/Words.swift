/// The words of a message, with their places.
struct Words: Sequence {
  /// One word and the code points that it takes up in the text.
  struct Word {
    let text: Substring
    let characters: Range<Int>
  }

  private let text: String

  init(_ text: String) { self.text = text }

  func makeIterator() -> Iterator { Iterator(scalars: text.unicodeScalars) }

  struct Iterator: IteratorProtocol {
    private let scalars: String.UnicodeScalarView
    private var place: String.UnicodeScalarView.Index
    private var offset = 0

    fileprivate init(scalars: String.UnicodeScalarView) {
      self.scalars = scalars
      place = scalars.startIndex
    }

    mutating func next() -> Word? {
      skip { !Words.isPart($0) }
      guard place < scalars.endIndex else { return nil }
      let start = place
      let first = offset
      skip(Words.isPart)
      return Word(text: Substring(scalars[start..<place]), characters: first..<offset)
    }

    private mutating func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
      while place < scalars.endIndex, isSkipped(scalars[place]) {
        place = scalars.index(after: place)
        offset += 1
      }
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

/// A set of ASCII characters.
private struct ASCIISet {
  private var bits: (UInt64, UInt64) = (0, 0)

  init(_ bytes: [UInt8]) {
    for byte in bytes where byte < 64 { bits.0 |= 1 << UInt64(byte) }
    for byte in bytes where (64..<128).contains(byte) { bits.1 |= 1 << UInt64(byte - 64) }
  }

  /// Whether an ASCII byte is in the set; never so for others.
  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return bits.0 >> UInt64(byte) & 1 == 1 }
    return byte < 128 && bits.1 >> UInt64(byte - 64) & 1 == 1
  }
}

/// A list of words and phrases to look for: abbreviations in capitals as they are, others in any
/// case.
struct WordList {
  private let abbreviations: Set<Substring>
  private let words: Set<String>
  /// Those of more than one word, such as `stack trace`.
  private let phrases: [[WordList]]
  /// The first bytes that a word of the list can have, in any case: most others need no look.
  private let firstBytes: ASCIISet
  private let takesNonASCII: Bool

  init(_ list: [String]) {
    let split = list.map { Words($0).map { String($0.text) } }
    let single = split.filter { $0.count == 1 }.joined()
    abbreviations = Set(single.filter(Self.isAbbreviation).map { $0[...] })
    words = Set(single.filter { !Self.isAbbreviation($0) }.map { $0.lowercased() })
    phrases = split.filter { $0.count > 1 }.map { $0.map { WordList([$0]) } }
    let first = single.compactMap(\.utf8.first)
    // What is no ASCII may change its first byte with its case.
    firstBytes = ASCIISet(first.flatMap { [IDBytes.lowercased($0), IDBytes.uppercased($0)] })
    takesNonASCII = first.contains { $0 >= 0x80 }
  }

  var isEmpty: Bool { abbreviations.isEmpty && words.isEmpty && phrases.isEmpty }

  private func contains(_ word: Substring) -> Bool {
    guard let first = word.utf8.first,
      firstBytes.contains(first) || takesNonASCII && first >= 0x80
    else { return false }
    return abbreviations.contains(word) || words.contains(word.lowercased())
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
