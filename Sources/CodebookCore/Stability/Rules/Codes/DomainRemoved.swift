extension RuleRegistry {
  static let domainRemoved = Rule.change(
    "domain-removed", breaks: [.source, .wireBackward],
    summary: "A published domain stays, at least as a tombstone.",
    rationale: """
      Its codes are in stored logs, and code switches over domains.
      """,
    published: """
      domains:
        DB: {category: Storage}
        NET: {category: Network, allow: {unused-domain: Kept for codes to come.}}
      """,
    bad: """
      domains:
        DB: {category: Storage}
      """,
    good: """
      domains:
        DB: {category: Storage}
        NET: {category: Network, stability: deprecated, allow: {unused-domain: Kept for old codes.}}
      """
  ) { $0.removals(.domain) + $0.renamings(.domain) }
}
