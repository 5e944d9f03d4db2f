extension RuleRegistry {
  static let eventRemoved = Rule.change(
    "event-removed", breaks: [.source, .wireBackward],
    summary: "A published event stays, at least as a tombstone.",
    rationale: """
      Stored records have it, alerts wait for it, and code logs it.
      """,
    published: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
        save_done: {level: INFO, service: app, component: storage, message: Saved at last}
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
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
        save_done: {level: INFO, service: app, component: storage, stability: deprecated, message: Saved at last}
      """
  ) { $0.removals(.event) }
}
