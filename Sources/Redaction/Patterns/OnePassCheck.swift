/// Whether a pattern can be taken in one pass: at every byte there is one way to go on, so that no
/// engine ever comes back, and every engine finds the same.
struct OnePassCheck {
  /// The class that is taken behind the pattern, as far as it goes.
  let rest: ByteSet?

  /// - Throws: The first place where there are two ways.
  func check(_ pattern: PatternNode) throws(PatternError) {
    try check(pattern, follow: rest ?? ByteSet())
  }

  /// - Parameter follow: What can stand behind.
  private func check(_ node: PatternNode, follow: ByteSet) throws(PatternError) {
    switch node.kind {
    case .set: return
    case .sequence(let parts):
      for place in parts.indices {
        let behind = PatternNode.first(of: parts[(place + 1)...], then: follow)
        try check(parts[place], follow: behind)
      }
    case .alternation(let branches): try check(branches, follow: follow)
    case .repetition(let part, let count): try check(part, count, node, follow: follow)
    }
  }

  private func check(_ branches: [PatternNode], follow: ByteSet) throws(PatternError) {
    var seen = ByteSet()
    for branch in branches {
      let first = branch.canBeEmpty ? branch.first.union(follow) : branch.first
      let common = first.intersection(seen)
      guard common.isEmpty else {
        throw ambiguous(
          "two branches can begin with \(Self.shown(common))", at: branch.range,
          fix: "write what they have in common in front of the group")
      }
      seen = seen.union(first)
      try check(branch, follow: follow)
    }
  }

  private func check(
    _ part: PatternNode, _ count: ClosedRange<Int>, _ node: PatternNode, follow: ByteSet
  ) throws(PatternError) {
    if part.canBeEmpty {
      throw ambiguous(
        "what is repeated may be nothing", at: node.range,
        fix: "let the count begin with 0 instead")
    }
    let common = part.first.intersection(follow)
    if count.lowerBound < count.upperBound, !common.isEmpty, !goesOn(part, into: follow) {
      throw ambiguous(
        "\(Self.shown(common)) could go on with the repeat or end it", at: node.range,
        fix: "repeat it a fixed number of times, or let what follows begin with another byte")
    }
    let again = count.upperBound > 1 ? follow.union(part.first) : follow
    try check(part, follow: again)
  }

  /// Whether the repeat of a class goes on as the rule's `rest`, which takes as much as there is.
  private func goesOn(_ part: PatternNode, into follow: ByteSet) -> Bool {
    guard case .set(let set) = part.kind, let rest else { return false }
    return set == rest && follow == rest
  }

  private func ambiguous(_ message: String, at range: Range<Int>, fix: String) -> PatternError {
    PatternError(message, at: range, reason: .backtracks, fix: fix)
  }

  /// A byte for a message.
  private static func shown(_ set: ByteSet) -> String {
    let bytes = set.bytes
    let text = bytes.first.map { "`\(Unicode.Scalar($0))`" } ?? "nothing"
    return bytes.count > 1 ? "\(text) and others" : text
  }
}
