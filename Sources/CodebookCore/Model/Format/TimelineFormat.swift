/// The format of a scenario's timelines and of its runbook.
extension CatalogFormat {
  static let timelines = EntriesShape(
    noun: "a timeline", id: .snakeCase,
    value: .object(
      ObjectShape(
        noun: "a timeline",
        properties: [
          .optional("description", .prose, "What happens."),
          .optional("seed", .integer(0...Int.max), "What draws are made of; 42."),
          .required("steps", .sequence(of: steps, minimum: 1), "What happens when."),
        ], allowsExtensions: false)))

  static let runbook = ObjectShape(
    noun: "a runbook",
    properties: [
      .required("cause", .sequence(of: .prose, minimum: 1), "How to bring it about, step by step."),
      .required("check", .sequence(of: .prose, minimum: 1), "What to look at, and what is seen."),
      .required("recover", .sequence(of: .prose, minimum: 1), "How to put things right."),
    ], allowsExtensions: false)

  /// A year, in ms.
  private static let time = Shape.integer(0...31_536_000_000)

  private static let count = Shape.integer(0...Int.max)

  private static let scope = Shape.text(.dottedName)

  private static let request = Shape.text(.requestID)

  /// What tells which of several dials something belongs to.
  private static let ticket: [Property] = [
    .optional("epoch", count, "The epoch that it belongs to; the present one."),
    .optional("serial", count, "The number of its dial; the present one."),
  ]

  private static let waits: [Property] = [
    .optional("retry_after", .prose, "The header `Retry-After`."),
    .optional("date", .prose, "The header `Date`."),
  ]

  private static let steps = Shape.kinds(
    KindsShape(
      noun: "a step",
      common: [.required("t", time, "When, in ms.")],
      kinds: [
        kind("start", scope, "A connection is wanted.", []),
        kind("opened", scope, "A dial succeeded.", ticket),
        kind("message", scope, "A connection brought something.", ticket),
        kind(
          "failed", scope, "A dial or a connection failed.",
          [.required("cause", .choice(causes), "Why.")] + ticket + waits),
        kind("stop", scope, "A connection is no longer wanted.", []),
        kind(
          "submit", request, "A request is handed over.",
          [
            .required("scope", scope, "The limiter."),
            .required("lane", name, "The limiter's queue."),
            .optional("safe", .boolean, "Whether it may be carried out twice; `false` by default."),
          ]),
        kind(
          "answer", request, "A request's answer.",
          [
            .required("status", status, "An HTTP status, or what came in its place."),
            .optional("scope", scope, "The limiter; that of the request's last submission."),
            .optional("send", count, "Which of its sends it answers; the last one."),
            .optional("epoch", count, "The epoch that it belongs to; the present one."),
          ] + waits),
        kind(
          "cancel", request, "A request is no longer wanted.",
          [.optional("scope", scope, "The limiter; that of the request's last submission.")]),
        kind("path", .choice(["down", "up"]), "The system's network is gone, or back.", []),
        kind("restart", .integer(1...Int.max), "The process began anew, with this epoch.", []),
        kind("unpark", scope, "Somebody lets a limiter go on.", []),
        kind("expect", .object(expectation), "What must hold then; the rest is not compared.", []),
      ]))

  private static func kind(
    _ key: String, _ shape: Shape, _ summary: String, _ more: [Property]
  ) -> ObjectShape {
    ObjectShape(
      noun: "a step `\(key)`", properties: [.required(key, shape, summary)] + more,
      allowsExtensions: false)
  }

  private static let causes = [
    "closed", "stalled", "timeout", "unreachable", "refused", "rate_limited",
  ]

  /// Final answers only.
  private static let status = Shape.integerOr(200...599, ["broken", "unsent"])
}

/// What a timeline may expect.
extension CatalogFormat {
  private static let expectation = ObjectShape(
    noun: "an expectation",
    properties: [
      .optional("connections", byScope("a connection", connectionState), "By scope."),
      .optional("limiters", byScope("a limiter", limiterState), "By scope."),
      .optional("outage", .boolean, "Whether the exchange is out of reach."),
      .optional("status", .object(statusView), "What a user sees."),
      .optional(
        "queues",
        .entries(
          EntriesShape(
            noun: "its queues", id: .dottedName,
            value: .entries(
              EntriesShape(
                noun: "a queue", id: .snakeCase, value: .object(queue), minimum: 1)), minimum: 1)),
        "How many requests wait, by scope and lane."),
      .optional("counters", byScope("counters", counters), "By scope."),
      .optional(
        "dials",
        .entries(
          EntriesShape(
            noun: "times", id: .dottedName, value: .sequence(of: time, minimum: 0), minimum: 1)),
        "When each dial so far was made, by scope."),
      .optional(
        "closes",
        .entries(
          EntriesShape(
            noun: "times", id: .dottedName, value: .sequence(of: time, minimum: 0), minimum: 1)),
        "When a connection was closed from here so far, by scope."),
      .optional("sends", timesWithIDs, "When each request so far was sent, by scope: `[t, id]`."),
      .optional(
        "aborts", timesWithIDs, "When a request was broken off so far, by scope: `[t, id]`."),
      .optional(
        "reconciles", timesWithIDs,
        "When it was asked what became of a request so far, by scope: `[t, id]`."),
      .optional(
        "finished",
        .entries(
          EntriesShape(
            noun: "results", id: .dottedName,
            value: .entries(
              EntriesShape(noun: "a result", id: .requestID, value: .choice(results), minimum: 1)),
            minimum: 1)),
        "What became of requests, by scope and ID."),
      .optional("records", count, "How many records were written so far."),
      .optional(
        "last",
        .entries(
          EntriesShape(noun: "a value", id: .snakeCase, value: .any, minimum: 1)),
        "Fields of the last record."),
    ], allowsExtensions: false)

  private static let timesWithIDs = Shape.entries(
    EntriesShape(
      noun: "times with IDs", id: .dottedName,
      value: .sequence(of: .pair(time, request), minimum: 0), minimum: 1))

  /// What may become of a request.
  private static let results = [
    "succeeded", "refused", "rejected", "throttled", "failed", "unknown", "cancelled",
  ]

  private static func byScope(_ noun: String, _ members: ObjectShape) -> Shape {
    .entries(EntriesShape(noun: noun, id: .dottedName, value: .object(members), minimum: 1))
  }

  private static func members(_ noun: String, _ properties: [Property]) -> ObjectShape {
    ObjectShape(noun: noun, properties: properties, allowsExtensions: false)
  }

  private static func counts(_ names: String...) -> [Property] {
    names.map { .optional($0, count, "As docs/resilience-semantics.md has it.") }
  }

  private static func flags(_ names: String...) -> [Property] {
    names.map { .optional($0, .boolean, "As docs/resilience-semantics.md has it.") }
  }

  private static let connectionState = members(
    "a connection's state",
    [
      .optional(
        "phase", .choice(["idle", "dialing", "unstable", "live", "waiting", "exhausted"]),
        "Where it stands."),
      .optional("drops", .sequence(of: time, minimum: 0), "When it dropped, oldest first."),
      .optional(
        "terminal", .nothingOr(.text(.codeID)), "The code of its end; nothing before it."),
      .optional("timers", .object(timers), "When each of its timers is due."),
    ]
      + counts("epoch", "serial", "attempt", "spent", "held_until", "run", "last_message")
      + flags("opened", "path_down", "degraded", "exhausted", "in_run"))

  private static let timers = members(
    "timers",
    ["backoff", "dial", "idle", "probe", "stable"].map {
      .optional($0, .nothingOr(time), "When it is due; nothing where it is not armed.")
    })

  private static let limiterState = members(
    "a limiter's state",
    [
      .optional("phase", .choice(["open", "blocked", "probe", "parked"]), "Where it stands."),
      .optional("probe", .nothingOr(request), "The request that tries; nothing where none does."),
      .optional("gate", .nothingOr(.text(.codeID)), "Why gated lanes are shut; nothing if open."),
    ]
      + counts(
        "epoch", "until", "strikes", "generation", "opened_at", "tokens", "next_sequence",
        "next_send", "lane", "credit")
      + flags("release"))

  private static let statusView = members(
    "the status",
    [
      .optional(
        "state",
        .choice(["normal", "limited", "reconnecting", "degraded", "offline", "suspended"]),
        "The whole."),
      .optional("codes", .list(of: .text(.codeID), minimum: 0), "The codes that stand."),
      .optional("orders", .choice(["open", "gated"]), "Whether orders are taken."),
    ])

  private static let queue = members("a queue", counts("depth", "oldest_wait_ms", "flying"))

  static let connectionCounters = [
    "dials", "opens", "drop_count", "retries", "successes", "stales", "last_backoff",
  ]

  static let limiterCounters = [
    "sent", "succeeded", "limited", "retried", "failed", "rejected", "unknown", "stales",
    "last_backoff", "longest_wait",
  ]

  private static let counters = members(
    "counters",
    (connectionCounters + limiterCounters.filter { !connectionCounters.contains($0) }).map {
      .optional($0, count, "As docs/resilience-semantics.md has it.")
    })
}
