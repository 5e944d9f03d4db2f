extension RuleRegistry {
  static let serviceSessionChanged = Rule.change(
    "service-session-changed", severity: .note, breaks: [.message], bump: .minor,
    summary: "Whose session a process has is told of in the changelog.",
    rationale: """
      Records stay as they are. Who follows an action by its session, over several processes, \
      finds less of it where they have their own.
      """,
    published: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      """,
    bad: """
      services:
        app: {description: The process that people use.}
        job: {session: own, description: The process that works at night.}
      """,
    good: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      """
  ) {
    $0.alterations(.service) {
      $0.facet == "session"
    } message: { change, facet in
      facet.new == nil
        ? "processes of `\(change.key.id)` had sessions of their own"
        : "processes of `\(change.key.id)` had the session of the whole run"
    }
  }
}
