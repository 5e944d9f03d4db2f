extension RuleRegistry {
  static let userMessageChanged = Rule.change(
    "user-message-changed", severity: .warning, breaks: [.message], bump: .patch,
    summary: "The words that users read change on purpose only.",
    rationale: """
      Translations, screenshots, manuals and support scripts hold them. The change is looked at \
      once and accepted.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    bad: """
      errors:
        ACME-DB-001:
          user: The database is in use. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """
  ) { comparison in
    comparison.altered([.error]).filter { !$0.changesMeaning }.flatMap { change in
      change.facets.filter { $0.facet == "user_message" || $0.isFallback }.map { facet in
        comparison.finding(change, facet, "users read something else for `\(change.key.id)`")
      }
    }
  }
}

extension FacetChange {
  /// Whether it is what a message shows where a parameter's value is not known; a parameter that
  /// came or went is told of as a whole.
  var isFallback: Bool {
    parts.count == 3 && parts[0] == "parameters" && parts[2] == "fallback" && old != nil
      && new != nil
  }
}
