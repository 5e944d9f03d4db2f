extension RuleRegistry {
  static let stabilityDecreased = Rule.change(
    "stability-decreased", breaks: [.lifecycle, .source],
    summary: "What was published is no draft any more.",
    rationale: """
      A draft may change freely; what others rely on may not.
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
          stability: draft
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
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
  ) { comparison in
    comparison.drafts.values.sorted { $0.key < $1.key }.compactMap { draft in
      guard let before = comparison.base.entries[draft.key], !before.isGone else { return nil }
      return ChangeFinding(
        key: before.key, message: "`\(before.key.id)` was published and is a draft now",
        location: draft.location(of: "stability"), notes: [comparison.was(before)],
        fix: "take `stability: draft` away; what is to go is deprecated first")
    }
  }
}
