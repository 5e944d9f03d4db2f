/// Runs of base64, and what they hide.
enum Base64 {
  /// The fewest characters of a run that is looked at.
  static let leastCount = 20
  /// The fewest characters of a line behind which a run goes on in the next.
  static let wrapColumn = 60

  struct Run {
    var start: Int
    /// Behind its padding.
    var end: Int
    /// How many characters it has, whatever stands between its lines left out.
    var count: Int
    /// Whether it has one line.
    var isPlain: Bool
  }

  /// The next run of some length that begins at a place or behind it.
  ///
  /// Looks at every twentieth byte alone, until one of them could be part of a run.
  static func next(_ text: Text, from start: Int) -> Run? {
    var start = start
    while start &+ leastCount <= text.count {
      var place = start &+ leastCount &- 1
      while place >= start, Bytes.isBase64(text[place]) { place &-= 1 }
      if place >= start {
        start = place &+ 1
        continue
      }
      return run(text, start)
    }
    return nil
  }

  /// The run whose first 20 characters stand at a place, or the next where they belong to a shorter
  /// line.
  private static func run(_ text: Text, _ start: Int) -> Run {
    var (place, total, isPlain) = (start, 0, true)
    while true {
      let end = lineEnd(text, place)
      total += end - place
      let isLong = end - place >= wrapColumn
      place = end
      guard isLong, let next = nextLine(text, end) else { break }
      isPlain = false
      place = next
    }
    var end = place
    while end < text.count, end < place + 2, text[end] == UInt8(ascii: "=") { end += 1 }
    return Run(start: start, end: end, count: total, isPlain: isPlain)
  }

  private static func lineEnd(_ text: Text, _ start: Int) -> Int {
    var place = start
    while place < text.count, Bytes.isBase64(text[place]) { place &+= 1 }
    return place
  }

  /// Where a run goes on behind the end of its line; `nil` where it does not.
  private static func nextLine(_ text: Text, _ end: Int) -> Int? {
    var place = end
    if text.byte(place) == Bytes.carriageReturn { place += 1 }
    guard text.byte(place) == Bytes.lineFeed else { return nil }
    place += 1
    while place < text.count, text[place] == Bytes.space || text[place] == Bytes.tab { place += 1 }
    guard place < text.count, Bytes.isBase64(text[place]) else { return nil }
    return place
  }

  /// Whether any run of a text may hold text.
  static func mayHideText(_ text: Text) -> Bool {
    var place = 0
    while let run = next(text, from: place) {
      if !run.isPlain || hidesText(Text(text.base + run.start, run.count)) { return true }
      place = max(run.end, place + 1)
    }
    return false
  }

  private static func hidesText(_ characters: Text) -> Bool {
    for offset in 0..<4 {
      let piece = Text(characters.base + offset, characters.count - offset)
      if Base64Text.isText(piece) { return true }
    }
    var start = 0
    while start < characters.count {
      var end = start
      while end < characters.count, !parts.contains(characters[end]) { end &+= 1 }
      let piece = Text(characters.base + start, end - start)
      if piece.count >= leastCount, end - start < characters.count, Base64Text.isText(piece) {
        return true
      }
      start = end + 1
    }
    return false
  }

  /// What parts a run that holds several: paths, and names with dashes.
  static let parts = ByteMask("/_-")
}
