extension RuleRegistry {
  static let resiliencePolicyChanged = Rule.change(
    "resilience-policy-changed", severity: .warning, breaks: [.wireForward], bump: .minor,
    summary: "How a published connection or limiter gives way changes on purpose only.",
    rationale: """
      Other backoffs, budgets and codes meet the exchange's limits, alarms and runbooks. The change is \
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
            cap_ms: 60000
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
      """
  ) { comparison in
    comparison.altered([.resilience]).flatMap { change in
      let machines = change.machines.filter { !$0.comesOrGoes }.map { machine in
        (machine.name, machine.facets.filter(\.isPolicy))
      }
      let network = ("network", change.changes(below: "network").filter(\.isPolicy))
      return (machines + [network] + change.orders).filter { !$0.1.isEmpty }.map { name, facets in
        comparison.finding(change, facets, "the \(name) has another policy")
      }
    }
  }
}

extension EntryChange {
  /// The orders of connections and of limiters, where none came or went.
  fileprivate var orders: [(String, [FacetChange])] {
    ["connection", "limiter"].compactMap { kind in
      guard let order = change(of: "\(kind)_order"),
        !machines.contains(where: { $0.kind == kind && $0.comesOrGoes })
      else { return nil }
      return ("order of \(kind)s", [order])
    }
  }
}

extension FacetChange {
  /// Whether it is what a machine goes by: neither an event nor something for people.
  fileprivate var isPolicy: Bool {
    !parts.dropFirst().contains("events") && parts.last != "description"
      && !parts.contains("extensions")
  }
}
