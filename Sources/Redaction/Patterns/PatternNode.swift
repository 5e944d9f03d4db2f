/// A part of a pattern, with the bytes of the pattern's text that it was made of.
package struct PatternNode: Sendable {
  package indirect enum Kind: Sendable {
    /// One byte of a set; a literal is a set of one.
    case set(ByteSet)
    /// One behind the other.
    case sequence([PatternNode])
    /// One of several.
    case alternation([PatternNode])
    /// As often as the range says.
    case repetition(PatternNode, ClosedRange<Int>)
  }

  package let kind: Kind
  /// Offsets in the UTF-8 of the text.
  package let range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension PatternNode {
  /// The fewest and the most bytes that it takes.
  package var lengths: ClosedRange<Int> {
    switch kind {
    case .set: return 1...1
    case .sequence(let parts):
      return parts.reduce(0...0) { lengths, part in
        let own = part.lengths
        return lengths.lowerBound + own.lowerBound...lengths.upperBound + own.upperBound
      }
    case .alternation(let branches):
      let lengths = branches.map(\.lengths)
      return (lengths.map(\.lowerBound).min() ?? 0)...(lengths.map(\.upperBound).max() ?? 0)
    case .repetition(let part, let count):
      let own = part.lengths
      return own.lowerBound * count.lowerBound...own.upperBound * count.upperBound
    }
  }

  /// The bytes that it can begin with.
  package var first: ByteSet {
    switch kind {
    case .set(let set): return set
    case .sequence(let parts): return Self.first(of: parts[...], then: ByteSet())
    case .alternation(let branches): return branches.reduce(ByteSet()) { $0.union($1.first) }
    case .repetition(let part, _): return part.first
    }
  }

  /// Whether it may take no byte at all.
  package var canBeEmpty: Bool { lengths.lowerBound == 0 }

  /// The bytes that a sequence, with something behind it, can begin with.
  static func first(of parts: ArraySlice<PatternNode>, then follow: ByteSet) -> ByteSet {
    var first = ByteSet()
    for part in parts {
      first = first.union(part.first)
      if !part.canBeEmpty { return first }
    }
    return first.union(follow)
  }
}
