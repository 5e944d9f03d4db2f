extension RuleRegistry {
  static let redactionChanged = Rule.change(
    "redaction-changed", severity: .warning, breaks: [.privacy], bump: .minor,
    summary: "The words about redaction, and how a rule finds, change on purpose only.",
    rationale: """
      No tool can tell whether other words promise less, or another pattern finds less. The change \
      is looked at once and accepted.
      """,
    published: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
          cookies: Session cookies.
      """,
    bad: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
          cookies: Cookies of sessions.
      """,
    good: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
          cookies: Session cookies.
      """
  ) { comparison in
    comparison.alterations(.redaction) {
      $0.facet == "text"
    } message: { change, _ in
      "the statement `\(change.key.id)` has other words"
    } + comparison.redactionAlterations(.other) { "\($0) is another" }
      + comparison.sensitivityAlterations(.other)
  }
}
