extension RuleRegistry {
  static let unusedDomain = Rule(
    id: "unused-domain", severity: .warning,
    summary: "Every domain has an error code.",
    rationale: "A domain without a code is a category in the docs that nothing falls into.",
    badExample: """
      domains:
        DB: {category: Storage}
        NET: {category: Network}
      """,
    goodExample: """
      domains:
        DB: {category: Storage}
      """,
    allowsExceptions: true
  ) { context in
    let used = Set(context.catalog.errors.compactMap { $0.code?.domain })
    return context.catalog.domains.filter { !used.contains($0.id) }.map { domain in
      Finding(
        "no error code belongs to domain `\(domain.id.shortened)`", at: domain.info.idRange,
        entry: domain.info, fix: "remove it, or give its first code")
    }
  }
}
