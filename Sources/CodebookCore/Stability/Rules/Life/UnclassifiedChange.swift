extension RuleRegistry {
  static let unclassifiedChange = Rule.change(
    "unclassified-change", breaks: [.lifecycle],
    summary: "Every change is one that a rule knows.",
    rationale: """
      What no rule speaks of could break anything. It is a gap in codebook: please report it.
      """,
    published: """
      # a catalog with a key that codebook has no rule for
      """,
    bad: """
      # the key changed
      """,
    good: """
      # the key as it was
      """
  ) { _ in [] }
}
