extension RuleRegistry {
  static let domainAdded = Rule.change(
    "domain-added", severity: .note, breaks: [.lifecycle], bump: .minor,
    summary: "A new domain is told of in the changelog.",
    rationale: """
      It breaks nothing.
      """,
    published: """
      domains:
        DB: {category: Storage}
      """,
    bad: """
      domains:
        DB: {category: Storage}
        NET: {category: Network, allow: {unused-domain: Its codes follow.}}
      """,
    good: """
      domains:
        DB: {category: Storage}
      """
  ) { $0.additions(.domain) }
}
