extension RuleRegistry {
  static let eventOriginWidened = Rule.change(
    "event-origin-widened", severity: .warning, breaks: [.wireForward], bump: .minor,
    summary: "Another service or component logs an event on purpose only.",
    rationale: """
      A reader of yesterday refuses its records. The change is looked at once and accepted.
      """,
    published: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: [app, job], description: Keeps what people enter.}
      events:
        save_failed:
          level: ERROR
          service: [app]
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    bad: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: [app, job], description: Keeps what people enter.}
      events:
        save_failed:
          level: ERROR
          service: [app, job]
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    good: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: [app, job], description: Keeps what people enter.}
      events:
        save_failed:
          level: ERROR
          service: [app]
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) {
    $0.listChanges(["services", "components"], narrow: false) { change, facet in
      facet.new == nil
        ? "any may log `\(change.key.id)`, and only those that were named could"
        : "`\(facet.parts[1])` did not log `\(change.key.id)`"
    }
  }
}
