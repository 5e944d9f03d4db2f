internal import Suggestions

extension RuleRegistry {
  static let timelineSteps = Rule(
    id: "timeline-steps",
    summary: "A timeline can be run: time does not fall, and what its steps name is there.",
    rationale: """
      Both runtimes run it. A scope, a lane or a request that is not there would make a step do \
      nothing, and the test would pass for it.
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
                - {t: 0, start: ws.fed}
                - {t: 100, expect: {dials: {ws.feed: [0]}}}
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
                - {t: 100, expect: {dials: {ws.feed: [0]}}}
          runbook: {cause: [Cut it.], check: [It is back.], recover: [Nothing to do.]}
      """
  ) { context in
    let timelines = context.catalog.liveTimelines
    guard let section = context.catalog.resilience else {
      return timelines.map { row, timeline in
        Finding(
          "there is a timeline, and no section `resilience` that says how it goes",
          at: timeline.nameRange, entry: row.info, fix: "declare what it is about")
      }
    }
    let scopes = TimelineScopes(section)
    return timelines.flatMap { row, timeline in
      var walk = TimelineWalk(scopes: scopes)
      return timeline.steps.flatMap { walk.findings($0) }.map { finding in
        var finding = finding
        finding.entry = row.info
        return finding
      }
    }
  }
}

/// Goes through the steps of a timeline.
private struct TimelineWalk {
  let scopes: TimelineScopes
  /// The last step's time, and where it stands.
  private var last: (time: Int, range: SourceRange)?
  /// The limiter of each request so far.
  private var submitted: [String: String] = [:]

  init(scopes: TimelineScopes) {
    self.scopes = scopes
  }

  mutating func findings(_ step: Node) -> [Finding] {
    [falling(step), scope(step), lane(step), submission(step)].compactMap(\.self)
  }

  private mutating func falling(_ step: Node) -> Finding? {
    guard let node = step.value("t"), let time = NodeReader(step).integer("t") else { return nil }
    defer { last = (max(time, last?.time ?? 0), node.range) }
    guard let last, time < last.time else { return nil }
    return Finding(
      "the time falls from \(last.time) to \(time)", at: node.range,
      notes: [("the step before", last.range)], fix: "put the steps in the order of their times")
  }

  /// Where each kind of step has its scope.
  private static let places: [(key: String, scope: String, kind: TimelineScopes.Kind)] =
    ["start", "opened", "message", "failed", "stop"].map { ($0, $0, .connection) } + [
      ("unpark", "unpark", .limiter), ("submit", "scope", .limiter), ("answer", "scope", .limiter),
      ("cancel", "scope", .limiter),
    ]

  private func scope(_ step: Node) -> Finding? {
    guard let place = Self.places.first(where: { step.pair($0.key) != nil }) else { return nil }
    return step.value(place.scope).flatMap { scopes.problem($0, place.kind) }
  }

  private func lane(_ step: Node) -> Finding? {
    guard let lane = step.value("lane"), let scope = step.value("scope")?.scalarText else {
      return nil
    }
    return scopes.problem(lane: lane, of: scope)
  }

  /// Whose request it is must be known.
  private mutating func submission(_ step: Node) -> Finding? {
    if let id = step.value("submit")?.scalarText {
      submitted[id] = step.value("scope")?.scalarText ?? ""
      return nil
    }
    guard let node = step.value("answer") ?? step.value("cancel"), let id = node.scalarText,
      step.value("scope") == nil, submitted[id] == nil
    else { return nil }
    let known = Array(submitted.keys)
    return Finding(
      "no step before this one submits `\(id.shortened)`", at: node.range,
      fix: "submit it, or name the limiter: `scope`",
      suggestion: { Suggestion.phrase(for: id, among: known) })
  }
}
