extension RuleRegistry {
  static let sinceWrong = Rule.change(
    "since-wrong", breaks: [.lifecycle], bump: .patch,
    summary: "`since`, `deprecated_since` and `retired_since` say what the ledger says.",
    rationale: """
      Docs show them. They may be left out: the ledger knows. For what is not released yet they \
      name a version to come.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    bad: """
      errors:
        ACME-DB-001:
          since: 0.5.0
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    good: """
      errors:
        ACME-DB-001:
          since: 1.0.0
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """
  ) { comparison in
    guard let last = comparison.base.version else { return [] }
    return comparison.current.entries.values.flatMap { entry -> [ChangeFinding] in
      let before = comparison.base.entries[entry.key]
      // Another catalog need not say it; a ledger does.
      let isRecord = before.map { $0.node == nil } ?? true
      let claims = [
        ("since", entry.history.since, before?.history.since),
        ("deprecated_since", entry.history.deprecatedSince, before?.history.deprecatedSince),
        ("retired_since", entry.history.retiredSince, before?.history.retiredSince),
      ]
      return claims.compactMap { key, claimed, recorded in
        guard let claimed, claimed != recorded, isRecord || recorded != nil else { return nil }
        if recorded == nil, let version = SemanticVersion(claimed), version > last { return nil }
        return ChangeFinding(
          key: entry.key,
          message: recorded.map { "\(comparison.base.name) says `\(key): \($0)`" }
            ?? "\(claimed) is released already, without it",
          location: entry.location(of: key),
          fix: recorded.map { "\(key): \($0)" } ?? "take it away; `codebook release` records it",
          mark: "\(key) \(claimed)")
      }
    }.sorted { ($0.key, $0.mark) < ($1.key, $1.mark) }
  }
}
