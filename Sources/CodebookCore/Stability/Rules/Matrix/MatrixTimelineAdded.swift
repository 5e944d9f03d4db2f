extension RuleRegistry {
  static let matrixTimelineAdded = Rule.change(
    "matrix-timeline-added", severity: .note, breaks: [.message], bump: .minor,
    summary: "A new timeline of a scenario is told of in the changelog.",
    rationale: """
      It proves more, and breaks nothing.
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
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
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
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
      """
  ) { comparison in
    comparison.timelineChanges { $0.first?.parts.count == 2 && $0.first?.old == nil }
      .map { change, name, facets in
        comparison.finding(
          change, facets, "the timeline `\(name)` of `\(change.key.id)` is new")
      }
  }
}
