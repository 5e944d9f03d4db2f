extension RuleRegistry {
  static let eventErrorsNarrowed = Rule.change(
    "event-errors-narrowed", breaks: [.wireBackward],
    summary: "The error codes that an event may carry stay allowed.",
    rationale: """
      Stored records carry them: a checker of today refuses them.
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
          errors: [ACME-DB-001, ACME-DB-002]
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
          errors: [ACME-DB-001]
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
          errors: [ACME-DB-001, ACME-DB-002]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) {
    $0.listChanges(["errors"], narrow: true) { change, facet in
      facet.new == nil
        ? "`\(change.key.id)` could carry `\(facet.parts[1])`"
        : "`\(change.key.id)` could carry any code, and now only those that are named"
    }
  }
}
