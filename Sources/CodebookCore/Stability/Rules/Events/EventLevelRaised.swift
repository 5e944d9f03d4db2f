extension RuleRegistry {
  static let eventLevelRaised = Rule.change(
    "event-level-raised", severity: .warning, breaks: [.wireForward], bump: .minor,
    summary: "The level of an event is raised on purpose only.",
    rationale: """
      Whoever is woken by it will be woken more often. The change is looked at once and \
      accepted.
      """,
    published: """
      events:
        save_failed:
          level: WARN
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    bad: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    good: """
      events:
        save_failed:
          level: WARN
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) { comparison in
    comparison.alterations(.event) { facet in
      facet.facet == "level" && comparison.raisesLevel(facet)
    } message: { change, facet in
      "the level of `\(change.key.id)` was \(facet.old?.shown ?? "")"
    }
  }
}
