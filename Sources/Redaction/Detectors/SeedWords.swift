/// Wallets' seed phrases: twelve words or more, each of 3 to 8 small letters, with one space,
/// plus or comma between, none a word of grammar.
struct SeedWords {
  private let text: Text
  private var place = 0

  private static let leastWords = 12
  private static let lengths = 3...8
  /// Twelve words of three letters with spaces between.
  private static let leastCount = 47
  private static let members = ByteMask("abcdefghijklmnopqrstuvwxyz +,\"'").inserting([Bytes.inner])

  init(_ text: Text) { self.text = text }

  /// Where the next phrase begins and ends.
  mutating func next() -> (start: Int, end: Int)? {
    while let region = region(from: place) {
      place = region
      if let run = run() { return run }
    }
    return nil
  }

  /// Where the next bytes begin that may be a phrase, in words as a whole; looks at every 47th
  /// byte alone, until one of them could be part of it.
  private func region(from start: Int) -> Int? {
    let members = Self.members
    var start = start
    while start &+ Self.leastCount <= text.count {
      var place = start &+ Self.leastCount &- 1
      while place >= start, members.contains(text[place]) { place &-= 1 }
      if place < start { return wordStart(start) }
      start = place &+ 1
    }
    return nil
  }

  private func wordStart(_ place: Int) -> Int {
    var start = place
    while start > self.place, Bytes.kinds(text[start - 1]) & Bytes.word != 0 { start -= 1 }
    return start
  }

  /// Words in a row.
  private struct Run {
    var start = 0
    var end = 0
    var count = 0
    /// Those before the last comma.
    var endBeforeComma = 0
    var countBeforeComma = 0
  }

  /// The next run of words from here on that is long enough; `nil` where there is none before the
  /// bytes end that may be one, behind which `place` then stands.
  private mutating func run() -> (start: Int, end: Int)? {
    var run = Run()
    while let word = nextWord() {
      let isGood = Self.isSeedWord(Text(text.base + word.start, word.end - word.start))
      if isGood, run.count > 0, isGap(run.end, word.start) {
        if text.buffer(run.end, word.start).contains(UInt8(ascii: ",")) {
          (run.endBeforeComma, run.countBeforeComma) = (run.end, run.count)
        }
        (run.end, run.count) = (word.end, run.count + 1)
        continue
      }
      if let phrase = phrase(run) {
        place = word.start
        return phrase
      }
      guard isGood else {
        if Self.isOutside(text, word.start, word.end) { return nil }
        run.count = 0
        continue
      }
      run = Run(start: word.start, end: word.end, count: 1)
    }
    return phrase(run)
  }

  /// Where a run is long enough, without the words of the name of the next member.
  private func phrase(_ run: Run) -> (start: Int, end: Int)? {
    guard run.count > 0 else { return nil }
    let isName = run.countBeforeComma > 0 && isNameEnd(run.end)
    let count = isName ? run.countBeforeComma : run.count
    return count >= Self.leastWords ? (run.start, isName ? run.endBeforeComma : run.end) : nil
  }

  private func isNameEnd(_ end: Int) -> Bool {
    guard end < text.count, Self.quotes.contains(text[end]) else { return false }
    let colon = text.byte(end + 1) == Bytes.space ? end + 2 : end + 1
    return text.byte(colon) == UInt8(ascii: ":")
  }

  /// Whether words of one phrase may have this between them: a space, a plus, a comma, quotes.
  private func isGap(_ start: Int, _ end: Int) -> Bool {
    if end - start == 1, text[start] == Bytes.space || text[start] == UInt8(ascii: "+") {
      return true
    }
    var place = start
    if place < end, Self.quotes.contains(text[place]) { place += 1 }
    guard place < end, text[place] == UInt8(ascii: ",") else { return false }
    place += 1
    if place < end, text[place] == Bytes.space { place += 1 }
    if place < end, Self.quotes.contains(text[place]) { place += 1 }
    return place == end
  }

  private static let quotes = ByteMask("\"'").inserting([Bytes.inner])

  /// Whether bytes beyond a word are to be looked for anew.
  private static func isOutside(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    text.buffer(start, end).contains { !members.contains($0) }
  }

  private mutating func nextWord() -> (start: Int, end: Int)? {
    while place < text.count, Bytes.kinds(text[place]) & Bytes.word == 0 { place &+= 1 }
    guard place < text.count else { return nil }
    let start = place
    while place < text.count, Bytes.kinds(text[place]) & Bytes.word != 0 { place &+= 1 }
    return (start, place)
  }

  /// Lists of seed words have base forms alone: no plural, past or gerund.
  private static func isSeedWord(_ word: Text) -> Bool {
    guard lengths.contains(word.count) else { return false }
    let isSmall = word.buffer(0, word.count).allSatisfy { Bytes.kinds($0) & Bytes.lower != 0 }
    guard isSmall, !SeedWordLists.grammar.contains(word) else { return false }
    return !isPlural(word) && !isPast(word) && !isGerund(word)
  }

  private static func isPlural(_ word: Text) -> Bool {
    let count = word.count
    guard word[count - 1] == UInt8(ascii: "s") else { return false }
    return !"suiao".utf8.contains(word[count - 2]) && !SeedWordLists.noPlurals.contains(word)
  }

  private static func isPast(_ word: Text) -> Bool {
    word.count >= 5 && word.ends(with: "ed") && !word.ends(with: "eed")
      && !SeedWordLists.noPasts.contains(word)
  }

  private static func isGerund(_ word: Text) -> Bool {
    word.count >= 6 && word.ends(with: "ing") && !SeedWordLists.noGerunds.contains(word)
  }
}
