/// What takes the place of finds, in texts that are looked at.
enum Marks {
  private static let head: StaticString = "[redacted:"
  private static let longestID = 40

  /// Makes marks that stand in a text already unreadable, in a copy of it.
  ///
  /// - Returns: Whether there are any; otherwise there is no copy.
  static func erase(_ text: Text, _ labels: RuleLabels, into copy: inout [UInt8]) -> Bool {
    var hasAny = false
    var place = text.next(UInt8(ascii: "["), from: 0)
    while place < text.count {
      guard let end = end(text, place, labels) else {
        place = text.next(UInt8(ascii: "["), from: place + 1)
        continue
      }
      if !hasAny {
        copy.removeAll(keepingCapacity: true)
        copy += text.buffer(0, text.count)
        hasAny = true
      }
      erase(place, end, &copy)
      place = text.next(UInt8(ascii: "["), from: end)
    }
    return hasAny
  }

  /// Where marks stand.
  static func ranges(in text: Text, _ labels: RuleLabels) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = text.next(UInt8(ascii: "["), from: 0)
    while place < text.count {
      let end = end(text, place, labels)
      if let end { ranges.append(place..<end) }
      place = text.next(UInt8(ascii: "["), from: end ?? place + 1)
    }
    return ranges
  }

  static func erase(_ start: Int, _ end: Int, _ copy: inout [UInt8]) {
    for place in start..<end { copy[place] = Bytes.barrier }
  }

  /// The end of a mark with a known ID.
  private static func end(_ text: Text, _ start: Int, _ labels: RuleLabels) -> Int? {
    guard text.stands(head, start) else { return nil }
    let first = start + head.utf8CodeUnitCount
    let limit = min(text.count, first + longestID)
    var place = first
    while place < limit, isIDByte(text[place]) { place += 1 }
    guard place > first, text.byte(place) == UInt8(ascii: "]") else { return nil }
    return labels.knows(text.buffer(first, place)) ? place + 1 : nil
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    Bytes.kinds(byte) & (Bytes.lower | Bytes.digit) != 0 || byte == UInt8(ascii: "-")
  }
}
