extension RuleRegistry {
  static let eventErrorsWidened = Rule.change(
    "event-errors-widened", severity: .warning, breaks: [.wireForward], bump: .minor,
    summary: "An event carries more error codes on purpose only.",
    rationale: """
      A reader of yesterday refuses them. The change is looked at once and accepted.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt, error_code]
          errors: [ACME-DB-001]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    bad: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt, error_code]
          errors: [ACME-DB-001, ACME-DB-002]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt, error_code]
          errors: [ACME-DB-001]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) {
    $0.listChanges(["errors"], narrow: false) { change, facet in
      facet.new == nil
        ? "`\(change.key.id)` may carry any code, and could only carry those that were named"
        : "`\(change.key.id)` did not carry `\(facet.parts[1])`"
    }
  }
}
