/// Makes the flat program of a pattern.
///
/// Each part is its operation, how many words it has, and then: a set its number and the bounds of
/// its count; a sequence and an alternation their parts; a repetition the bounds of its count and
/// its part.
struct PatternCompiler {
  static let set: UInt16 = 0
  static let sequence: UInt16 = 1
  static let alternation: UInt16 = 2
  static let repetition: UInt16 = 3

  var sets: SetPool

  mutating func program(of node: PatternNode) -> [UInt16] {
    switch node.kind {
    case .set(let set): return run(of: set, 1...1)
    case .repetition(let part, let count):
      if case .set(let set) = part.kind { return run(of: set, count) }
      let bounds = [UInt16(count.lowerBound), UInt16(count.upperBound)]
      return Self.part(Self.repetition, bounds + program(of: part))
    case .sequence(let parts):
      return Self.part(Self.sequence, parts.flatMap { program(of: $0) })
    case .alternation(let branches):
      return Self.part(Self.alternation, branches.flatMap { program(of: $0) })
    }
  }

  private mutating func run(of set: ByteSet, _ count: ClosedRange<Int>) -> [UInt16] {
    let number = UInt16(truncatingIfNeeded: sets.number(of: set))
    return Self.part(Self.set, [number, UInt16(count.lowerBound), UInt16(count.upperBound)])
  }

  private static func part(_ operation: UInt16, _ words: [UInt16]) -> [UInt16] {
    [operation, UInt16(words.count + 2)] + words
  }
}
