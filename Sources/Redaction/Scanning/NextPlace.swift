/// The next place of some bytes, remembered: asked again from a place before it, it is known.
struct NextPlace {
  private let bytes: ByteMask
  private var from = 0
  private var to = -1

  init(_ bytes: ByteMask) { self.bytes = bytes }

  init(_ bytes: StaticString) { self.init(ByteMask(bytes)) }

  /// The place of the next of them from a place on; the count where there is none.
  mutating func next(_ text: Text, from start: Int) -> Int {
    if start >= from, start <= to { return to }
    var place = start
    while place < text.count, !bytes.contains(text[place]) { place &+= 1 }
    (from, to) = (start, place)
    return place
  }

  /// The next of them that no backslash escapes, from the place behind a quote on.
  ///
  /// - Parameter isRaw: Whether a backslash escapes a double quote as well.
  mutating func nextUnescaped(_ text: Text, from start: Int, isRaw: Bool) -> Int {
    if start >= from, start <= to { return to }
    var place = start
    while place < text.count, !bytes.contains(text[place]) {
      place = text.step(place, isRaw: isRaw)
    }
    (from, to) = (start, min(place, text.count))
    return to
  }
}

extension Text {
  /// The place behind a byte and, where it is a backslash, what it escapes. In a view a double
  /// quote is never escaped: a backslash before it was one itself.
  @inline(__always)
  func step(_ place: Int, isRaw: Bool) -> Int {
    guard base[place] == Bytes.backslash else { return place &+ 1 }
    return isRaw || byte(place + 1) != Bytes.quote ? place &+ 2 : place &+ 1
  }
}

/// The same end for many beginnings: of what is trimmed from the end of lines.
struct TrimmedEnd {
  private let bytes: ByteMask
  private var end = -1
  private var trimmed = 0

  init(_ bytes: StaticString) { self.bytes = ByteMask(bytes) }

  /// The end without such bytes before it.
  mutating func before(_ end: Int, _ text: Text, from start: Int) -> Int {
    if end != self.end {
      var place = end
      while place > 0, bytes.contains(text[place - 1]) { place &-= 1 }
      (self.end, trimmed) = (end, place)
    }
    return max(start, trimmed)
  }
}
