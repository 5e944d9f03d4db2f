@testable import CodebookCore

/// What holds for connections and limiters, and for what scenarios are tested by.
extension ExpectedChange {
  static let timelines: [ExpectedChange] =
    [
      ExpectedChange("matrix/*/timelines", [.added], .note, "matrix-timeline-added"),
      ExpectedChange("matrix/*/timelines", [.removed], .warning, "matrix-timeline-changed"),
      ExpectedChange("matrix/*/timelines/*", .gone, .warning, "matrix-timeline-changed"),
      ExpectedChange("matrix/*/timelines/*", .new, .note, "matrix-timeline-added"),
      ExpectedChange("matrix/*/timelines/*/seed", .any, .warning, "matrix-timeline-changed"),
      ExpectedChange("matrix/*/timelines/*/steps/-", .any, .warning, "matrix-timeline-changed"),
      ExpectedChange(
        "matrix/*/timelines/*/steps", [.reordered], .warning, "matrix-timeline-changed"),
      ExpectedChange("matrix/*/runbook", .any, .note, "matrix-runbook-changed"),
    ]
    + ["cause", "check", "recover"].flatMap { part in
      [
        ExpectedChange("matrix/*/runbook/\(part)/-", .any, .note, "matrix-runbook-changed"),
        ExpectedChange("matrix/*/runbook/\(part)", [.reordered], .note, "matrix-runbook-changed"),
      ]
    }

  static let resilience: [ExpectedChange] =
    [
      ExpectedChange("resilience", [.removed], .error, "resilience-scope-removed"),
      ExpectedChange("resilience", [.added], .note, "resilience-scope-added"),
      ExpectedChange("resilience/network/component", .any, .warning, "resilience-policy-changed"),
      ExpectedChange("resilience/network/error", .any, .warning, "resilience-policy-changed"),
    ] + events("resilience") + machines("connections", connectionKeys)
    + machines("limiters", limiterKeys)

  private static let connectionKeys = [
    "component", "critical", "base_ms", "cap_ms", "stable_ms", "dial_ms", "idle_ms", "degraded",
    "degraded/drops", "degraded/window_ms", "attempts", "probe_ms", "errors/unreachable",
    "errors/interrupted",
  ]

  private static let limiterKeys = [
    "component", "venue", "base_ms", "cap_ms", "stable_ms", "attempts", "timeout_ms",
    "concurrency", "budget", "budget/tokens", "budget/throttling", "budget/transient", "lanes",
    "lanes/*", "lanes/*/capacity", "lanes/*/share", "lanes/*/gated", "errors/rate_limited",
    "errors/failed",
  ]

  private static func machines(_ list: String, _ keys: [String]) -> [ExpectedChange] {
    let place = "resilience/\(list)"
    let reordered: Set<Action> = [.reordered]
    return [
      ExpectedChange(place, [.removed], .error, "resilience-scope-removed"),
      ExpectedChange(place, [.added], .note, "resilience-scope-added"),
      ExpectedChange("\(place)/*", .gone, .error, "resilience-scope-removed"),
      ExpectedChange("\(place)/*", .new, .note, "resilience-scope-added"),
      ExpectedChange("\(place)/*", reordered, .warning, "resilience-policy-changed"),
    ]
      + keys.map {
        ExpectedChange(
          "\(place)/*/\($0)", .any.union(reordered), .warning, "resilience-policy-changed")
      } + events("\(place)/*")
  }

  private static func events(_ place: String) -> [ExpectedChange] {
    [
      ExpectedChange("\(place)/events", [.added], .note, "resilience-events-changed"),
      ExpectedChange("\(place)/events", [.removed], .warning, "resilience-events-changed"),
    ]
      + Transition.allCases.flatMap { transition in
        let key = "\(place)/events/\(transition.rawValue)"
        return [
          ExpectedChange(key, [.added], .note, "resilience-events-changed"),
          ExpectedChange(key, .any, .warning, "resilience-events-changed"),
        ]
      }
  }
}
