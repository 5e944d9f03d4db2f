extension RuleRegistry {
  static let redactionStrengthened = Rule.change(
    "redaction-strengthened", severity: .warning, breaks: [.privacy], bump: .minor,
    summary: "More is kept out of logs and bundles on purpose only.",
    rationale: """
      Support may miss what it used to see. The change is looked at once and accepted.
      """,
    published: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
      """,
    bad: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
          cookies: Session cookies.
      """,
    good: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
      """
  ) { comparison in
    comparison.additions(.redaction)
      + comparison.alterations(.field, .event, .error) {
        $0.weakens == false
      } message: {
        change, facet in
        "`\(change.key.id)`\(facet.about) was \(facet.old?.shown ?? "")"
      }
  }
}
