/// Values in brackets.
enum Brackets {
  @inline(__always)
  static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(")
  }

  @inline(__always)
  static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")")
  }

  /// The end of a bracketed value, brackets in quotes left alone; `limit` where it does not close
  /// before.
  static func end(_ text: Text, _ start: Int, limit: Int, isRaw: Bool) -> Int {
    var depth = 0
    var place = start
    while place < limit {
      let byte = text[place]
      if byte == Bytes.wall { return place }
      if ValueReader.isDoubleOrSingle(byte) {
        place = quoteEnd(text, place, limit: limit, isRaw: isRaw)
      } else if opens(byte) {
        depth += 1
      } else if closes(byte) {
        depth -= 1
        if depth == 0 { return place + 1 }
      }
      place &+= 1
    }
    return min(place, limit)
  }

  /// The place of the quote that closes one in brackets; single ones do not go beyond the line.
  private static func quoteEnd(_ text: Text, _ quote: Int, limit: Int, isRaw: Bool) -> Int {
    let byte = text[quote]
    var place = quote + 1
    while place < limit, text[place] != byte, text[place] != Bytes.wall {
      if text[place] == Bytes.lineFeed, byte == UInt8(ascii: "'") { break }
      place = text.step(place, isRaw: isRaw)
    }
    return place
  }

  /// Whether nothing stands in brackets, or a name alone.
  static func isEmpty(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    isBlank(text, start, end) || isName(text, start, end)
  }

  private static func isBlank(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 2, closes(text[end - 1]) else { return false }
    return text.buffer(start + 1, end - 1).allSatisfy { (9...13).contains($0) || $0 == 32 }
  }

  private static func isName(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 68 else { return false }
    var (first, last) = (start, end)
    while first < end, first < start + 2, opens(text[first]) { first += 1 }
    while last > first, last > end - 2, closes(text[last - 1]) { last -= 1 }
    guard last < end, last - first <= 64 else { return false }
    return text.buffer(first, last).allSatisfy { byte in
      Bytes.kinds(byte) & (Bytes.letter | Bytes.underscore) != 0
    }
  }
}

/// Which brackets close before the next place that could hold a value, remembered for names that
/// stand in each other's brackets.
struct BracketMap {
  private var from = 0
  private var to = -1
  private var opens: [Int] = []
  private var closes: [Int] = []
  private var stack: [Int] = []

  mutating func reset() { (from, to) = (0, -1) }

  /// Whether a bracket closes, or the string around it ends, before a place; quotes do not stand
  /// between.
  mutating func isClosed(_ text: Text, _ bracket: Int, before end: Int) -> Bool {
    if end != to || bracket < from { map(text, bracket, end) }
    var (low, high) = (0, opens.count)
    while low < high {
      let middle = (low + high) / 2
      if opens[middle] < bracket { low = middle + 1 } else { high = middle }
    }
    return low < opens.count && closes[low] >= 0
  }

  private mutating func map(_ text: Text, _ start: Int, _ end: Int) {
    opens.removeAll(keepingCapacity: true)
    closes.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    for place in start..<max(start, end) {
      let byte = text[place]
      if Brackets.opens(byte) {
        stack.append(opens.count)
        opens.append(place)
        closes.append(-1)
      } else if Brackets.closes(byte), let open = stack.popLast() {
        closes[open] = place
      } else if byte == Bytes.wall {
        for open in stack { closes[open] = place }
        stack.removeAll(keepingCapacity: true)
      }
    }
    (from, to) = (start, end)
  }
}
