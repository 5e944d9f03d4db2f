extension RuleRegistry {
  static let resilienceEventsChanged = Rule.change(
    "resilience-events-changed", severity: .warning, breaks: [.wireForward], bump: .minor,
    summary: "What a reconnect or a rate limit is logged as changes on purpose only.",
    rationale: """
      Dashboards and alarms look for the event. One for a transition that was not logged is only told \
      of; any other change is looked at once and accepted.
      """,
    published: """
      scopes:
        ws.feed: {description: The feed.}
        ws.prices: {description: The prices.}
      resilience:
        network: {component: storage, error: ACME-DB-001}
        events: {scheduled: app_started}
        connections:
          ws.feed:
            component: storage
            cap_ms: 30000
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
        events: {scheduled: app_started}
        connections:
          ws.feed:
            component: storage
            cap_ms: 30000
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """
  ) { comparison in
    comparison.altered([.resilience]).flatMap { change in
      let common = change.changes(below: "events")
      let own = change.machines.filter { !$0.comesOrGoes }.flatMap(\.facets).filter {
        $0.parts.count == 4 && $0.parts[2] == "events"
      }
      return (common + own).map { facet in
        var finding = comparison.finding(
          change, facet,
          "`\(facet.parts.last ?? "")` is logged as `\(facet.new?.shown ?? "nothing")`")
        if facet.old == nil { finding.severity = .note }
        return finding
      }
    }
  }
}
