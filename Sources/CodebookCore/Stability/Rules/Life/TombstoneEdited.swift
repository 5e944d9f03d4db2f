extension RuleRegistry {
  static let tombstoneEdited = Rule.change(
    "tombstone-edited", breaks: [.lifecycle, .wireBackward], isFinal: true,
    summary: "A tombstone stays as it is.",
    rationale: """
      It says what an ID meant in stored logs. Nothing can let this pass.
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
          stability: retired
          user: The database was full. Please try again later.
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
      """
  ) { comparison in
    comparison.changes.compactMap { change in
      // Of what was taken away without one, the tombstone tells what it was.
      guard change.key.kind.keepsIDs, let before = change.before, before.isGone,
        let after = change.after, after.isRetired
      else { return nil }
      let facets = change.facets.filter { !["swift_name", "python_name"].contains($0.facet) }
      let isRedirected =
        before.isRetired && before.lifecycle.replacedBy != after.lifecycle.replacedBy
      guard !facets.isEmpty || isRedirected else { return nil }
      return comparison.finding(
        change, facets, "the tombstone of `\(change.key.id)` says something else",
        fix: EntryText.tombstone(of: before, in: comparison.base))
    }
  }
}
