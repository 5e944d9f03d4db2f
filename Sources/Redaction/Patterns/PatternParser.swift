/// Reads the dialect that patterns of redaction rules are written in.
///
/// It is a part of what engines everywhere understand, and small enough that it means the same to
/// all of them: bytes, explicit classes, groups, alternation, and repeats with an end. A text that
/// this parser takes is a pattern of Python's `re` on bytes as well.
struct PatternParser {
  /// How often a part may be repeated.
  static let mostRepeats = 256
  /// How many bytes a pattern may take.
  static let mostBytes = 4_096

  private let bytes: [UInt8]
  private var place = 0
  private let isFolded: Bool
  /// How many groups are open.
  private var depth = 0
  private static let mostDepth = 16

  /// - Parameter isFolded: Whether ASCII letters stand for both cases.
  init(_ text: String, isFolded: Bool = false) {
    bytes = Array(text.utf8)
    self.isFolded = isFolded
  }

  /// The whole text.
  mutating func pattern() throws(PatternError) -> PatternNode {
    let node = try alternation()
    if place < bytes.count { throw error("this `)` closes no group", length: 1, escape: true) }
    guard node.lengths.upperBound <= Self.mostBytes else {
      throw PatternError(
        "a match could have \(node.lengths.upperBound) bytes; \(Self.mostBytes) are the most",
        at: node.range, fix: "let `rest` take what has no end")
    }
    return node
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    place += 1
    return true
  }

  private mutating func alternation() throws(PatternError) -> PatternNode {
    let start = place
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    if branches.count == 1 { return branches[0] }
    return PatternNode(.alternation(branches), start..<place)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    let start = place
    var parts: [PatternNode] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      parts.append(try repeated())
    }
    guard !parts.isEmpty else {
      throw PatternError(
        "nothing stands here", at: start..<max(start, min(start + 1, bytes.count)),
        fix: "write what may be missing with `?`: (a)?")
    }
    return parts.count == 1 ? parts[0] : PatternNode(.sequence(parts), start..<place)
  }

  private mutating func repeated() throws(PatternError) -> PatternNode {
    let start = place
    let part = try single()
    guard let count = try count() else { return part }
    if let byte = next, "?{*+".utf8.contains(byte) {
      throw error("a repeat of a repeat", length: 1, escape: false)
    }
    return PatternNode(.repetition(part, count), start..<place)
  }

  private mutating func single() throws(PatternError) -> PatternNode {
    let start = place
    if take("(") { return try group(from: start) }
    if next == UInt8(ascii: "[") {
      let set = try PatternClassParser.set(bytes, at: &place)
      return PatternNode(.set(isFolded ? set.folded : set), start..<place)
    }
    let byte = try literal()
    let set = ByteSet(byte)
    return PatternNode(.set(isFolded ? set.folded : set), start..<place)
  }

  private mutating func group(from start: Int) throws(PatternError) -> PatternNode {
    if next == UInt8(ascii: "?") {
      throw PatternError(
        "groups have no flags, names or lookaround", at: start..<place + 1,
        fix: "`before` and `after` say what may not stand beside a match")
    }
    depth += 1
    guard depth <= Self.mostDepth else {
      throw PatternError("groups are nested too deep", at: start..<place)
    }
    let node = try alternation()
    guard take(")") else {
      throw PatternError("this group is not closed", at: start..<start + 1, fix: "add `)`")
    }
    depth -= 1
    return PatternNode(node.kind, start..<place)
  }

  private mutating func literal() throws(PatternError) -> UInt8 {
    let byte = bytes[place]
    if byte == UInt8(ascii: "\\") { return try PatternClassParser.escape(bytes, at: &place) }
    if let problem = Self.special(byte) {
      throw error(problem.message, length: 1, escape: true, fix: problem.fix)
    }
    guard (0x20...0x7E).contains(byte) else {
      throw PatternError(
        "a pattern has printable ASCII alone", at: place..<Self.end(of: place, in: bytes))
    }
    place += 1
    return byte
  }

  /// Why a byte cannot stand for itself.
  private static func special(_ byte: UInt8) -> (message: String, fix: String)? {
    switch Unicode.Scalar(byte) {
    case "*", "+":
      (
        "a repeat without an end",
        "write {0,n} or {1,n} with n up to \(mostRepeats), or let `rest` take what has no end"
      )
    case ".": ("`.` would take any byte", "write the class that is meant, or `\\.`")
    case "^", "$":
      (
        "a pattern has no anchors of lines",
        "`before` and `after` say what may not stand beside a match"
      )
    case "?", "{": ("a repeat of nothing", "write what is repeated, or escape it")
    case "]", "}": ("it closes nothing", "escape it")
    default: nil
    }
  }

  private func error(
    _ message: String, length: Int, escape: Bool, fix: String? = nil
  ) -> PatternError {
    let range = place..<min(place + length, bytes.count)
    let text = String(decoding: bytes[range], as: UTF8.self)
    return PatternError(
      escape ? "`\(text)`: \(message)" : message, at: range,
      fix: fix ?? (escape ? "escape it: `\\\(text)`" : nil))
  }

  /// `?`, `{m}` or `{m,n}`.
  private mutating func count() throws(PatternError) -> ClosedRange<Int>? {
    if take("?") { return 0...1 }
    guard next == UInt8(ascii: "{") else {
      if let byte = next, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
        _ = try literal()
      }
      return nil
    }
    return try PatternClassParser.count(bytes, at: &place)
  }

  /// Where the character ends that begins at a byte.
  static func end(of place: Int, in bytes: [UInt8]) -> Int {
    var end = place + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
