extension CatalogExplainer {
  /// A scope with the policy of its connection or limiter.
  func explain(_ scope: ScopeEntry) -> Explanation {
    let connection = catalog.resilience?.connections.first { $0.scope == scope.id }
    let limiter = catalog.resilience?.limiters.first { $0.scope == scope.id }
    let kind = connection == nil ? "rate-limit scope" : "connection"
    let rows = catalog.matrix.filter { $0.scopes.contains(scope.id) }
    return simple(
      scope, kind,
      (connection.map(facts) ?? []) + (limiter.map(facts) ?? []) + [
        ("scenarios", lines(rows.map { "\($0.id): \($0.scenario)" }))
      ])
  }

  /// What a row of the matrix is tested by, and what people go by.
  func evidence(of row: ScenarioEntry) -> [(String, String?)] {
    let timelines = row.timelines.map { timeline in
      "\(timeline.name): \(timeline.steps.count) steps, seed \(timeline.seed)"
        + (timeline.description.isEmpty ? "" : "; \(timeline.description)")
    }
    let pages =
      row.hasRunbook
      ? "docs/runbook.md#\(row.id), docs/matrix.md#\(row.id)" : "docs/matrix.md#\(row.id)"
    return [
      ("timelines", lines(timelines)),
      ("cause", lines(row.runbook?.cause ?? [])),
      ("check", lines(row.runbook?.check ?? [])),
      ("recover", lines(row.runbook?.recover ?? [])),
      ("read", pages),
    ]
  }

  private func facts(_ connection: ConnectionEntry) -> [(String, String?)] {
    [
      ("component", connection.component),
      ("critical", connection.critical ? "yes: orders are shut while it is given up" : "no"),
      ("backoff", backoff(connection.base, connection.cap)),
      ("stable", "after \(connection.stable) ms"),
      ("dial", "within \(connection.dial) ms"),
      ("idle", connection.idle == 0 ? "for ever" : "for \(connection.idle) ms"),
      (
        "degraded",
        connection.drops == 0
          ? "never" : "by \(connection.drops) drops within \(connection.window) ms"
      ),
      (
        "given up",
        connection.attempts == 0
          ? "never"
          : "after \(connection.attempts) attempts; then tried every \(connection.probe) ms"
      ),
      ("codes", "\(connection.unreachable) unreachable, \(connection.interrupted) interrupted"),
      ("logged as", logged(connection.events, Transition.ofConnections)),
    ]
  }

  private func facts(_ limiter: LimiterEntry) -> [(String, String?)] {
    [
      ("component", limiter.component),
      ("venue", limiter.venue),
      ("backoff", backoff(limiter.base, limiter.cap)),
      ("stable", "after \(limiter.stable) ms"),
      ("sends", "\(limiter.attempts) of a request at most, each for \(limiter.timeout) ms"),
      ("at once", String(limiter.concurrency)),
      (
        "budget",
        "\(limiter.tokens) tokens; a retry costs \(limiter.throttlingCost) after a limit,"
          + " else \(limiter.transientCost)"
      ),
      (
        "lanes",
        lines(
          limiter.lanes.map { lane in
            "\(lane.name): \(lane.capacity) may wait, \(lane.share) at its turn"
              + (lane.gated ? ", gated" : "")
          })
      ),
      ("codes", "\(limiter.rateLimited) rate limited, \(limiter.failed) failed"),
      ("logged as", logged(limiter.events, Transition.ofLimiters)),
    ]
  }

  private func backoff(_ base: Int, _ cap: Int) -> String {
    "up to \(base) ms at first, doubled up to \(cap) ms; at least half of that"
  }

  /// The event of each transition that is logged, the scope's own first.
  private func logged(_ own: [TransitionEvent], _ transitions: [Transition]) -> String? {
    let common = catalog.resilience?.events ?? []
    return lines(
      transitions.compactMap { transition in
        (own + common).first { $0.transition == transition }.map {
          "\(transition.rawValue): \($0.event)"
        }
      })
  }
}
