/// What stands behind the prefixes of paths.
struct PathMatcher {
  let text: Text
  let memory: TableMemory

  private static let longest = 4096
  private static let segmentEnd = ByteMask("/\\\"'`<>|:*?,;()[]{} \u{7F}=&")
    .inserting(0xFD...0xFF).inserting(0...31)
  private static let wholeEnd = ByteMask("\"'`<>|*? \u{7F},;()[]{}")
    .inserting(0xFD...0xFF).inserting(0...31)
  private static let variable = ByteMask("$%~")
  private static let beforeShare = ByteMask("\\:/")

  /// Whether a path may begin with the prefix at a place.
  func mayBegin(_ place: Int, _ anchor: AnchorRecord) -> Bool {
    guard place > 0, text[place] != UInt8(ascii: ":") else { return true }
    let before = text[place - 1]
    let isInWord =
      Bytes.kinds(before) & Bytes.identifier != 0
      || isShare(anchor) && Self.beforeShare.contains(before)
    if isInWord, !text.isDifferenceMark(place - 1) { return false }
    return text[place] != UInt8(ascii: "/") || !isRoute(place)
  }

  private static let methods: [StaticString] = [
    "GET ", "POST ", "PUT ", "PATCH ", "DELETE ", "HEAD ", "OPTIONS ",
  ]

  /// Whether the method of a request stands before: then it is no path of a file.
  private func isRoute(_ place: Int) -> Bool {
    let end = text[place - 1] == Bytes.lineFeed ? place - 1 : place
    let low = max(0, place - 9)
    return Self.methods.contains { method in
      let start = end - method.utf8CodeUnitCount
      return start >= low && text.stands(method, start)
    }
  }

  /// Whether the prefix is that of a share, `\\`.
  private func isShare(_ anchor: AnchorRecord) -> Bool {
    let prefix = memory.strings + Int(anchor.text)
    return anchor.length == 2 && prefix[0] == Bytes.backslash && prefix[1] == Bytes.backslash
  }

  /// The end of what goes behind a prefix; `nil` where nothing does.
  func end(_ record: PathRecord, _ anchor: AnchorRecord, _ start: Int) -> Int? {
    guard start < text.count, !Self.variable.contains(text[start]) else { return nil }
    if isShare(anchor), !isShareName(start) { return nil }
    let end = record.whole != 0 ? wholeEnd(start) : segmentEnd(start)
    guard end > start else { return nil }
    var first = start
    while first < end, text[first] != UInt8(ascii: "/"), text[first] != Bytes.backslash {
      first += 1
    }
    if record.whole != 0, first == start { return nil }
    return isExcepted(record, Text(text.base + start, first - start)) ? nil : end
  }

  private func wholeEnd(_ start: Int) -> Int {
    var end = runEnd(start, Self.wholeEnd)
    while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ":") {
      end -= 1
    }
    return end
  }

  private func segmentEnd(_ start: Int) -> Int {
    var end = runEnd(start, Self.segmentEnd)
    if end > start, text.byte(end) == Bytes.space { end = spacedEnd(end) ?? end }
    return end > start && text[end - 1] == UInt8(ascii: ".") ? end - 1 : end
  }

  private func runEnd(_ start: Int, _ ends: ByteMask) -> Int {
    let limit = min(text.count, start + Self.longest)
    var end = start
    while end < limit, !ends.contains(text[end]) { end &+= 1 }
    return end
  }

  /// The end of one or two more words of a segment with spaces, which another segment follows.
  private func spacedEnd(_ start: Int) -> Int? {
    guard let first = wordEnd(start) else { return nil }
    if let second = wordEnd(first), isSeparator(text.byte(second)) { return second }
    return isSeparator(text.byte(first)) ? first : nil
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == Bytes.backslash
  }

  /// Behind a space and up to 32 bytes of a word.
  private func wordEnd(_ start: Int) -> Int? {
    guard text.byte(start) == Bytes.space else { return nil }
    let limit = min(text.count, start + 33)
    var end = start + 1
    while end < limit, Bytes.kinds(text[end]) & Bytes.identifier != 0 { end += 1 }
    return end > start + 1 ? end : nil
  }

  /// Whether a server's name and something of a share stand at a place.
  private func isShareName(_ start: Int) -> Bool {
    let limit = min(text.count, start + 300)
    var place = start
    while place < limit, Bytes.kinds(text[place]) & Bytes.identifier != 0 { place += 1 }
    guard place >= start + 2, place < limit, text[place] == Bytes.backslash else { return false }
    place += 1
    if place < limit, text[place] == Bytes.backslash { place += 1 }
    guard place < limit else { return false }
    return Bytes.kinds(text[place]) & Bytes.identifier != 0 || text[place] == UInt8(ascii: "$")
  }

  /// Whether a segment is, folded, one of those that stay.
  private func isExcepted(_ record: PathRecord, _ segment: Text) -> Bool {
    for number in 0..<Int(record.exceptCount) {
      let exception = memory.lists[Int(record.except) + number]
      let expected = memory.strings + Int(exception.offset)
      var count = 0
      var isEqual = true
      for place in 0..<segment.count {
        guard let byte = Bytes.folded(segment[place]) else { continue }
        guard count < Int(exception.count), expected[count] == byte else {
          isEqual = false
          break
        }
        count += 1
      }
      if isEqual, count == Int(exception.count) { return true }
    }
    return false
  }
}
