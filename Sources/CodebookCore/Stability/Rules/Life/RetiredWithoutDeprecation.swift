extension RuleRegistry {
  static let retiredWithoutDeprecation = Rule.change(
    "retired-without-deprecation", breaks: [.lifecycle, .source],
    summary:
      "An entry is deprecated in one release, and retired in a later one, not before its sunset.",
    rationale: """
      Whoever relies on it needs a release in which it still works and says that it will go.
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
          stability: retired
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
    comparison.changes.compactMap { change in
      guard let before = change.before, let after = change.after, after.isRetired,
        !before.isRetired, before.history.removedSince == nil
      else { return nil }
      let sunset = before.lifecycle.sunset
      let isEarly = sunset.map { comparison.today < $0 } ?? false
      guard before.lifecycle.stability != .deprecated || isEarly else { return nil }
      return ChangeFinding(
        key: change.key,
        message: isEarly
          ? "`\(change.key.id)` is retired before its sunset on \(sunset?.description ?? "")"
          : "`\(change.key.id)` is retired, and no release had it as deprecated",
        location: after.location(of: "stability"), notes: [comparison.was(before)],
        fix: "stability: deprecated")
    }
  }
}
