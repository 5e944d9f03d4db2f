/// A map key, a text, and how many bytes of it come at a time; all of them if 0.
struct Request {
  let key: [UInt8]
  let text: [UInt8]
  let pieceLength: Int
}

/// Reads requests: the length of the pieces, then key and text, each with its length before it.
/// Numbers are four bytes, the least significant first.
struct RequestReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  mutating func next() -> Request? {
    guard let pieceLength = number(), let key = part(), let text = part() else { return nil }
    return Request(key: key, text: text, pieceLength: pieceLength)
  }

  private mutating func number() -> Int? {
    take(4).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
  }

  private mutating func part() -> [UInt8]? { number().flatMap { take($0) }.map(Array.init) }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard bytes.count >= count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }
}

/// What goes back: parts, each with its length before it.
struct Answer {
  let parts: [[UInt8]]

  var encoded: [UInt8] {
    parts.flatMap { part in
      (0..<4).map { UInt8(truncatingIfNeeded: part.count >> (8 * $0)) } + part
    }
  }
}
