extension RuleRegistry {
  static let codeCategoryChanged = Rule.change(
    "code-category-changed", breaks: [.source, .wireBackward],
    summary: "A published error code stays in its category.",
    rationale: """
      Reports and dashboards count by category, over years of stored logs.
      """,
    published: """
      domains:
        DB: {category: Storage}
        FS: {category: Storage}
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-FS-001:
          user: The folder is full. Please wait.
          operator: Database folder is full; check it.
      """,
    bad: """
      domains:
        DB: {category: Database}
        FS: {category: Storage}
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-FS-001:
          user: The folder is full. Please wait.
          operator: Database folder is full; check it.
      """,
    good: """
      domains:
        DB: {category: Storage}
        FS: {category: Storage}
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
        ACME-FS-001:
          user: The folder is full. Please wait.
          operator: Database folder is full; check it.
      """
  ) { comparison in
    let domains = comparison.alterations(.domain) { facet in
      facet.facet == "category" && !comparison.isGone(category: facet.old)
    } message: { change, facet in
      "the category of the domain `\(change.key.id)` was `\(facet.old?.shown ?? "")`"
    }
    // A code that follows its domain is told of there.
    let codes = comparison.altered([.error]).compactMap { change -> ChangeFinding? in
      guard let facet = change.change(of: "category"), !change.changesMeaning else { return nil }
      guard comparison.follows(change) else {
        return comparison.finding(
          change, facet, "the category of `\(change.key.id)` was `\(facet.old?.shown ?? "")`",
          fix: "category: \(facet.old.map(EntryText.scalar) ?? "")")
      }
      var finding = comparison.finding(
        change, facet, "the category of `\(change.key.id)` changed with its domain's")
      finding.severity = .note
      return finding
    }
    return domains + codes
  }
}

extension Comparison {
  /// Whether an error code's category is the one that its domain has now, and had before.
  func follows(_ change: EntryChange) -> Bool {
    guard let domain = change.after?.facets["domain"]?.text else { return false }
    let key = EntryKey(.domain, domain)
    return change.after?.facets["category"] == current.entries[key]?.facets["category"]
      && change.before?.facets["category"] == base.entries[key]?.facets["category"]
  }

  /// Whether nothing is in a category any more.
  func isGone(category: FacetValue?) -> Bool {
    !current.entries.values.contains {
      ($0.key.kind == .domain || $0.key.kind == .error) && $0.facets["category"] == category
    }
  }
}
