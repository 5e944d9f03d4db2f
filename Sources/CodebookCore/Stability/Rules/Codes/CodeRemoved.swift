extension RuleRegistry {
  static let codeRemoved = Rule.change(
    "code-removed", breaks: [.source, .wireBackward, .wireForward],
    summary: "A published error code stays, at least as a tombstone.",
    rationale: """
      Stored logs and support scripts hold the code, and the other process may still send it. \
      Without a tombstone nobody can tell what it meant, and somebody will use it again.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """,
    bad: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          stability: deprecated
          replaced_by: ACME-DB-001
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """
  ) { $0.removals(.error) }
}
