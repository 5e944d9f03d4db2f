extension RuleRegistry {
  static let sunsetMovedEarlier = Rule.change(
    "sunset-moved-earlier", breaks: [.lifecycle],
    summary: "The day on which an entry may go does not come nearer.",
    rationale: """
      People have planned with it.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          stability: deprecated
          replaced_by: ACME-DB-001
          sunset: "2027-06-30"
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
          sunset: "2027-01-31"
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
          sunset: "2027-12-31"
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
      """
  ) { comparison in
    comparison.changes.compactMap { change in
      guard let before = change.before, let after = change.after, !change.wasGone,
        let old = before.lifecycle.sunset, after.lifecycle.stability == .deprecated
      else { return nil }
      let new = after.lifecycle.sunset
      guard new.map({ $0 < old }) ?? true else { return nil }
      return ChangeFinding(
        key: change.key, message: "the sunset of `\(change.key.id)` was \(old)",
        location: after.location(of: "sunset"), notes: [comparison.was(before)],
        fix: "sunset: \"\(old)\"", mark: new?.description ?? "")
    }
  }
}
