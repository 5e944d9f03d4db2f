extension RuleRegistry {
  static let lifecycleMoved = Rule.change(
    "lifecycle-moved", severity: .note, breaks: [.lifecycle], bump: .minor,
    summary: "Deprecations and retirements are told of in the changelog.",
    rationale: """
      People must learn of them early.
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
        ACME-DB-002:
          stability: deprecated
          replaced_by: ACME-DB-001
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """
  ) { comparison in
    comparison.changes.compactMap { change in
      guard let before = change.before, let after = change.after, !before.isRetired,
        before.lifecycle != after.lifecycle
      else { return nil }
      let replacement = after.lifecycle.replacedBy.map { "; `\($0)` takes its place" } ?? ""
      return ChangeFinding(
        key: change.key,
        message: "`\(change.key.id)` is \(after.lifecycle.stability.rawValue)\(replacement)",
        location: after.location(of: "stability"), mark: after.lifecycle.stability.rawValue)
    }
  }
}
