extension RuleRegistry {
  static let eventRenamed = Rule.change(
    "event-renamed", breaks: [.source, .wireBackward, .wireForward],
    summary: "A published event keeps its name.",
    rationale: """
      Stored records have the old one; every alert would have to know both.
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
        save_finished: {level: INFO, service: app, component: storage, message: Saved at last}
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
        save_done: {level: INFO, service: app, component: storage, message: Saved at last}
      """
  ) { $0.renamings(.event) }
}
