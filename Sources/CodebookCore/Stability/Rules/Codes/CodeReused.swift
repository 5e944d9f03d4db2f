extension RuleRegistry {
  static let codeReused = Rule.change(
    "code-reused", breaks: [.wireBackward, .wireForward], isFinal: true,
    summary: "An error code that is retired or was taken away is never used again.",
    rationale: """
      Stored logs hold it with its old meaning, however many releases ago that was. Nothing can \
      let this pass.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          stability: retired
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """,
    bad: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The network is down. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          stability: retired
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
        ACME-DB-003:
          user: The network is down. Please try again later.
          operator: Database network is down; check the route.
      """
  ) { $0.reuses(.error) }
}
