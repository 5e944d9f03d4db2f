/// The format of the section `resilience`.
extension CatalogFormat {
  static let resilience = ObjectShape(
    noun: "resilience",
    properties: [
      .optional("description", .prose, "What the section is for."),
      .required("network", .object(network), "What stands in the records of an outage."),
      .optional(
        "events", .object(events(Transition.allCases)),
        "The event of each transition; one that is not named is not logged."),
      .optional("connections", .entries(connections), "The connections by scope."),
      .optional("limiters", .entries(limiters), "The limiters by scope."),
    ])

  /// Seven days, in ms: what a server may ask for, and the longest time of a policy.
  static let longestDuration = 604_800_000

  private static let network = ObjectShape(
    noun: "the network",
    properties: [
      .required("component", name, "The component of the records, unless the event has its own."),
      .required("error", .text(.codeID), "The code of an outage."),
    ], allowsExtensions: false)

  private static func events(_ transitions: [Transition]) -> ObjectShape {
    ObjectShape(
      noun: "the events of transitions",
      properties: transitions.map { .optional($0.rawValue, name, $0.summary) },
      allowsExtensions: false)
  }

  private static let duration = Shape.integer(1...longestDuration)

  private static let backoff: [Property] = [
    .optional("base_ms", .integer(2...longestDuration), "The first backoff at most, in ms; 500."),
    .optional("cap_ms", .integer(2...longestDuration), "The greatest backoff, in ms; 30000."),
  ]

  private static let connections = EntriesShape(
    noun: "a connection", id: .dottedName,
    value: .object(
      ObjectShape(
        noun: "a connection",
        properties: [
          .required("component", name, "The component of its records, unless the event has one."),
          .optional("description", .prose, "What it is."),
          .optional("critical", .boolean, "Whether orders are shut while it is given up; `false`."),
        ] + backoff + [
          .optional("stable_ms", duration, "How long it must be live to count as stable; 30000."),
          .optional("dial_ms", duration, "How long a dial may take; 10000."),
          .optional(
            "idle_ms", .integer(0...longestDuration),
            "How long nothing may come in; 0, for ever, by default."),
          .optional("degraded", .object(degraded), "When it is degraded; never by default."),
          .optional(
            "attempts", .integer(0...1_000_000), "When it is given up; 0, never, by default."),
          .optional("probe_ms", duration, "How often it is tried once given up; 300000."),
          .required("errors", .object(connectionErrors), "The codes of its records."),
          .optional(
            "events", .object(events(Transition.ofConnections)),
            "Its own events of transitions."),
        ])))

  private static let degraded = ObjectShape(
    noun: "when a connection is degraded",
    properties: [
      .required("drops", .integer(1...1000), "As many drops make it degraded."),
      .optional("window_ms", duration, "Within this time; 60000."),
    ], allowsExtensions: false)

  private static let connectionErrors = ObjectShape(
    noun: "the codes of a connection",
    properties: [
      .required("unreachable", .text(.codeID), "Of one that never opened."),
      .required("interrupted", .text(.codeID), "Of one that opened and broke off."),
    ], allowsExtensions: false)

  private static let limiters = EntriesShape(
    noun: "a limiter", id: .dottedName,
    value: .object(
      ObjectShape(
        noun: "a limiter",
        properties: [
          .required("component", name, "The component of its records, unless the event has one."),
          .optional("description", .prose, "What it is."),
          .optional("venue", name, "Who is asked: limiters of one venue are parked together."),
        ] + backoff + [
          .optional("stable_ms", duration, "How long it must be open to count as stable; 60000."),
          .optional("attempts", .integer(1...1000), "How often one request is sent; 4."),
          .optional("timeout_ms", duration, "How long an answer may take; 10000."),
          .optional("concurrency", .integer(1...10_000), "How many are out at once; 4."),
          .optional("budget", .object(budget), "What retries may cost."),
          .optional(
            "lanes", .entries(lanes),
            "Its queues, in the order of their turns; one, `requests`, by default."),
          .required("errors", .object(limiterErrors), "The codes of its records."),
          .optional(
            "events", .object(events(Transition.ofLimiters)), "Its own events of transitions."),
        ])))

  private static let budget = ObjectShape(
    noun: "the budget of retries",
    properties: [
      .optional("tokens", .integer(0...1_000_000), "How many tokens there are; 500."),
      .optional("throttling", .integer(0...1_000_000), "What a retry after a limit costs; 5."),
      .optional("transient", .integer(0...1_000_000), "What another retry costs; 14."),
    ], allowsExtensions: false)

  private static let lanes = EntriesShape(
    noun: "a lane", id: .snakeCase,
    value: .object(
      ObjectShape(
        noun: "a lane",
        properties: [
          .optional("capacity", .integer(1...1_000_000), "How many requests may wait; 64."),
          .optional("share", .integer(1...1000), "How many are sent at its turn; 1."),
          .optional(
            "gated", .boolean,
            "Whether it is shut while a critical connection is given up; `false`."),
        ], allowsExtensions: false)), minimum: 1)

  private static let limiterErrors = ObjectShape(
    noun: "the codes of a limiter",
    properties: [
      .required("rate_limited", .text(.codeID), "Of what the server refuses for now."),
      .required("failed", .text(.codeID), "Of what failed otherwise."),
    ], allowsExtensions: false)
}

extension Transition {
  static let ofConnections: [Transition] = [
    .scheduled, .live, .degraded, .recovered, .exhausted, .stale,
  ]

  static let ofLimiters: [Transition] = [
    .blocked, .released, .parked, .retrying, .throttled, .failed, .unknown, .rejected, .stale,
  ]

  static let ofNetwork: [Transition] = [.unreachable, .reachable]

  /// What has happened, in one sentence.
  var summary: String {
    switch self {
    case .scheduled: "A connection waits for its next dial."
    case .live: "A connection brings messages again."
    case .degraded: "A connection drops too often."
    case .recovered: "A connection is stable again."
    case .exhausted: "A connection is given up."
    case .stale: "What came too late was passed over."
    case .unreachable: "An outage begins."
    case .reachable: "An outage ends."
    case .blocked: "A limit was reached; requests are held back."
    case .released: "Requests are let go again."
    case .parked: "A limiter waits until somebody lets it go on."
    case .retrying: "A request is sent again."
    case .throttled: "A request failed because of a limit."
    case .failed: "A request failed."
    case .unknown: "Nobody knows whether a request was carried out."
    case .rejected: "A request was not taken."
    }
  }
}
