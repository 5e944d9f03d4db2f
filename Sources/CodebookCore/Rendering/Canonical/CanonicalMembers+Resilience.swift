/// What the canonical form tells of connections and limiters, and of scenarios' timelines.
extension CanonicalMembers {
  /// The section, defaults filled in.
  static func resilience(_ section: ResilienceSection) -> Members {
    [
      ("description", .text(section.description)),
      (
        "network",
        .members([
          ("component", .string(section.network.component)),
          ("error", .string(section.network.error)),
        ])
      ),
      ("events", events(section.events).unlessEmpty),
      ("connections", named(section.connections.map { ($0.scope, connection($0)) })),
      // The order in which they act.
      ("connection_order", .array(section.connections.map { .string($0.scope) }).unlessEmpty),
      ("limiters", named(section.limiters.map { ($0.scope, limiter($0)) })),
      ("limiter_order", .array(section.limiters.map { .string($0.scope) }).unlessEmpty),
      ("extensions", extensions(of: section.node)),
    ]
  }

  static func timelines(_ row: ScenarioEntry) -> JSONValue? {
    named(
      row.timelines.map { timeline in
        (
          timeline.name,
          [
            ("description", .text(timeline.description)), ("seed", .integer(timeline.seed)),
            ("steps", .array(timeline.steps.map { JSONValue($0) })),
          ]
        )
      })
  }

  static func runbook(_ runbook: Runbook) -> JSONValue {
    .object([
      ("cause", .array(runbook.cause.map { .string($0) })),
      ("check", .array(runbook.check.map { .string($0) })),
      ("recover", .array(runbook.recover.map { .string($0) })),
    ])
  }

  private static func connection(_ connection: ConnectionEntry) -> Members {
    policy(connection) + [
      ("description", .text(connection.info.description)),
      ("events", events(connection.events).unlessEmpty),
      ("extensions", extensions(of: connection.info.node)),
    ]
  }

  private static func limiter(_ limiter: LimiterEntry) -> Members {
    policy(limiter) + [
      ("venue", .text(limiter.venue)),
      ("lanes", named(limiter.lanes.map { ($0.name, lane($0)) })),
      // The order of their turns.
      ("lane_order", .array(limiter.lanes.map { .string($0.name) })),
      ("description", .text(limiter.info.description)),
      ("events", events(limiter.events).unlessEmpty),
      ("extensions", extensions(of: limiter.info.node)),
    ]
  }

  /// What a runtime goes by, but for its events.
  static func policy(_ connection: ConnectionEntry) -> Members {
    [
      ("component", .string(connection.component)),
      ("critical", .bool(connection.critical)),
      ("base_ms", .integer(connection.base)),
      ("cap_ms", .integer(connection.cap)),
      ("stable_ms", .integer(connection.stable)),
      ("dial_ms", .integer(connection.dial)),
      ("idle_ms", .integer(connection.idle)),
      ("drops", .integer(connection.drops)),
      ("window_ms", .integer(connection.window)),
      ("attempts", .integer(connection.attempts)),
      ("probe_ms", .integer(connection.probe)),
      ("unreachable", .string(connection.unreachable)),
      ("interrupted", .string(connection.interrupted)),
    ]
  }

  /// What a runtime goes by, but for its venue, its lanes and its events.
  static func policy(_ limiter: LimiterEntry) -> Members {
    [
      ("component", .string(limiter.component)),
      ("base_ms", .integer(limiter.base)),
      ("cap_ms", .integer(limiter.cap)),
      ("stable_ms", .integer(limiter.stable)),
      ("attempts", .integer(limiter.attempts)),
      ("timeout_ms", .integer(limiter.timeout)),
      ("concurrency", .integer(limiter.concurrency)),
      ("tokens", .integer(limiter.tokens)),
      ("throttling_cost", .integer(limiter.throttlingCost)),
      ("transient_cost", .integer(limiter.transientCost)),
      ("rate_limited", .string(limiter.rateLimited)),
      ("failed", .string(limiter.failed)),
    ]
  }

  static func lane(_ lane: LaneEntry) -> Members {
    [
      ("capacity", .integer(lane.capacity)), ("share", .integer(lane.share)),
      ("gated", .bool(lane.gated)),
    ]
  }

  static func events(_ events: [TransitionEvent]) -> JSONValue {
    .object(events.map { ($0.transition.rawValue, .string($0.event)) })
  }

  /// What has names, sorted by them.
  private static func named(_ items: [(name: String, members: Members)]) -> JSONValue? {
    JSONValue.array(
      items.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { item in
        .members([("name", .string(item.name))] + item.members)
      }
    ).unlessEmpty
  }
}
