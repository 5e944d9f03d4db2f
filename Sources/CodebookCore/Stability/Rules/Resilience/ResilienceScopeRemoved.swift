extension RuleRegistry {
  static let resilienceScopeRemoved = Rule.change(
    "resilience-scope-removed", breaks: [.source],
    summary: "A connection or a limiter that was published stays.",
    rationale: """
      Code that keeps it finds no policy any more, and fails when it asks for one.
      """,
    published: """
      scopes:
        ws.feed: {description: The feed.}
        ws.prices: {description: The prices.}
      resilience:
        network: {component: storage, error: ACME-DB-001}
        connections:
          ws.feed:
            component: storage
            cap_ms: 30000
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
          ws.prices:
            component: storage
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """,
    bad: """
      scopes:
        ws.feed: {description: The feed.}
        ws.prices: {description: The prices.}
      resilience:
        network: {component: storage, error: ACME-DB-001}
        connections:
          ws.feed:
            component: storage
            cap_ms: 30000
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """,
    good: """
      scopes:
        ws.feed: {description: The feed.}
        ws.prices: {description: The prices.}
      resilience:
        network: {component: storage, error: ACME-DB-001}
        connections:
          ws.feed:
            component: storage
            cap_ms: 30000
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
          ws.prices:
            component: storage
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """
  ) { comparison in
    comparison.machineChanges(isNew: false) { "the \($0) is gone" }
      + comparison.removals(.resilience, advice: "put the section back")
  }
}
