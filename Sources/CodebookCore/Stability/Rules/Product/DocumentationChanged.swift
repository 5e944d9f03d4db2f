extension RuleRegistry {
  static let documentationChanged = Rule.change(
    "documentation-changed", severity: .note, breaks: [.message], bump: .patch,
    summary: "Other words in descriptions and examples are told of in the changelog.",
    rationale: """
      They explain, and promise nothing.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
          description: Somebody holds the lock.
      """,
    bad: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
          description: Another process holds the lock.
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
          description: Somebody holds the lock.
      """
  ) { comparison in
    comparison.altered().flatMap { change in
      change.facets.filter { facet in
        // Where a detail or a parameter came or went, that is told, and not its description.
        facet.isDocumentation(of: change.key.kind) && !change.comesOrGoes(facet)
      }.map { facet in
        comparison.finding(change, facet, "`\(change.key.id)` is explained in other words")
      }
    } + comparison.additions(.bundle, .vocabulary, .record, .product)
  }
}

extension FacetChange {
  /// Whether it only explains: a description, an example, a key of one's own.
  func isDocumentation(of kind: EntryKind) -> Bool {
    let parts = parts
    if parts[0] == "extensions" || facet.hasPrefix("redaction/extensions/") { return true }
    if parts.count > 3, parts[2] == "extensions" { return true }
    switch parts.count {
    case 1:
      return facet == "description" || facet == "examples" || facet == "short_anchor"
        || facet == "destination" && kind == .bundle
    case 3: return parts[2] == "description"
    default: return false
    }
  }
}
