extension RuleRegistry {
  /// Reported by the linter itself, which alone knows which exceptions were of use.
  static let unusedException = Rule(
    id: "unused-exception", severity: .warning,
    summary: "Every exception under `allow` names a rule that the entry would break.",
    rationale: """
      An exception that is no longer needed hides the next mistake. One that names no rule never \
      did anything.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
          allow:
            user-message-action: The wording is fixed by contract.
      """,
    goodExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """)
}
