extension RuleRegistry {
  static let eventMessageChanged = Rule.change(
    "event-message-changed", severity: .warning, breaks: [.message], bump: .patch,
    summary: "The message of an event's records changes on purpose only.",
    rationale: """
      Searches and alerts are made of it. The change is looked at once and accepted.
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
      """,
    bad: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not stored
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
      """
  ) {
    $0.alterations(.event) {
      $0.facet == "message"
    } message: { change, _ in
      "records of `\(change.key.id)` have another message"
    }
  }
}
