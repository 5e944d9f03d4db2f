extension RuleRegistry {
  static let matrixRunbookChanged = Rule.change(
    "matrix-runbook-changed", severity: .note, breaks: [.message], bump: .patch,
    summary: "Other steps of a runbook are told of in the changelog.",
    rationale: """
      People follow them by hand; nothing is tested by them.
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
      matrix:
        RR-01:
          scenario: The feed drops
          preconditions: It is live
          expected: It is live again
          evidence: Times of dials
          timelines:
            drop:
              steps: [{t: 0, start: ws.feed}, {t: 100, expect: {dials: {ws.feed: [0]}}}]
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
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
      matrix:
        RR-01:
          scenario: The feed drops
          preconditions: It is live
          expected: It is live again
          evidence: Times of dials
          timelines:
            drop:
              steps: [{t: 0, start: ws.feed}, {t: 100, expect: {dials: {ws.feed: [0]}}}]
          runbook: {cause: [Cut it.], check: [It is live again.], recover: [Nothing to do.]}
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
      matrix:
        RR-01:
          scenario: The feed drops
          preconditions: It is live
          expected: It is live again
          evidence: Times of dials
          timelines:
            drop:
              steps: [{t: 0, start: ws.feed}, {t: 100, expect: {dials: {ws.feed: [0]}}}]
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
      """
  ) { comparison in
    comparison.altered([.scenario]).compactMap { change in
      let facets = change.changes(below: "runbook")
      return facets.isEmpty
        ? nil
        : comparison.finding(change, facets, "the runbook of `\(change.key.id)` has other steps")
    }
  }
}
