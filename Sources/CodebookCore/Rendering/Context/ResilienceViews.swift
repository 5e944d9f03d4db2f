/// Connections and limiters as templates see them.
enum ResilienceView {
  static let table = ViewTable<ResilienceSection>([
    ("description", { .text($0.description) }),
    ("networkComponent", { .string($0.network.component) }),
    ("networkError", { .string($0.network.error) }),
    ("events", { TransitionEventView.table.list($0.events) }),
    ("hasEvents", { .bool(!$0.events.isEmpty) }),
    ("connections", { ConnectionView.table.list($0.connections) }),
    ("hasConnections", { .bool(!$0.connections.isEmpty) }),
    ("limiters", { LimiterView.table.list($0.limiters) }),
    ("hasLimiters", { .bool(!$0.limiters.isEmpty) }),
  ])

  /// What the whole catalog has of it.
  static let names: [(String, ViewTable<CatalogContext>.Property)] = [
    ("resilience", { $0.catalog.resilience.map { table.object($0) } ?? .bool(false) }),
    ("scenariosJSON", { .string(Scenarios.json($0.catalog)) }),
    ("hasRunbook", { .bool($0.catalog.matrix.contains { $0.hasRunbook }) }),
  ]
}

/// The event of a transition as templates see it.
enum TransitionEventView {
  static let table = ViewTable<TransitionEvent>([
    ("transition", { .string($0.transition.rawValue) }),
    ("event", { .string($0.event) }),
  ])
}

/// A connection as templates see it.
enum ConnectionView {
  static let table = ViewTable<ConnectionEntry>([
    ("scope", { .string($0.scope) }),
    ("description", { .text($0.info.description) }),
    ("component", { .string($0.component) }),
    ("isCritical", { .bool($0.critical) }),
    ("baseMs", { .number($0.base) }),
    ("capMs", { .number($0.cap) }),
    ("stableMs", { .number($0.stable) }),
    ("dialMs", { .number($0.dial) }),
    ("idleMs", { .number($0.idle) }),
    ("drops", { .number($0.drops) }),
    ("windowMs", { .number($0.window) }),
    ("attempts", { .number($0.attempts) }),
    ("probeMs", { .number($0.probe) }),
    ("unreachable", { .string($0.unreachable) }),
    ("interrupted", { .string($0.interrupted) }),
    ("events", { TransitionEventView.table.list($0.events) }),
    ("hasEvents", { .bool(!$0.events.isEmpty) }),
  ])
}

/// A limiter as templates see it.
enum LimiterView {
  static let table = ViewTable<LimiterEntry>([
    ("scope", { .string($0.scope) }),
    ("description", { .text($0.info.description) }),
    ("component", { .string($0.component) }),
    ("venue", { .string(orNone: $0.venue) }),
    ("baseMs", { .number($0.base) }),
    ("capMs", { .number($0.cap) }),
    ("stableMs", { .number($0.stable) }),
    ("attempts", { .number($0.attempts) }),
    ("timeoutMs", { .number($0.timeout) }),
    ("concurrency", { .number($0.concurrency) }),
    ("tokens", { .number($0.tokens) }),
    ("throttlingCost", { .number($0.throttlingCost) }),
    ("transientCost", { .number($0.transientCost) }),
    ("lanes", { lane.list($0.lanes) }),
    ("rateLimited", { .string($0.rateLimited) }),
    ("failed", { .string($0.failed) }),
    ("events", { TransitionEventView.table.list($0.events) }),
    ("hasEvents", { .bool(!$0.events.isEmpty) }),
  ])

  private static let lane = ViewTable<LaneEntry>([
    ("name", { .string($0.name) }),
    ("capacity", { .number($0.capacity) }),
    ("share", { .number($0.share) }),
    ("isGated", { .bool($0.gated) }),
  ])
}

/// What a row of the matrix has beside its columns, as templates see it.
enum RunbookView {
  static let names: [(String, ViewTable<InContext<ScenarioEntry>>.Property)] = [
    ("timelines", { timeline.list($0.entry.timelines) }),
    ("hasTimelines", { .bool(!$0.entry.timelines.isEmpty) }),
    ("hasRunbook", { .bool($0.entry.hasRunbook) }),
    ("cause", { texts($0.entry.runbook?.cause) }),
    ("check", { texts($0.entry.runbook?.check) }),
    ("recover", { texts($0.entry.runbook?.recover) }),
  ]

  private static let timeline = ViewTable<TimelineEntry>([
    ("name", { .string($0.name) }),
    ("description", { .text($0.description) }),
    ("seed", { .number($0.seed) }),
    ("stepCount", { .number($0.steps.count) }),
  ])

  private static func texts(_ texts: [String]?) -> TemplateValue {
    text.list(texts ?? [])
  }

  private static let text = ViewTable<String>([("text", { .text($0) })])
}

extension ScenarioEntry {
  /// Whether there is something about it on the runbook's page.
  var hasRunbook: Bool { runbook != nil && !isRetired }
}
