extension RuleRegistry {
  static let codeAdded = Rule.change(
    "code-added", severity: .note, breaks: [.wireForward], bump: .minor,
    summary: "A new error code is told of in the changelog.",
    rationale: """
      It breaks nothing: a reader that does not know a code keeps its text.
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
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """
  ) { $0.additions(.error) }
}
