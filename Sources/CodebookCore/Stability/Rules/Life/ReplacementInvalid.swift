extension RuleRegistry {
  static let replacementInvalid = Rule.change(
    "replacement-invalid", breaks: [.lifecycle],
    summary: "What takes the place of a deprecated entry is an entry that stays.",
    rationale: """
      Whoever follows the advice must not come to something that is about to go, is gone, or is \
      no promise yet.
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
          replaced_by: ACME-DB-003
          user: The database is full. Please try again later.
          operator: Database disk is full; check the free space of the volume.
        ACME-DB-003:
          stability: draft
          user: The disk is full. Please try again later.
          operator: Database volume is full; check its free space.
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
    comparison.current.entries.values.compactMap { entry -> ChangeFinding? in
      guard let problem = comparison.current.replacementProblem(of: entry) else { return nil }
      // What was let pass once does not come up again.
      let before = comparison.base.entries[entry.key]
      if let before, before.lifecycle.replacedBy == entry.lifecycle.replacedBy,
        comparison.base.replacementProblem(of: before) == problem
      {
        return nil
      }
      let id = entry.lifecycle.replacedBy ?? ""
      return ChangeFinding(
        key: entry.key,
        message: "`\(id)`, which is to take the place of `\(entry.key.id)`, \(problem)",
        location: entry.location(of: "replaced_by"), fix: "name an entry that stays", mark: id)
    }.sorted { $0.key < $1.key }
  }
}

extension Snapshot {
  /// Why what takes the place of a deprecated entry does not stay.
  fileprivate func replacementProblem(of entry: SnapshotEntry) -> String? {
    guard let id = entry.lifecycle.replacedBy, entry.lifecycle.stability == .deprecated else {
      return nil
    }
    let replacement = entries[EntryKey(entry.key.kind, id)]
    guard let replacement, replacement.history.removedSince == nil else {
      return "is no published entry"
    }
    switch replacement.lifecycle.stability {
    case .stable: return nil
    case .deprecated: return "is deprecated itself"
    case .retired: return "is retired"
    case .draft: return "is no published entry"
    }
  }
}
