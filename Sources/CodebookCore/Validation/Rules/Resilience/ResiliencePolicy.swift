extension RuleRegistry {
  static let resiliencePolicy = Rule(
    id: "resilience-policy",
    summary: "What a policy of a connection or limiter says goes together.",
    rationale: """
      Each of the numbers is in its range by itself; a backoff that begins above its end, a retry \
      that no budget could pay, or a critical connection that is never given up means something \
      else than it seems to.
      """,
    badExample: """
      scopes:
        ws.feed: {description: The feed.}
      resilience:
        network: {component: storage, error: ACME-DB-001}
        connections:
          ws.feed:
            component: storage
            base_ms: 5000
            cap_ms: 1000
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """,
    goodExample: """
      scopes:
        ws.feed: {description: The feed.}
      resilience:
        network: {component: storage, error: ACME-DB-001}
        connections:
          ws.feed:
            component: storage
            base_ms: 1000
            cap_ms: 5000
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """
  ) { context in
    guard let section = context.catalog.resilience else { return [] }
    return section.connections.flatMap(findings) + section.limiters.flatMap(findings)
      + shared(section)
  }

  private static func findings(_ connection: ConnectionEntry) -> [Finding] {
    let neverGivenUp =
      connection.critical && connection.attempts == 0
      ? Finding(
        "`\(connection.scope.shortened)` is critical and never given up, which shuts no orders",
        at: connection.info.node.value("critical")?.range ?? connection.info.idRange,
        fix: "attempts: how many end in giving it up") : nil
    return [exchanged(connection.info, connection.base, connection.cap), neverGivenUp]
      .compactMap(\.self)
  }

  private static func findings(_ limiter: LimiterEntry) -> [Finding] {
    let costs = [("throttling", limiter.throttlingCost), ("transient", limiter.transientCost)]
    return [exchanged(limiter.info, limiter.base, limiter.cap)].compactMap(\.self)
      + costs.filter { $0.1 > limiter.tokens }.map { key, cost in
        Finding(
          "a retry costs \(cost) tokens, and there are never more than \(limiter.tokens)",
          at: limiter.info.node.value(at: ["budget", key])?.range
            ?? limiter.info.node.value(at: ["budget", "tokens"])?.range ?? limiter.info.idRange,
          fix: "let `tokens` pay for some retries")
      }
  }

  private static func exchanged(_ info: EntryInfo, _ base: Int, _ cap: Int) -> Finding? {
    guard base > cap else { return nil }
    let written = info.node.value("base_ms") ?? info.node.value("cap_ms")
    return Finding(
      "the first backoff, \(base) ms, is above the greatest, \(cap) ms",
      at: written?.range ?? info.idRange, fix: "exchange `base_ms` and `cap_ms`")
  }

  /// A scope is one machine.
  private static func shared(_ section: ResilienceSection) -> [Finding] {
    section.limiters.compactMap { limiter in
      guard let connection = section.connections.first(where: { $0.scope == limiter.scope }) else {
        return nil
      }
      return Finding(
        "`\(limiter.scope.shortened)` is a connection already", at: limiter.info.idRange,
        notes: [("the connection", connection.info.idRange)],
        fix: "give one of them a scope of its own")
    }
  }
}
