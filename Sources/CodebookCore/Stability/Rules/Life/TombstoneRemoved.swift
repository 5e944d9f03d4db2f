extension RuleRegistry {
  static let tombstoneRemoved = Rule.change(
    "tombstone-removed", breaks: [.lifecycle, .wireBackward], isFinal: true,
    summary: "A tombstone stays.",
    rationale: """
      It keeps the ID from being used again, and old logs readable. Nothing can let this pass.
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
      """
  ) { comparison in
    comparison.changes.compactMap { change in
      guard let before = change.before, before.isRetired, change.after == nil,
        comparison.drafts[change.key] == nil, change.key.kind.keepsIDs
      else { return nil }
      return ChangeFinding(
        key: change.key, message: "the tombstone of `\(change.key.id)` is gone",
        location: change.location(in: comparison.current), notes: [comparison.was(before)],
        fix: EntryText.tombstone(of: before, in: comparison.base))
    }
  }
}
