/// What test suites go by: all policies with their defaults, and the matrix with its timelines.
///
/// Unlike the canonical form it keeps the catalog's order, which is the order in which machines act.
enum Scenarios {
  /// The version of the form.
  private static let format = 1

  /// Indented JSON.
  static func json(_ catalog: Catalog) -> String {
    let members: Members = [
      ("format", .integer(format)),
      ("services", services(catalog)),
      ("resilience", catalog.resilience.map(resilience) ?? .null),
      ("scenarios", .array(catalog.matrix.filter { !$0.isRetired }.map(scenario))),
    ]
    return String(decoding: JSONValue.members(members).indented, as: UTF8.self)
  }

  /// The service of each component; where the catalog names none, or several, its first.
  private static func services(_ catalog: Catalog) -> JSONValue {
    let first = catalog.services.first?.id ?? ""
    return .object(
      catalog.components.filter { !$0.isRetired }.map { component in
        (component.id, .string(component.services.count == 1 ? component.services[0] : first))
      })
  }

  private static func resilience(_ section: ResilienceSection) -> JSONValue {
    .members([
      (
        "network",
        .object([
          ("component", .string(section.network.component)),
          ("error", .string(section.network.error)),
        ])
      ),
      ("events", CanonicalMembers.events(section.events)),
      ("connections", .array(section.connections.map(connection))),
      ("limiters", .array(section.limiters.map(limiter))),
    ])
  }

  private static func connection(_ connection: ConnectionEntry) -> JSONValue {
    .members(
      [("scope", .string(connection.scope))] + CanonicalMembers.policy(connection) + [
        ("events", CanonicalMembers.events(connection.events))
      ])
  }

  private static func limiter(_ limiter: LimiterEntry) -> JSONValue {
    .members(
      [("scope", .string(limiter.scope))] + CanonicalMembers.policy(limiter) + [
        ("venue", limiter.venue.map { .string($0) } ?? .null),
        (
          "lanes",
          .array(
            limiter.lanes.map { lane in
              .members([("name", .string(lane.name))] + CanonicalMembers.lane(lane))
            })
        ),
        ("events", CanonicalMembers.events(limiter.events)),
      ])
  }

  private static func scenario(_ row: ScenarioEntry) -> JSONValue {
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    let runbook = row.runbook ?? Runbook(cause: [], check: [], recover: [])
    return .object([
      ("id", .string(row.id)),
      ("scenario", .string(row.scenario)),
      ("preconditions", .string(row.preconditions)),
      ("expected", .string(row.expected)),
      ("evidence", .string(row.evidence)),
      ("errors", texts(row.errors)),
      ("events", texts(row.events)),
      ("scopes", texts(row.scopes)),
      ("timelines", .array(row.timelines.map(timeline))),
      ("runbook", CanonicalMembers.runbook(runbook)),
    ])
  }

  private static func timeline(_ timeline: TimelineEntry) -> JSONValue {
    .object([
      ("name", .string(timeline.name)),
      ("description", .string(timeline.description)),
      ("seed", .integer(timeline.seed)),
      ("steps", .array(timeline.steps.map { JSONValue($0) })),
    ])
  }
}
