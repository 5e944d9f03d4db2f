extension RuleRegistry {
  static let matrixCoverage = Rule(
    id: "matrix-coverage", severity: .warning,
    summary: "Every scenario has a timeline that expects its evidence, and a runbook.",
    rationale: """
      A scenario is tested where a timeline goes through it, on the scopes that it names, and holds \
      what operators can see against what must be seen: records, counters, queues, the status, or \
      the times of dials and sends. People go through it by the runbook. Asked for once the catalog \
      has a section `resilience`.
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
          scopes: [ws.feed]
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
          scopes: [ws.feed]
          timelines:
            drop:
              steps:
                - {t: 0, start: ws.feed}
                - {t: 100, expect: {dials: {ws.feed: [0]}}}
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
      """,
    allowsExceptions: true
  ) { context in
    guard context.catalog.resilience != nil else { return [] }
    return context.catalog.matrix.filter { !$0.isRetired }.flatMap { row in
      missingParts(of: row) + untested(row) + unexpected(row)
    }
  }

  private static func missingParts(of row: ScenarioEntry) -> [Finding] {
    [("timelines", row.timelines.isEmpty), ("runbook", row.runbook == nil)].filter(\.1).map {
      key, _ in
      Finding(
        "`\(row.id)` has no `\(key)`", at: row.info.idRange, entry: row.info,
        fix: key == "runbook"
          ? "runbook: {cause: […], check: […], recover: […]}"
          : "timelines: {name: {steps: […]}}")
    }
  }

  /// Scopes that the row names and no step is about.
  private static func untested(_ row: ScenarioEntry) -> [Finding] {
    guard !row.timelines.isEmpty else { return [] }
    let used = Set(row.timelines.flatMap { $0.steps.flatMap(\.scopesOfStep) })
    return (row.info.node.value("scopes")?.items ?? []).compactMap { node in
      guard let scope = node.scalarText, !used.contains(scope) else { return nil }
      return Finding(
        "no timeline of `\(row.id)` has a step about `\(scope.shortened)`", at: node.range,
        entry: row.info, fix: "add one, or remove the scope here")
    }
  }

  /// What operators can see; the rest of an expectation is inside.
  private static let evidence = [
    "status", "queues", "counters", "dials", "closes", "sends", "aborts", "reconciles", "finished",
    "records", "last",
  ]

  /// Timelines that expect nothing that can be seen.
  private static func unexpected(_ row: ScenarioEntry) -> [Finding] {
    row.timelines.compactMap { timeline in
      let expects = timeline.steps.compactMap { $0.value("expect") }
      let sees = expects.contains { expect in evidence.contains { expect.pair($0) != nil } }
      guard !sees else { return nil }
      return Finding(
        "the timeline `\(timeline.name)` of `\(row.id)` expects nothing that can be seen",
        at: timeline.nameRange, entry: row.info,
        fix: "expect one of \(evidence.map { "`\($0)`" }.joined(separator: ", "))")
    }
  }
}

extension Node {
  /// The scopes that a step is about, apart from what it expects.
  fileprivate var scopesOfStep: [String] {
    ["start", "opened", "message", "failed", "stop", "unpark", "scope"].compactMap {
      value($0)?.scalarText
    }
  }
}
