extension RuleRegistry {
  static let operatorMessageChanged = Rule.change(
    "operator-message-changed", severity: .warning, breaks: [.message], bump: .patch,
    summary: "The words that operators read change on purpose only.",
    rationale: """
      Runbooks quote them and people search logs for them. The change is looked at once and \
      accepted.
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
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect all open transactions.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """
  ) { comparison in
    comparison.altered([.error]).filter { !$0.changesMeaning }.flatMap { change in
      change.facets.filter { $0.facet == "operator_message" }.map { facet in
        comparison.finding(change, facet, "operators read something else for `\(change.key.id)`")
      }
    }
  }
}
