/// What happens in a scenario, step by step, and what must come of it.
package struct TimelineEntry: Sendable {
  package let name: String
  package let nameRange: SourceRange
  package let description: String
  package let seed: Int
  /// As they were written, defaults not filled in.
  package let steps: [Node]

  static let defaultSeed = 42
}

/// How people go through a scenario by hand.
package struct Runbook: Sendable {
  /// How to bring it about.
  package let cause: [String]
  /// What to look at, and what must be seen.
  package let check: [String]
  package let recover: [String]
}
