extension RuleRegistry {
  static let matrixTimelineChanged = Rule.change(
    "matrix-timeline-changed", severity: .warning, breaks: [.message], bump: .minor,
    summary: "A published timeline of a scenario changes on purpose only.",
    rationale: """
      It is what both languages are tested by. A step or an expectation less proves less. The change is \
      looked at once and accepted.
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
              steps: [{t: 0, start: ws.feed}, {t: 100, expect: {records: 0}}]
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
          timelines:
            drop:
              steps: [{t: 0, start: ws.feed}, {t: 100, expect: {dials: {ws.feed: [0]}}}]
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
      """
  ) { comparison in
    comparison.timelineChanges { $0.first?.parts.count != 2 || $0.first?.old != nil }
      .map { change, name, facets in
        let isGone = facets[0].parts.count == 2
        return comparison.finding(
          change, facets,
          "the timeline `\(name)` of `\(change.key.id)` is \(isGone ? "gone" : "another one")")
      }
  }
}

extension Comparison {
  typealias TimelineChange = (change: EntryChange, name: String, facets: [FacetChange])

  /// What changed of timelines, one by one, but for what explains them; where one came or went,
  /// that stands first.
  func timelineChanges(where isMeant: ([FacetChange]) -> Bool) -> [TimelineChange] {
    altered([.scenario]).flatMap { change in
      let facets = change.changes(below: "timelines").filter { facet in
        facet.parts.last != "description" || change.comesOrGoes(facet)
      }
      return Dictionary(grouping: facets) { String($0.parts[1]) }.sorted { $0.key < $1.key }
        .filter { isMeant($0.value) }.map { (change, $0.key, $0.value) }
    }
  }
}
