/// A pattern of a redaction rule: what follows an anchor.
package struct PortablePattern: Sendable {
  package let root: PatternNode

  /// Reads a pattern, and sees that it can be taken in one pass.
  ///
  /// - Parameters:
  ///   - isFolded: Whether ASCII letters stand for both cases.
  ///   - rest: The class that is taken behind it, as it counts: folded where that is asked for.
  package init(
    _ text: String, isFolded: Bool = false, rest: ByteSet? = nil
  ) throws(PatternError) {
    var parser = PatternParser(text, isFolded: isFolded)
    root = try parser.pattern()
    try OnePassCheck(rest: rest).check(root)
  }

  /// Reads a single class: `rest`, `before` or `after`.
  package static func set(_ text: String, isFolded: Bool = false) throws(PatternError) -> ByteSet {
    var parser = PatternParser(text, isFolded: isFolded)
    let node = try parser.pattern()
    guard case .set(let set) = node.kind, text.utf8.first == UInt8(ascii: "[") else {
      throw PatternError("one class such as [A-Z] stands here", at: 0..<text.utf8.count)
    }
    return set
  }

  /// Reads a class with a repeat: `lead`.
  package static func run(
    _ text: String, isFolded: Bool = false
  ) throws(PatternError) -> (set: ByteSet, count: ClosedRange<Int>) {
    var parser = PatternParser(text, isFolded: isFolded)
    let node = try parser.pattern()
    guard case .repetition(let part, let count) = node.kind, case .set(let set) = part.kind,
      text.utf8.first == UInt8(ascii: "[")
    else {
      throw PatternError(
        "one class with a repeat such as [A-Z]{2,8} stands here", at: 0..<text.utf8.count)
    }
    return (set, count)
  }
}
