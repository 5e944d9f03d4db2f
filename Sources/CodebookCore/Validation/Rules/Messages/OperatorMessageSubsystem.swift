extension RuleRegistry {
  static let operatorMessageSubsystem = Rule(
    id: "operator-message-subsystem", severity: .warning,
    summary: "An operator message names the likely subsystem.",
    rationale: """
      Who reads it must know where to begin. Whether a text says so cannot be decided for \
      certain; the rule looks for one of `style.operator_subsystem_words`, or a word of a \
      declared service or component, and is silent where that list is empty.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Something is locked; inspect it.
      """,
    goodExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    allowsExceptions: true
  ) { context in
    let catalog = context.catalog
    guard !catalog.style.operatorSubsystemWords.isEmpty else { return [] }
    let names = (catalog.services.map(\.id) + catalog.components.map(\.id))
      .flatMap { $0.split(separator: "_").map(String.init) }
    let list = WordList(catalog.style.operatorSubsystemWords + names)
    return context.liveErrors.compactMap { error in
      guard !error.operatorMessage.isEmpty, list.firstMatch(in: error.operatorMessage) == nil
      else { return nil }
      return Finding(
        "the operator message names no subsystem", at: error.range(of: "operator"),
        entry: error.info, fix: "begin with what failed, such as “Database lock not obtained; …”")
    }
  }
}
