extension RuleRegistry {
  static let timelineExpectations = Rule(
    id: "timeline-expectations",
    summary: "What a timeline expects can be held against something, and says something.",
    rationale: """
      What an expectation does not name is not compared: one that is empty, or about a scope, a \
      lane, a counter or a field that is not there, would never fail.
      """,
    badExample: """
      scopes:
        ws.feed: {description: The feed.}
      resilience:
        network: {component: storage, error: ACME-DB-001}
        connections:
          ws.feed:
            component: storage
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      matrix:
        RR-01:
          scenario: The feed drops
          preconditions: It is live
          expected: It is live again
          evidence: Times of dials
          timelines:
            drop:
              steps:
                - {t: 0, start: ws.feed}
                - {t: 100, expect: {dials: {ws.feed: [0]}, last: {evnt: app_started}}}
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
      """,
    goodExample: """
      scopes:
        ws.feed: {description: The feed.}
      resilience:
        network: {component: storage, error: ACME-DB-001}
        connections:
          ws.feed:
            component: storage
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      matrix:
        RR-01:
          scenario: The feed drops
          preconditions: It is live
          expected: It is live again
          evidence: Times of dials
          timelines:
            drop:
              steps:
                - {t: 0, start: ws.feed}
                - {t: 100, expect: {dials: {ws.feed: [0]}, last: {event: app_started}}}
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
      """
  ) { context in
    guard let section = context.catalog.resilience else { return [] }
    let check = ExpectationCheck(
      scopes: TimelineScopes(section), last: LastRecordCheck(context), codes: context.ids.errors)
    return context.catalog.liveTimelines.flatMap { row, timeline in
      timeline.steps.compactMap { $0.pair("expect") }.flatMap(check.findings).map { finding in
        var finding = finding
        finding.entry = row.info
        return finding
      }
    }
  }
}

/// Holds an expectation against the catalog.
private struct ExpectationCheck {
  let scopes: TimelineScopes
  let last: LastRecordCheck
  let codes: Set<String>

  func findings(_ expect: Node.Pair) -> [Finding] {
    empty(expect.key, expect.value) + places(expect.value) + lanes(expect.value)
      + counters(expect.value) + gates(expect.value)
      + last.findings(expect.value.value("last"))
  }

  /// Mappings without anything in them, however deep.
  private func empty(_ key: Node, _ value: Node) -> [Finding] {
    guard case .mapping(let pairs) = value.content else { return [] }
    guard !pairs.isEmpty else {
      return [
        Finding(
          "`\(key.scalarText?.shortened ?? "")` expects nothing", at: value.range,
          fix: "say what must hold, or remove it")
      ]
    }
    return pairs.flatMap { empty($0.key, $0.value) }
  }

  /// Whose state, counters and times are expected.
  private static let kinds: [(key: String, kind: TimelineScopes.Kind)] = [
    ("connections", .connection), ("dials", .connection), ("closes", .connection),
    ("limiters", .limiter), ("queues", .limiter), ("sends", .limiter), ("aborts", .limiter),
    ("reconciles", .limiter), ("finished", .limiter),
  ]

  private func places(_ expect: Node) -> [Finding] {
    Self.kinds.flatMap { key, kind in
      (expect.value(key)?.pairs ?? []).compactMap { scopes.problem($0.key, kind) }
    }
  }

  private func lanes(_ expect: Node) -> [Finding] {
    (expect.value("queues")?.pairs ?? []).flatMap { queues in
      queues.value.pairs.compactMap { queue in
        scopes.problem(lane: queue.key, of: queues.key.scalarText ?? "")
      }
    }
  }

  private func counters(_ expect: Node) -> [Finding] {
    (expect.value("counters")?.pairs ?? []).flatMap { counters -> [Finding] in
      let isLimiter = scopes.limiters[counters.key.scalarText ?? ""] != nil
      let kind: TimelineScopes.Kind = isLimiter ? .limiter : .connection
      if let problem = scopes.problem(counters.key, kind) { return [problem] }
      let known =
        isLimiter ? CatalogFormat.limiterCounters : CatalogFormat.connectionCounters
      let others =
        isLimiter ? CatalogFormat.connectionCounters : CatalogFormat.limiterCounters
      return counters.value.pairs.compactMap { counter in
        guard let name = counter.key.scalarText, others.contains(name), !known.contains(name) else {
          return nil
        }
        return Finding(
          "a \(kind.rawValue) has no counter `\(name)`", at: counter.key.range,
          fix: "its counters: \(known.joined(separator: ", "))")
      }
    }
  }

  /// Codes that nothing could have.
  private func gates(_ expect: Node) -> [Finding] {
    let gates = [("limiters", "gate"), ("connections", "terminal")].flatMap { section, key in
      (expect.value(section)?.pairs ?? []).compactMap { $0.value.value(key) }
    }
    let shown = expect.value(at: ["status", "codes"])?.items ?? []
    return (gates.filter { !$0.isNull } + shown).compactMap {
      last.unknown($0, codes, "error code")
    }
  }
}
