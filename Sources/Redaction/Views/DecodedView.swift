/// A text with one level of escapes, or what is not seen, taken away, and where its bytes came from.
struct DecodedView {
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  /// Where the first escape begins and the last one ends.
  private(set) var first = -1
  private(set) var last = 0
  private var isInner = false

  /// Bytes that came from one place.
  private struct Piece {
    /// The offset of its first byte in the view.
    var view: Int
    var source: Int
    /// The end of an escape; -1 for bytes that stand as they are.
    var escapeEnd: Int
  }

  /// Takes one level away; there is none where `first` stays below zero.
  ///
  /// - Parameter isRaw: Whether a backslash escapes a double quote: in a view it was one itself,
  ///   unless a single quote stands before, as in Python's form of a text of JSON.
  mutating func make(from text: Text, isRaw: Bool) {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    (first, last) = (-1, 0)
    isInner = text.contains(Bytes.inner)
    let single = isRaw ? 0 : text.next(UInt8(ascii: "'"), from: 0)
    var (copied, place) = (0, 0)
    while place < text.count {
      guard Escape.begins(text[place]), isRaw || single < place || !text.stands("\\\"", place),
        let escape = Escape(text, place)
      else {
        place &+= 1
        continue
      }
      if escape.scalar != Escape.itself {
        copy(text, copied, place)
        append(escape, at: place)
        copied = escape.end
      }
      place = escape.end
    }
    if first >= 0 { copy(text, copied, text.count) }
  }

  /// Takes away what is not seen.
  mutating func make(visible text: Text) {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    isInner = false
    var (copied, place) = (0, 0)
    while place < text.count {
      guard let end = Invisible.end(text, place) else {
        place &+= 1
        continue
      }
      copy(text, copied, place)
      copied = end
      place = end
    }
    copy(text, copied, text.count)
  }

  private mutating func append(_ escape: Escape, at place: Int) {
    if first < 0 { first = place }
    last = escape.end
    pieces.append(Piece(view: bytes.count, source: place, escapeEnd: escape.end))
    if escape.scalar & Escape.byteFlag != 0 {
      bytes.append(UInt8(truncatingIfNeeded: escape.scalar))
    } else if let scalar = Unicode.Scalar(escape.scalar) {
      bytes += UTF8.encode(scalar).map(Array.init) ?? []
    }
  }

  /// Quotes that were those of the text become those of the text around it, escaped ones its own.
  private mutating func copy(_ text: Text, _ start: Int, _ end: Int) {
    guard end > start else { return }
    let offset = bytes.count
    pieces.append(Piece(view: offset, source: start, escapeEnd: -1))
    bytes += text.buffer(start, end)
    guard isInner else { return }
    for place in offset..<bytes.count {
      if bytes[place] == Bytes.quote {
        bytes[place] = Bytes.wall
      } else if bytes[place] == Bytes.inner {
        bytes[place] = Bytes.quote
      }
    }
  }

  /// Where bytes of the view stand in the text that it was made from.
  func source(of start: Int, _ end: Int) -> (start: Int, end: Int) {
    let head = piece(of: start)
    let tail = piece(of: end - 1)
    let first = head.escapeEnd < 0 ? head.source + start - head.view : head.source
    let last = tail.escapeEnd < 0 ? tail.source + end - tail.view : tail.escapeEnd
    return (first, last)
  }

  private func piece(of place: Int) -> Piece {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].view <= place { low = middle } else { high = middle }
    }
    return pieces[low]
  }
}
