extension RuleRegistry {
  static let codeMeaningChanged = Rule.change(
    "code-meaning-changed", breaks: [.message, .wireBackward],
    summary: "An error code keeps its meaning: its messages do not all change at once.",
    rationale: """
      When user and operator message change in one release, or the category with one of them, \
      the code most likely means something else now. Stored logs would be read wrongly.
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
          user: The network is down. Please try again.
          operator: Network is down; inspect the route to the database.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-DB-002:
          user: The network is down. Please try again.
          operator: Network is down; inspect the route to the database.
      """
  ) { comparison in
    comparison.altered([.error]).filter(\.changesMeaning).map { change in
      let facets = change.facets.filter { EntryChange.meaningFacets.contains($0.facet) }
      return comparison.finding(
        change, facets, "`\(change.key.id)` says something else altogether",
        fix: "give what is new a code of its own, and put the old texts back:\n"
          + facets.compactMap { facet in
            facet.old.map { "\(EntryText.catalogKey(facet.facet)): \(EntryText.scalar($0))" }
          }.joined(separator: "\n"))
    }
  }
}

extension EntryChange {
  static let meaningFacets: Set<String> = ["user_message", "operator_message", "category"]

  /// Whether both messages changed, or the category and one of them.
  var changesMeaning: Bool {
    key.kind == .error && facets.count { Self.meaningFacets.contains($0.facet) } > 1
  }
}
