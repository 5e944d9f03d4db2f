internal import Suggestions

extension RuleRegistry {
  static let undeclaredDomain = Rule(
    id: "undeclared-domain",
    summary: "The middle part of an error code is a declared domain.",
    rationale: """
      The domain gives the code its category. A mistyped one would make a category of its own, \
      that nobody looks for.
      """,
    badExample: """
      domains:
        DB: {category: Storage}
      errors:
        ACME-BD-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    goodExample: """
      domains:
        DB: {category: Storage}
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """
  ) { context in
    context.catalog.errors.compactMap { error in
      guard let domain = error.code?.domain, !context.ids.domains.contains(domain) else {
        return nil
      }
      let start = error.info.idRange.start
      let offset = (error.code?.prefix.utf8.count ?? 0) + 1
      let isPlain = Int(error.info.idRange.end.column) - Int(start.column) == error.id.utf8.count
      let from = SourcePosition(line: Int(start.line), column: Int(start.column) + offset)
      let to = SourcePosition(
        line: Int(start.line), column: Int(start.column) + offset + domain.utf8.count)
      return Finding(
        "domain `\(domain.shortened)` of `\(error.id.shortened)` is not declared",
        at: isPlain ? SourceRange(from, to) : error.info.idRange, entry: error.info,
        fix: "domains:\n  \(domain): {category: \(domain.capitalizedWord)}",
        suggestion: { Suggestion.phrase(for: domain, among: context.ids.domains) })
    }
  }
}

extension String {
  /// `PAY` as people would write it: `Pay`.
  fileprivate var capitalizedWord: String { prefix(1) + dropFirst().lowercased() }
}
