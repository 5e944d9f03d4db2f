extension RuleRegistry {
  static let eventAdded = Rule.change(
    "event-added", severity: .warning, breaks: [.wireForward], bump: .minor,
    summary: "A new event goes into an open vocabulary, and is told of in the changelog.",
    rationale: """
      Where events are closed a reader of yesterday refuses one that it does not know.
      """,
    published: """
      vocabularies: {events: closed}
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
    bad: """
      vocabularies: {events: closed}
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
    good: """
      vocabularies: {events: closed}
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) { comparison in
    comparison.additions(.event).map { finding in
      var finding = finding
      finding.severity = comparison.isOpen(.event) ? .note : .warning
      return finding
    }
  }
}
