extension RuleRegistry {
  static let resilienceEvidence = Rule(
    id: "resilience-evidence", severity: .warning,
    summary: "The event of a transition takes the fields that tell why and when.",
    rationale: """
      A reconnect without its attempt and its backoff, or a limit without its code, cannot be \
      followed in the log. Only fields that the catalog has are asked for: `attempt`, `backoff_ms`, \
      and the field with the role `error_code`.
      """,
    badExample: """
      scopes:
        ws.feed: {description: The feed.}
      events:
        app_started:
          level: INFO
          service: app
          message: Started
        feed_lost:
          level: WARN
          service: app
          message: The feed is lost
      resilience:
        network: {component: storage, error: ACME-DB-001}
        events: {scheduled: feed_lost}
        connections:
          ws.feed:
            component: storage
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """,
    goodExample: """
      scopes:
        ws.feed: {description: The feed.}
      events:
        app_started:
          level: INFO
          service: app
          message: Started
        feed_lost:
          level: WARN
          service: app
          message: The feed is lost
          requires: [attempt]
      resilience:
        network: {component: storage, error: ACME-DB-001}
        events: {scheduled: feed_lost}
        connections:
          ws.feed:
            component: storage
            errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}
      """
  ) { context in
    let fields = context.catalog.fields.filter { !$0.isRetired && !$0.isRequired }
    return TransitionUse.all(in: context.catalog).flatMap { use in
      let taken = Set(use.event.requires + use.event.optional)
      return fields.filter { field in
        field.transitionMember.map(use.transition.evidence.contains) == true
          && !taken.contains(field.id)
      }.map { field in
        Finding(
          "`\(use.event.id.shortened)`, the event of `\(use.transition.rawValue)`, does not take"
            + " `\(field.id)`",
          at: use.range, notes: [("the event", use.event.info.idRange)],
          fix: "requires: [\(field.id)]")
      }
    }
  }
}
