extension RuleRegistry {
  static let levelSeverityChanged = Rule.change(
    "level-severity-changed", breaks: [.wireBackward],
    summary: "A level keeps its severity number.",
    rationale: """
      Stored records and exported ones are filtered by it.
      """,
    published: """
      levels:
        DEBUG: {severity: 5}
        INFO: {severity: 9}
        WARN: {severity: 13}
        ERROR: {severity: 17}
      """,
    bad: """
      levels:
        DEBUG: {severity: 6}
        INFO: {severity: 9}
        WARN: {severity: 13}
        ERROR: {severity: 17}
      """,
    good: """
      levels:
        DEBUG: {severity: 5}
        INFO: {severity: 9}
        WARN: {severity: 13}
        ERROR: {severity: 17}
      """
  ) {
    $0.alterations(.level) {
      $0.facet == "severity"
    } message: { change, facet in
      "the severity of `\(change.key.id)` was \(facet.old?.shown ?? "")"
    }
  }
}
