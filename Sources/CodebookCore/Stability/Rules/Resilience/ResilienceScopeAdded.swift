extension RuleRegistry {
  static let resilienceScopeAdded = Rule.change(
    "resilience-scope-added", severity: .note, breaks: [.wireForward], bump: .minor,
    summary: "A new connection or limiter is told of in the changelog.",
    rationale: """
      Its records come into the log; it changes no other.
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
            cap_ms: 30000
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
          ws.prices:
            component: storage
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
    comparison.machineChanges(isNew: true) { "the \($0) is new" }
      + comparison.additions(.resilience)
  }
}

extension Comparison {
  /// Findings about connections and limiters that came or went, with the order of all.
  func machineChanges(isNew: Bool, message: (String) -> String) -> [ChangeFinding] {
    altered([.resilience]).flatMap { change in
      change.machines.filter { machine in
        machine.comesOrGoes && (machine.facets[0].old == nil) == isNew
      }.map { machine in
        let order = change.change(of: "\(machine.kind)_order").map { [$0] } ?? []
        return finding(change, machine.facets + order, message(machine.name))
      }
    }
  }
}

/// What changed of one connection or limiter.
struct MachineChange {
  /// `connection` or `limiter`.
  let kind: String
  let scope: String
  /// Sorted by path: where the machine came or went, that stands first.
  let facets: [FacetChange]

  var name: String { "\(kind) `\(scope)`" }

  var comesOrGoes: Bool { facets[0].parts.count == 2 }
}

extension EntryChange {
  /// What changed of a section `resilience`, by connection and limiter.
  var machines: [MachineChange] {
    [("connection", "connections"), ("limiter", "limiters")].flatMap { kind, list in
      let facets = changes(below: list)
      let scopes = facets.map { String($0.parts[1]) }.reduce(into: [String]()) { scopes, scope in
        if !scopes.contains(scope) { scopes.append(scope) }
      }
      return scopes.map { scope in
        MachineChange(
          kind: kind, scope: scope, facets: facets.filter { $0.parts[1] == scope })
      }
    }
  }
}
